package ai.jiga.store.gateway.contract;

import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.SignedIn;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// Completes the description of each operation by what its Java method says: who may call it, what its parameters and
/// its body look like, and how it may be refused.
public final class DescribedOperations {
    private final DeclaredMethods methods;
    private final RequestBodies bodies;
    private final AnswerFields answers;
    private final Schemas schemas;
    private final Examples examples;
    private final String bearer;

    /// @param bearer the name of the security scheme
    public DescribedOperations(OpenAPI api, IndexView index, String bearer) {
        this.methods = new DeclaredMethods(index);
        this.bodies = new RequestBodies(api, index);
        // Before anybody asks what members an answer has.
        new SealedForms(index).describe(api.getComponents().getSchemas());
        this.answers = new AnswerFields(api);
        this.schemas = new Schemas(api, index);
        this.examples = new Examples(api);
        this.bearer = bearer;
    }

    public void describe(String path, PathItem item) {
        item.getOperations()
                .forEach((verb, operation) -> methods.of(verb.name(), path)
                        .ifPresent(method -> describe(path, operation, method, verb == PathItem.HttpMethod.GET)));
    }

    /// After the last operation.
    public void finish() {
        schemas.finish();
    }

    private void describe(String path, Operation operation, MethodInfo method, boolean reads) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (response.getDescription() == null) {
                response.setDescription(status.equals("201") ? "Created" : "Done");
            }
        });
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        Set<String> fields = reads ? answers.of(ok) : Set.of();
        StandardParameters.describe(operation, fields);
        ProblemAnswers.describe(operation, method, reads, bodies.describe(operation, method.parameterTypes()));
        examples.describe(path, operation);
        if (!fields.isEmpty()) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse().description("What `If-None-Match` names is what there is"));
        }
        operation.setSecurity(security(method));
        if (operation.getDescription() == null && operation.getSummary() != null) {
            operation.setDescription(operation.getSummary() + ". " + audience(method));
        }
    }

    private static String audience(MethodInfo method) {
        if (DeclaredMethods.has(method, AdminOnly.class)) {
            return "For operators.";
        }
        return DeclaredMethods.has(method, SignedIn.class) ? "For everybody who is signed in." : "For everybody.";
    }

    private List<org.eclipse.microprofile.openapi.models.security.SecurityRequirement> security(MethodInfo method) {
        var signedIn = OASFactory.createSecurityRequirement().addScheme(bearer);
        return DeclaredMethods.has(method, SignedIn.class) || DeclaredMethods.has(method, AdminOnly.class)
                ? List.of(signedIn)
                // Either: many answers are for everybody, and say more to whom is signed in.
                : List.of(OASFactory.createSecurityRequirement(), signedIn);
    }
}
