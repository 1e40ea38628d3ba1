package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is earned or given is not typed in.
class EarnedTest {
    private static final Caller.User OPERATOR = new Caller.User(UserId.of("operator"), Caller.Role.ADMIN);

    private final AgentService service = new AgentService();

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyIsASpecialistBySayingSo(SpecialistType claimed) {
        AgentId own = service.created(ANA, Drafts.named("Plain")).id();

        assertRefused(create(ANA, specialist(claimed)), ErrorCode.SPECIALIST_IS_EARNED);
        assertRefused(
                create(ANA, Drafts.named("Claims").withSpecialization(expert(claimed))),
                ErrorCode.SPECIALIST_IS_EARNED);
        assertRefused(
                service.replace.replace(ANA, own, specialist(claimed).draft(), null, IfMatch.ANY),
                ErrorCode.SPECIALIST_IS_EARNED);
    }

    @Test
    void anOperatorGivesTrainedAndItIsKeptWhenTheAgentIsPutAgain() {
        var given = create(OPERATOR, specialist(SpecialistType.TRAINED)).orThrow();

        var again = service.replace
                .replace(
                        OPERATOR,
                        given.id(),
                        specialist(SpecialistType.TRAINED).withName("Renamed").draft(),
                        null,
                        IfMatch.ANY)
                .orThrow();

        assertThat(again.type()).isEqualTo(AgentType.SPECIALIST);
        assertThat(again.specialization()).isEqualTo(expert(SpecialistType.TRAINED));
        assertRefused(create(OPERATOR, specialist(SpecialistType.EXPERIENCE)), ErrorCode.SPECIALIST_IS_EARNED);
    }

    @Test
    void anOperatorTrainsAnothersAgentAndItsHistorySaysWho() {
        AgentId id = service.created(ANA, Drafts.valid()).id();

        var trained = service.train
                .train(OPERATOR, id, expert(SpecialistType.TRAINED))
                .orThrow();

        assertThat(trained.type()).isEqualTo(AgentType.SPECIALIST);
        assertThat(trained.specialization()).isEqualTo(expert(SpecialistType.TRAINED));
        assertThat(service.history.version(ANA, id, 2).orThrow().changedBy()).isEqualTo(OPERATOR.id());
        assertThat(service.told(id)).containsExactly("agent.created", "agent.updated");
        var said = Drafts.valid()
                .withType(AgentType.SPECIALIST)
                .withSpecialization(expert(SpecialistType.TRAINED))
                .withName("Renamed")
                .draft();
        assertThat(service.replace
                        .replace(ANA, id, said, null, IfMatch.ANY)
                        .orThrow()
                        .type())
                .isEqualTo(AgentType.SPECIALIST);
    }

    @Test
    void whatAnOperatorTakesBackIsWhatItWasAndTwiceIsOnce() {
        AgentId id = service.created(ANA, Drafts.valid()).id();
        service.train.train(OPERATOR, id, expert(SpecialistType.TRAINED)).orThrow();

        assertThat(service.train.untrain(OPERATOR, id).orThrow().type()).isEqualTo(AgentType.ASSISTANT);
        assertThat(service.train.untrain(OPERATOR, id).orThrow().version()).isEqualTo(3);
    }

    @Test
    void neitherASystemAgentNorAVariantIsTrainedAndWhatIsNotThereIsNotFound() {
        service.seeded();
        var system = AgentId.of("nova-coordinator-001");
        service.payments.give(ANA.id(), 500_000);
        AgentId variant = service.createVariant
                .create(ANA.id(), new VariantWish(system, "Ember", null, "us_male_algenib"), null)
                .outcome()
                .orThrow()
                .variant()
                .id();

        var expert = expert(SpecialistType.TRAINED);
        assertRefused(service.train.train(OPERATOR, system, expert), ErrorCode.SYSTEM_AGENT_IMMUTABLE);
        assertRefused(service.train.train(OPERATOR, variant, expert), ErrorCode.VARIANT_FIELD_INHERITED);
        assertRefused(service.train.train(OPERATOR, AgentId.of("none"), expert), ErrorCode.AGENT_NOT_FOUND);
    }

    @Test
    void whatWasTypedInBeforeIsNoneAnyMore() {
        var draft = specialist(SpecialistType.TRAINED).draft();
        var configuration = JsonNodeFactory.instance.objectNode();

        Agent users = Agent.created(AgentId.of("a"), ANA.id(), draft, configuration, Instant.EPOCH);
        Agent platforms = Agent.created(AgentId.of("b"), UserId.SYSTEM, draft, configuration, Instant.EPOCH);

        assertThat(users.draft().type()).isEqualTo(AgentType.ASSISTANT);
        assertThat(users.draft().specialization()).isNull();
        assertThat(platforms.draft()).isEqualTo(draft);
    }

    private Outcome<OwnAgent> create(Caller.User caller, Drafts draft) {
        return service.create.create(caller, draft.draft(), null, null).outcome();
    }

    private static Drafts specialist(SpecialistType claimed) {
        return Drafts.named("Claims to know").withType(AgentType.SPECIALIST).withSpecialization(expert(claimed));
    }

    private static Specialization expert(SpecialistType type) {
        return new Specialization(List.of("Call of Duty"), "Warzone", type);
    }
}
