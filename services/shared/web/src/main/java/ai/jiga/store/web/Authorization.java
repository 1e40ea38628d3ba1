package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/// The checks behind [SignedIn] and [AdminOnly].
public final class Authorization {
    private Authorization() {}

    @Provider
    @SignedIn
    @Priority(Priorities.AUTHORIZATION)
    public static class SignedInFilter implements ContainerRequestFilter {
        private final CurrentCaller current;

        public SignedInFilter(CurrentCaller current) {
            this.current = current;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            current.user();
        }
    }

    @Provider
    @AdminOnly
    @Priority(Priorities.AUTHORIZATION)
    public static class AdminFilter implements ContainerRequestFilter {
        private final CurrentCaller current;

        public AdminFilter(CurrentCaller current) {
            this.current = current;
        }

        @Override
        public void filter(ContainerRequestContext request) {
            current.user();
            if (!current.get().isAdmin()) {
                throw Rejection.of(ErrorCode.FORBIDDEN, "This is for operators of the store.")
                        .asException();
            }
        }
    }
}
