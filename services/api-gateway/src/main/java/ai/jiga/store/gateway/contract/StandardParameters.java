package ai.jiga.store.gateway.contract;

import ai.jiga.store.kernel.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Parameters that mean the same at every operation that has them.
final class StandardParameters {
    private static final int LONGEST_CURSOR = 4_000;
    /// Base64 of a seal of 16 bytes and what it seals.
    private static final String CURSOR = "^[A-Za-z0-9_-]{23,}$";
    private static final String ENTITY_TAG = "(W/)?\"[!#-~]*\"";

    private StandardParameters() {}

    /// @param fields what `fields` may name; empty where an answer has none
    static void describe(Operation operation, Set<String> fields) {
        var parameters = new ArrayList<Parameter>();
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            parameters.add(described(parameter));
        }
        if (!fields.isEmpty()) {
            parameters.add(list(
                    OASFactory.createParameter().name("fields").in(Parameter.In.QUERY),
                    "The parts of the answer that are wanted; on a page, of each item",
                    fields));
        }
        parameters.sort(Comparator.comparing(Parameter::getName));
        operation.setParameters(parameters.isEmpty() ? null : parameters);
    }

    private static Parameter described(Parameter parameter) {
        return switch (parameter.getName()) {
            case "limit" ->
                parameter
                        .description("How many items a page has at most")
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.INTEGER)
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Page.MAX_LIMIT))
                                .defaultValue(Page.DEFAULT_LIMIT));
            case "cursor" ->
                parameter
                        .description(
                                "The `nextCursor` of the page before, with the same other parameters: it is sealed, and every"
                                        + " other text is refused")
                        .schema(text(CURSOR).maxLength(LONGEST_CURSOR));
            case "expand" -> {
                Schema schema = parameter.getSchema();
                if (schema == null || schema.getEnumeration() == null) {
                    throw new IllegalStateException("say what 'expand' offers: @Schema(enumeration = ...)");
                }
                yield list(
                        parameter,
                        "What is wanted beyond the minimal answer",
                        schema.getEnumeration().stream().map(Object::toString).toList());
            }
            case "Idempotency-Key" ->
                parameter
                        .description("The same key and body again get the same answer, and the effect is there once")
                        .schema(text("^[!-~]([ -~]*[!-~])?$").minLength(1).maxLength(255));
            case "If-Match" ->
                parameter
                        .description("Only if what is there is what the client saw: its `ETag`")
                        .schema(text("^(\\*|" + ENTITY_TAG + "( *, *" + ENTITY_TAG + ")*)$")
                                .minLength(1)
                                .maxLength(1000));
            default -> {
                settle(parameter.getSchema());
                yield parameter;
            }
        };
    }

    /// Bounds are of each text in a list, and no address may have a NUL in it, whatever it asks for.
    private static void settle(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        Schema one = schema.getItems() == null ? schema : schema.getItems();
        if (one != schema && schema.getMaxLength() != null) {
            one.minLength(schema.getMinLength()).maxLength(schema.getMaxLength());
            schema.minLength(null).maxLength(null);
        }
        if (one.getRef() == null
                && one.getType() != null
                && one.getType().contains(Schema.SchemaType.STRING)
                && one.getEnumeration() == null
                && one.getPattern() == null) {
            one.setPattern("^[^\\u0000]*$");
        }
    }

    private static Parameter list(Parameter parameter, String description, Iterable<String> values) {
        Schema one = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
        values.forEach(one::addEnumeration);
        return parameter
                .description(description)
                .style(Parameter.Style.FORM)
                .explode(false)
                .schema(OASFactory.createSchema()
                        .addType(Schema.SchemaType.ARRAY)
                        .minItems(1)
                        .items(one));
    }

    private static Schema text(String pattern) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).pattern(pattern);
    }
}
