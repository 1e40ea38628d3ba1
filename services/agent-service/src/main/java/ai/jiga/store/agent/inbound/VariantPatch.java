package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.usecase.CustomizeVariant;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.UnfitTextException;
import ai.jiga.store.text.Verbatim;
import ai.jiga.store.web.Inputs;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A JSON merge patch (RFC 7396) of what is a variant's own.
///
/// @param avatarUrl null, when it is left out or is to be removed
/// @param removesAvatar whether it is to be removed
record VariantPatch(
        @Characters(max = Texts.LONGEST_NAME) @Nullable Line name,

        @Verbatim @Size(max = 2000) @Pattern(regexp = Texts.PICTURE, message = Texts.PICTURE_MESSAGE) @Nullable
        String avatarUrl,

        @Verbatim @Pattern(regexp = Texts.VOICE, message = Texts.VOICE_MESSAGE) @Nullable
        String voiceId,

        @Schema(hidden = true) boolean removesAvatar) {
    /// @throws ai.jiga.store.kernel.RejectedException VARIANT_FIELD_INHERITED for other fields, VALIDATION_FAILED for
    ///     values that are no text
    static VariantPatch of(JsonNode body) {
        if (!body.isObject()) {
            throw Rejection.of(ErrorCode.MALFORMED_REQUEST, "A patch is a JSON object.")
                    .asException();
        }
        List<String> named = new ArrayList<>();
        body.fieldNames().forEachRemaining(named::add);
        CustomizeVariant.ownFields(named).orThrow();
        boolean removesAvatar = body.path("avatarUrl").isNull();
        return new VariantPatch(
                name(body), removesAvatar ? null : text(body, "avatarUrl"), text(body, "voiceId"), removesAvatar);
    }

    private static @Nullable Line name(JsonNode body) {
        String name = text(body, "name");
        try {
            return name == null ? null : Line.of(name);
        } catch (UnfitTextException unfit) {
            throw Inputs.unfit("name", unfit).asException();
        }
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw Rejection.ofFields(
                            ErrorCode.VALIDATION_FAILED,
                            "The field '" + field + "' does not have the form it should have.",
                            List.of(new Rejection.FieldError(field, "is text")))
                    .asException();
        }
        return value.textValue();
    }

    AgentDraft apply(AgentDraft draft) {
        AgentDraft changed = name == null ? draft : draft.named(name.text());
        changed = voiceId == null ? changed : changed.voiced(voiceId);
        return avatarUrl == null && !removesAvatar ? changed : changed.pictured(avatarUrl);
    }
}
