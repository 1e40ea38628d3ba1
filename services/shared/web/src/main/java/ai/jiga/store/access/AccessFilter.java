package ai.jiga.store.access;

import ai.jiga.store.web.CurrentCaller;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Asks [Access] at the door of every described operation, once it is known who calls.
@Provider
@Priority(Priorities.AUTHORIZATION - 100)
public class AccessFilter implements ContainerRequestFilter {
    private final Access access;
    private final CurrentCaller caller;
    private final ResourceInfo resource;

    public AccessFilter(Access access, CurrentCaller caller, ResourceInfo resource) {
        this.access = access;
        this.caller = caller;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Operation operation = method == null ? null : method.getAnnotation(Operation.class);
        if (operation != null && !operation.hidden()) {
            access.refusal(caller.get(), operation.operationId()).ifPresent(refusal -> {
                throw refusal.asException();
            });
            if (access.isAnybody(caller.get(), operation.operationId())) {
                caller.forget();
            }
        }
    }
}
