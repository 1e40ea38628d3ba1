package ai.jiga.store.gateway;

import ai.jiga.store.gateway.contract.DescribedOperations;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/// What is true of every operation and stands at none: who we are, how to sign in, and what an error looks
/// like.
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    private final IndexView index;

    public ApiDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setInfo(OASFactory.createInfo()
                .title("JIGA Store API")
                .version("1")
                .description(
                        "The marketplace where players hire AI gaming agents for metered live sessions. Amounts are"
                                + " whole DOF, times are ISO 8601 in UTC. Every error is a problem (RFC 9457).")
                .contact(OASFactory.createContact().name("Whoever runs this store"))
                .license(OASFactory.createLicense().name("Apache-2.0").identifier("Apache-2.0")));
        Components components = api.getComponents();
        if (components == null) {
            components = OASFactory.createComponents();
            api.setComponents(components);
        }
        components.addSchema(PROBLEM, problem());
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        api.setServers(List.of(OASFactory.createServer().url("/")));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            var operations = new DescribedOperations(api, index, BEARER);
            api.getPaths().getPathItems().forEach(operations::describe);
            operations.finish();
        }
    }

    private static Schema problem() {
        return object().description("RFC 9457, with the store's own members beside the standard ones")
                .addProperty("type", text("A URI that names the kind of problem"))
                .addProperty("title", text("The kind in a few words"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What is wrong and what to do next"))
                .addProperty("instance", text("The path that was asked"))
                .addProperty("code", text("Stable, for programs, such as INSUFFICIENT_DOFS"))
                .addProperty("error", text("The same as title"))
                .addProperty("requestId", text("Name it when you report the problem"))
                .addProperty("timestamp", text("When").format("date-time"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(object().addProperty("field", text("The field's path"))
                                        .addProperty("message", text("What is wrong with it"))
                                        .addProperty(
                                                "code",
                                                text(
                                                        "The same for programs, where there is a word for it: REQUIRED, COUNT,"
                                                                + " LENGTH, RANGE, FORM, EMAIL, TIME_ZONE or TOO_COMMON"))
                                        .addProperty(
                                                "params",
                                                object().description("Of LENGTH, COUNT and RANGE")
                                                        .addProperty("min", whole("At least"))
                                                        .addProperty("max", whole("At most")))))
                .addProperty(
                        "params",
                        object().description(
                                        "The figures of this problem by their names, so that a client can say it in"
                                                + " its own language; each stands beside the other members too"))
                .addProperty("required", whole("INSUFFICIENT_DOFS, BUDGET_EXCEEDED: what it takes, in DOF"))
                .addProperty("available", whole("INSUFFICIENT_DOFS: what there is to spend, in DOF"))
                .addProperty("shortfall", whole("INSUFFICIENT_DOFS: what is missing, in DOF"))
                .addProperty(
                        "topUp",
                        object().description("INSUFFICIENT_DOFS: how to get what is missing")
                                .addProperty("package", text("The smallest package that is enough"))
                                .addProperty("dofAmount", whole("What it brings, in DOF"))
                                .addProperty("href", text("Where it is posted to")))
                .addProperty("budget", text("BUDGET_EXCEEDED: day, month, total or inFlight"))
                .addProperty("limit", whole("BUDGET_EXCEEDED: of that budget, in DOF"))
                .addProperty("used", whole("BUDGET_EXCEEDED: of that limit, in DOF"))
                .addProperty("scope", text("SCOPE_MISSING: the scope that is missing"))
                .addProperty("retryAfterSeconds", whole("RATE_LIMITED: when to go on"))
                .addProperty("sessionId", text("SESSION_ALREADY_ACTIVE: the session to go on with"))
                .required(List.of("type", "title", "status", "detail", "code", "error", "timestamp"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
    }

    private static Schema whole(String description) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .format("int64")
                .description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
