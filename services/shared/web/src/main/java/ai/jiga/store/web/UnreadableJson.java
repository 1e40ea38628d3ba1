package ai.jiga.store.web;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.text.UnfitTextException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.Optional;

/// Says in words what Jackson could not read.
final class UnreadableJson {
    private UnreadableJson() {}

    static Rejection rejection(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return Rejection.of(
                    ErrorCode.MALFORMED_REQUEST,
                    "The body is nested more than " + WebJson.MAX_DEPTH
                            + " deep, or a name, a text or a number in it is too long.");
        }
        boolean grammar = e instanceof StreamReadException || e.getCause() instanceof StreamReadException;
        if (!grammar
                && e instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return ofField(mapping, path(mapping.getPath()));
        }
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        return Rejection.of(
                ErrorCode.MALFORMED_REQUEST, "The body is not the JSON that is expected here" + where + ".");
    }

    private static Rejection ofField(JsonMappingException e, String field) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknownMember(unknown, field);
        }
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof UnfitTextException unfit) {
                return Inputs.unfit(field, unfit);
            }
            if (cause instanceof RejectedException refused) {
                Rejection rejection = refused.rejection();
                return Rejection.ofFields(
                        rejection.code(),
                        "The field '" + field + "' cannot be taken. " + rejection.detail(),
                        List.of(new FieldError(field, rejection.detail())));
            }
        }
        String message = said(e).orElse("has the wrong type, or is none of the allowed values");
        return Rejection.ofFields(
                ErrorCode.VALIDATION_FAILED,
                "The field '" + field + "' does not have the form it should have.",
                List.of(new FieldError(field, message)));
    }

    private static Rejection unknownMember(UnrecognizedPropertyException e, String field) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
        String hint = Nearest.to(e.getPropertyName(), known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? "It has none." : "It has " + String.join(", ", known) + ".");
        return Rejection.ofFields(
                ErrorCode.UNKNOWN_MEMBER,
                "The body has a member '" + field + "' that nobody reads. " + hint,
                List.of(new FieldError(field, "is unknown. " + hint)));
    }

    /// What a reader of ours says of a value: Jackson puts the value and its type before it.
    private static Optional<String> said(JsonMappingException e) {
        String message = e instanceof InvalidFormatException ? e.getOriginalMessage() : "";
        int from = message.indexOf(": is ");
        return from < 0 ? Optional.empty() : Optional.of(message.substring(from + 2));
    }

    private static String path(List<Reference> path) {
        var text = new StringBuilder();
        for (Reference step : path) {
            if (step.getFieldName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return text.toString();
    }
}
