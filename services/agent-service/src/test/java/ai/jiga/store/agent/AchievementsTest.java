package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.Achievement;
import ai.jiga.store.agent.usecase.ListAchievements;
import ai.jiga.store.agent.usecase.ListAchievements.Progress;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AchievementsTest {
    private static final AgentId EMBER = AgentId.of("ember");
    private static final long HOUR = 3_600_000;

    private final AgentService service = new AgentService().started();
    private final ListAchievements achievements = new ListAchievements(service.figures);
    private int sessions;

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void whoDidNothingSeesAllOfThemAndHasNone() {
        assertThat(achievements.of(BOB.id()))
                .hasSize(Achievement.values().length)
                .allMatch(one -> one.progress() == 0 && one.target() > 0 && !one.achieved());
    }

    @Test
    void aHireThatWasChargedIsTheFirstOfThePlayerAndTheFirstCustomerOfTheOwner() {
        plays(BOB, "hired", 500, HOUR);

        assertThat(achieved(BOB)).containsExactly(Achievement.FIRST_SESSION, Achievement.FIRST_HIRE);
        assertThat(achieved(ANA)).containsExactly(Achievement.FIRST_CUSTOMER);
    }

    @Test
    void whatAnOwnerPlaysWithTheOwnAgentIsNoCustomerAndATrialIsNoHire() {
        plays(ANA, "owned", 500, HOUR);
        plays(BOB, "trial", 0, HOUR);

        assertThat(achieved(ANA)).containsExactly(Achievement.FIRST_SESSION);
        assertThat(achieved(BOB)).containsExactly(Achievement.FIRST_SESSION);
    }

    @Test
    void theTargetItselfIsEnoughAndProgressIsInWholeUnits() {
        plays(BOB, "hired", 500, 10 * HOUR - 1);
        assertThat(one(BOB, Achievement.TEN_HOURS).progress()).isEqualTo(9);
        assertThat(one(BOB, Achievement.TEN_HOURS).achieved()).isFalse();

        plays(BOB, "hired", 500, 1);
        assertThat(one(BOB, Achievement.TEN_HOURS).achieved()).isTrue();
        assertThat(one(BOB, Achievement.HUNDRED_HOURS).achieved()).isFalse();
    }

    @Test
    void whatAnOwnerEarnedIsCountedInDof() {
        earns(9_999);
        assertThat(achieved(ANA)).isEmpty();

        earns(1);
        assertThat(achieved(ANA)).containsExactly(Achievement.EARNER);
        assertThat(one(ANA, Achievement.TOP_EARNER).progress()).isEqualTo(10_000);
    }

    private List<Achievement> achieved(Caller.User person) {
        return achievements.of(person.id()).stream()
                .filter(Progress::achieved)
                .map(Progress::id)
                .toList();
    }

    private Progress one(Caller.User person, Achievement which) {
        return achievements.of(person.id()).stream()
                .filter(one -> one.id() == which)
                .findFirst()
                .orElseThrow();
    }

    private void plays(Caller.User player, String type, long consumed, long millis) {
        service.hear(new SessionEnded(
                SessionId.of("s" + sessions++),
                EMBER,
                player.id(),
                ANA.id(),
                type,
                "ended_by_player",
                Dof.of(10_000),
                Dof.of(consumed),
                millis,
                3,
                false));
    }

    private void earns(long dof) {
        service.hear(new TransactionCompleted(
                TransactionId.of("t" + sessions),
                BOB.id(),
                "hire",
                Dof.of(dof),
                SessionId.of("s" + sessions++),
                EMBER,
                ANA.id(),
                new Distribution(Dof.of(dof), Dof.ZERO, Dof.ZERO)));
    }
}
