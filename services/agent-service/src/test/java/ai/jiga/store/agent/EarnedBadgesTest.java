package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ai.jiga.store.agent.usecase.ListEarnedBadges;
import ai.jiga.store.agent.usecase.ListEarnedBadges.EarnedBadge;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EarnedBadgesTest {
    private static final Caller.User OPERATOR = new Caller.User(UserId.of("ops"), Caller.Role.ADMIN);
    private static final AgentId SPECIALIST = AgentId.of("truwakandan-cod-specialist-001");

    private final AgentService service = new AgentService().seeded();
    private final ListEarnedBadges earned = new ListEarnedBadges(service.foundation.store(), service.badges);

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void whoHasNoSpecialistHasNone() {
        service.created(ANA, Drafts.valid());

        assertThat(earned.of(ANA.id())).isEmpty();
    }

    @Test
    void aVariantOfASpecialistHoldsItsBadgeWithAllItsModes() {
        service.payments.give(ANA.id(), 300_000);
        AgentId variant = service.createVariant
                .create(ANA.id(), new VariantWish(SPECIALIST, "Kandan", null, "us_male_algenib"), null)
                .outcome()
                .orThrow()
                .variant()
                .id();

        assertThat(earned.of(ANA.id()))
                .containsExactly(new EarnedBadge(
                        "cod-expert",
                        "Call of Duty",
                        variant,
                        "Kandan",
                        List.of("Multiplayer", "Warzone", "Search & Destroy", "Cyber Attack"),
                        SpecialistType.TRAINED));
        assertThat(earned.of(BOB.id())).isEmpty();
    }

    @Test
    void gamesAndModesAreFoundHoweverTheyAreSpelledAndAnotherSubjectIsNoMode() {
        trained("One", "valorant ", "spike rush, Aim");
        trained("Two", "Valorant", "Aim");

        assertThat(earned.of(OPERATOR.id()))
                .extracting(EarnedBadge::agentName, EarnedBadge::id, EarnedBadge::modes)
                .containsExactly(tuple("One", "valorant-expert", List.of("Spike Rush")));
    }

    private void trained(String name, String game, String focus) {
        service.created(
                OPERATOR,
                Drafts.named(name)
                        .withType(AgentType.SPECIALIST)
                        .withSpecialization(new Specialization(List.of(game), focus, SpecialistType.TRAINED)));
    }
}
