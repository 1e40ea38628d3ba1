package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.CreateVariantTest.NOVA;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static ai.jiga.store.agent.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.usecase.CustomizeVariant;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CustomizeVariantTest {
    private final AgentService service = new AgentService().seeded();
    private final AgentId id = variant("Ember");

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void nameAvatarAndVoiceAreTheVariantsOwn() {
        OwnAgent after = service.customizeVariant
                .customize(
                        ANA,
                        id,
                        draft -> draft.named("Cinder").voiced("uk_female").pictured("https://img.example/c.png"),
                        IfMatch.ANY)
                .orThrow();

        assertThat(after.name()).isEqualTo("Cinder");
        assertThat(after.voiceId()).isEqualTo("uk_female");
        assertThat(after.imageUrl()).isEqualTo("https://img.example/c.png");
        assertThat(after.baseRate()).isEqualTo(Dof.of(5_600));
        assertThat(after.version()).isEqualTo(2);
        assertThat(service.find.seenBy(ANA, id).orThrow()).isEqualTo(after);
        assertThat(service.told(id)).containsExactly("agent.created", "agent.updated");
    }

    @Test
    void theVoiceStaysOneOfTheProviders() {
        assertRefused(
                service.customizeVariant.customize(ANA, id, draft -> draft.voiced("nova"), IfMatch.ANY),
                ErrorCode.VOICE_NOT_OF_PROVIDER);
    }

    @Test
    void theNameStaysUniqueAndOfAnAllowedLength() {
        variant("Taken");

        assertRefused(
                service.customizeVariant.customize(ANA, id, draft -> draft.named("taken"), IfMatch.ANY),
                ErrorCode.AGENT_NAME_TAKEN);
        assertRefused(
                service.customizeVariant.customize(ANA, id, draft -> draft.named("x"), IfMatch.ANY),
                ErrorCode.AGENT_NAME_LENGTH);
    }

    @Test
    void allElseIsInherited() {
        var refused = refusal(CustomizeVariant.ownFields(List.of("name", "baseRate", "rank")));

        assertThat(refused.code()).isEqualTo(ErrorCode.VARIANT_FIELD_INHERITED);
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("baseRate", "rank");
        assertRefused(service.replace.authorise(ANA, id), ErrorCode.VARIANT_FIELD_INHERITED);
        assertRefused(
                service.configure.configure(ANA, id, JsonNodeFactory.instance.objectNode(), IfMatch.ANY),
                ErrorCode.VARIANT_FIELD_INHERITED);
        assertThat(CustomizeVariant.ownFields(List.of("name", "avatarUrl", "voiceId"))
                        .orThrow())
                .hasSize(3);
    }

    @Test
    void onlyVariantsAreCustomizedAndOnlyByTheirOwners() {
        AgentId own = service.created(ANA, Drafts.named("No variant")).id();
        assertRefused(service.customizeVariant.authorise(BOB, id), ErrorCode.AGENT_NOT_FOUND);
        service.listings.tell(id, ListingStatus.ACTIVE, 1);

        assertRefused(service.customizeVariant.authorise(BOB, id), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(
                service.customizeVariant.customize(BOB, id, draft -> draft, IfMatch.ANY), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.customizeVariant.authorise(ANA, own), ErrorCode.NOT_A_VARIANT);
        assertRefused(
                service.customizeVariant.customize(ANA, own, draft -> draft.voiced("nova"), IfMatch.ANY),
                ErrorCode.NOT_A_VARIANT);
        assertRefused(service.customizeVariant.authorise(ANA, NOVA), ErrorCode.SYSTEM_AGENT_IMMUTABLE);
    }

    @Test
    void whoSawAnOlderVersionDoesNotChangeANewerOne() {
        var seen = new IfMatch("\"v1\"");
        service.customizeVariant
                .customize(ANA, id, draft -> draft.named("First"), seen)
                .orThrow();

        assertRefused(
                service.customizeVariant.customize(ANA, id, draft -> draft.named("Second"), seen),
                ErrorCode.PRECONDITION_FAILED);
    }

    private AgentId variant(String name) {
        service.payments.give(ANA.id(), 150_000);
        return service.createVariant
                .create(ANA.id(), new VariantWish(NOVA, name, null, "us_male_algenib"), null)
                .outcome()
                .orThrow()
                .variant()
                .id();
    }
}
