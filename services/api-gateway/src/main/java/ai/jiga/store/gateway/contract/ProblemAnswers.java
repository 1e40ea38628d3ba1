package ai.jiga.store.gateway.contract;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.web.AdminOnly;
import ai.jiga.store.web.Problem;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.MethodInfo;

/// Says of an operation with which problems it may answer, by status and code: its own, and those that follow
/// from what it takes.
final class ProblemAnswers {
    static final String PROBLEM = "Problem";

    private static final Set<ErrorCode> ALWAYS = EnumSet.of(
            ErrorCode.MALFORMED_REQUEST,
            ErrorCode.UNKNOWN_PARAMETER,
            ErrorCode.INVALID_TOKEN,
            ErrorCode.SCOPE_MISSING,
            ErrorCode.NOT_FOR_KEYS,
            ErrorCode.KEY_NOT_ALLOWED_HERE,
            ErrorCode.SECRET_KEY_IN_BROWSER,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.RATE_LIMITED,
            ErrorCode.INTERNAL,
            ErrorCode.UNAVAILABLE);

    private static final Map<String, Set<ErrorCode>> OF_PARAMETERS = Map.of(
            "limit", EnumSet.of(ErrorCode.INVALID_LIMIT),
            "cursor", EnumSet.of(ErrorCode.INVALID_CURSOR),
            "fields", EnumSet.of(ErrorCode.UNKNOWN_FIELD),
            "expand", EnumSet.of(ErrorCode.UNKNOWN_FIELD),
            "Idempotency-Key",
                    EnumSet.of(
                            ErrorCode.INVALID_IDEMPOTENCY_KEY,
                            ErrorCode.IDEMPOTENCY_KEY_MISMATCH,
                            ErrorCode.CONTENTION),
            "If-Match", EnumSet.of(ErrorCode.PRECONDITION_FAILED));

    private static final Set<ErrorCode> OF_A_BODY =
            EnumSet.of(ErrorCode.VALIDATION_FAILED, ErrorCode.BODY_TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    private ProblemAnswers() {}

    /// @param bodyCodes what the types of the body's members refuse
    static void describe(Operation operation, MethodInfo method, boolean reads, Set<ErrorCode> bodyCodes) {
        Set<ErrorCode> codes = EnumSet.copyOf(ALWAYS);
        DeclaredMethods.constants(method, Refuses.class).map(ErrorCode::valueOf).forEach(codes::add);
        if (DeclaredMethods.has(method, SignedIn.class)) {
            codes.add(ErrorCode.UNAUTHORIZED);
        }
        if (DeclaredMethods.has(method, AdminOnly.class)) {
            codes.add(ErrorCode.UNAUTHORIZED);
            codes.add(ErrorCode.FORBIDDEN);
        }
        for (Parameter parameter : parametersOf(operation)) {
            codes.addAll(OF_PARAMETERS.getOrDefault(parameter.getName(), Set.of()));
            if (parameter.getIn() == Parameter.In.QUERY) {
                codes.add(ErrorCode.VALIDATION_FAILED);
            }
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(OF_A_BODY);
            codes.addAll(bodyCodes);
        }
        if (!reads) {
            codes.add(ErrorCode.CONTENTION);
        }
        var byStatus = new TreeMap<Integer, Set<ErrorCode>>();
        codes.forEach(code -> byStatus.computeIfAbsent(code.status(), s -> EnumSet.noneOf(ErrorCode.class))
                .add(code));
        byStatus.forEach((status, some) -> add(operation, Integer.toString(status), answer(status, some)));
        operation.getResponses().setDefaultValue(null);
    }

    /// What the operation itself answers with this status stays beside the problem.
    private static void add(Operation operation, String status, APIResponse answer) {
        APIResponse own = operation.getResponses().getAPIResponse(status);
        if (own != null && own.getContent() != null) {
            own.getContent().getMediaTypes().forEach(answer.getContent()::addMediaType);
            answer.setDescription(own.getDescription() + ", or " + answer.getDescription());
        }
        operation.getResponses().addAPIResponse(status, answer);
    }

    private static List<Parameter> parametersOf(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static APIResponse answer(int status, Collection<ErrorCode> codes) {
        var names = new TreeSet<String>();
        codes.forEach(code -> names.add(code.name()));
        Schema code = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        names.forEach(code::addEnumeration);
        Schema schema = OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(PROBLEM))
                .addAllOf(OASFactory.createSchema()
                        .addType(Schema.SchemaType.OBJECT)
                        .addProperty("code", code));
        APIResponse response = OASFactory.createAPIResponse()
                .description(String.join(", ", names))
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema)));
        switch (status) {
            case 401 -> header(response, "WWW-Authenticate", "Bearer", Schema.SchemaType.STRING);
            case 429, 503 ->
                header(
                        response,
                        "Retry-After",
                        "Seconds after which it is worth another try",
                        Schema.SchemaType.INTEGER);
            default -> {}
        }
        return response;
    }

    private static void header(APIResponse response, String name, String description, Schema.SchemaType type) {
        response.addHeader(
                name,
                OASFactory.createHeader()
                        .description(description)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(type)));
    }
}
