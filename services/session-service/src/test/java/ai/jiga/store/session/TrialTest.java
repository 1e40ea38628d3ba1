package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.SessionStatus;
import ai.jiga.store.session.model.SessionType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who may play with what, by trial, as its owner, and by hire.
class TrialTest {
    private final Lounge lounge = new Lounge();
    private final Instant start = lounge.process.clock().instant();

    @AfterEach
    void close() {
        lounge.close();
    }

    @Test
    void aDraftIsNotThereForStrangersAndItsOwnerPlaysWithIt() {
        lounge.now(coach(false, false, Provider.BUILTIN));

        assertThat(code(trial(Lounge.PLAYER))).isEqualTo(ErrorCode.AGENT_NOT_FOUND);
        assertThat(code(owned(Lounge.PLAYER))).isEqualTo(ErrorCode.AGENT_NOT_FOUND);
        assertThat(owned(Lounge.OWNER)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void anAgentThatTakesNoHiresTakesNoTrials() {
        lounge.now(coach(true, false, Provider.BUILTIN));

        assertThat(code(trial(Lounge.PLAYER))).isEqualTo(ErrorCode.LISTING_NOT_HIRABLE);
    }

    @Test
    void whereNothingAnswersNothingIsSetAsideAtAnyDoor() {
        lounge.now(coach(true, false, null));

        assertThat(code(trial(Lounge.PLAYER))).isEqualTo(ErrorCode.RUNTIME_NOT_CONNECTED);
        assertThat(code(owned(Lounge.OWNER))).isEqualTo(ErrorCode.RUNTIME_NOT_CONNECTED);
        assertThat(code(lounge.hire(Lounge.COACH, 10_000, null))).isEqualTo(ErrorCode.RUNTIME_NOT_CONNECTED);
        assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000);
    }

    @Test
    void anOwnerNeedsNoTrial() {
        assertThat(code(trial(Lounge.OWNER))).isEqualTo(ErrorCode.CANNOT_HIRE_OWN_AGENT);
    }

    @Test
    void aTrialThatEndedBeforeAnybodyConnectedIsNotUsedUp() throws Exception {
        SessionId first = trial(Lounge.PLAYER).orThrow().sessionId();
        lounge.live.end(first, EndReason.ENDED_BY_PLAYER);
        SessionId second = trial(Lounge.PLAYER).orThrow().sessionId();
        lounge.pass(Duration.ofMinutes(10));
        assertThat(lounge.view(second).endReason()).isEqualTo(EndReason.NEVER_CONNECTED);

        SessionId third = trial(Lounge.PLAYER).orThrow().sessionId();
        lounge.connect(third);
        lounge.live.end(third, EndReason.ENDED_BY_PLAYER);

        assertThat(code(trial(Lounge.PLAYER))).isEqualTo(ErrorCode.TRIAL_ALREADY_USED);
    }

    @Test
    void aTrialSaysItsRealEndWhichNothingMoves() throws Exception {
        Hired hired = trial(Lounge.PLAYER).orThrow();
        SessionId id = hired.sessionId();
        assertThat(hired.expiresAt()).isEqualTo(start.plus(Duration.ofMinutes(10)));

        lounge.process.clock().advance(Duration.ofMinutes(2));
        var client = new FakeClient(lounge.process.clock());
        var line = lounge.line(id, client);
        Instant end = start.plus(Duration.ofMinutes(7));
        assertThat(client.next("session_started").at("/data/expiresAt").asText())
                .isEqualTo(end.toString());
        assertThat(lounge.view(id).expiresAt()).isEqualTo(end);
        line.said("{\"type\":\"pause\"}");
        Eventually.holds(() -> lounge.view(id).status() == SessionStatus.PAUSED);

        assertThat(lounge.view(id).expiresAt()).isEqualTo(end);
    }

    @Test
    void aTrialThatIsPausedOrLeftEndsAtItsTimeAllTheSame() throws Exception {
        SessionId id = trial(Lounge.PLAYER).orThrow().sessionId();
        var client = new FakeClient(lounge.process.clock());
        lounge.line(id, client).said("{\"type\":\"pause\"}");
        Eventually.holds(() -> lounge.view(id).status() == SessionStatus.PAUSED);

        lounge.pass(Duration.ofMinutes(5));

        assertThat(client.next("session_ended").at("/data/reason").asText()).isEqualTo("trial_over");
        SessionId other = trial(Lounge.PLAYER, AgentId.of("agent-1")).orThrow().sessionId();
        lounge.line(other, new FakeClient(lounge.process.clock())).lost();
        Eventually.holds(() -> lounge.view(other).status() == SessionStatus.PAUSED);

        lounge.pass(Duration.ofMinutes(5));

        assertThat(lounge.view(other).endReason()).isEqualTo(EndReason.TRIAL_OVER);
    }

    @Test
    void whereItsRuntimeIsNoLongerConnectedASessionWaitsAndNobodyStandsIn() throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        lounge.connected.remove("builtin");
        var early = new FakeClient(lounge.process.clock());
        lounge.line(id, early);
        assertThat(early.next("error").at("/data/code").asText()).isEqualTo("RUNTIME_NOT_CONNECTED");
        lounge.pass(Duration.ofMinutes(2));

        lounge.connected.add("builtin");
        lounge.connect(id);

        assertThat(lounge.view(id).dof().consumed()).isEqualTo(Dof.ZERO);
    }

    @Test
    void whatAnswersIsSaidOnTheSessionAndAtItsStart() throws Exception {
        lounge.now(with(lounge.agent(Lounge.COACH), Provider.OPENAI, true, true, Provider.BUILTIN));
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        var client = new FakeClient(lounge.process.clock());
        lounge.line(id, client);

        var started = client.next("session_started");

        assertThat(started.at("/data/provider").asText()).isEqualTo("openai");
        assertThat(started.at("/data/runtime").asText()).isEqualTo("builtin");
        assertThat(lounge.view(id).provider()).isEqualTo("openai");
        assertThat(lounge.view(id).runtime()).isEqualTo("builtin");
    }

    private AgentView coach(boolean shown, boolean listed, @Nullable Provider runtime) {
        return with(lounge.agent(Lounge.COACH), Provider.BUILTIN, shown, listed, runtime);
    }

    static AgentView with(AgentView a, Provider provider, boolean shown, boolean listed, @Nullable Provider runtime) {
        return new AgentView(
                a.id(),
                a.ownerId(),
                a.creatorId(),
                a.baseAgentId(),
                a.name(),
                a.description(),
                a.imageUrl(),
                a.rank(),
                a.type(),
                provider,
                a.nationality(),
                a.language(),
                a.voiceId(),
                a.features(),
                a.toolkit(),
                a.specialization(),
                a.baseRate(),
                a.configuration(),
                shown,
                listed,
                runtime,
                a.version());
    }

    private Outcome<Hired> trial(UserId user) {
        return trial(user, Lounge.COACH);
    }

    private Outcome<Hired> trial(UserId user, AgentId agent) {
        return lounge.own
                .start(new Caller.User(user, Caller.Role.USER), agent, SessionType.TRIAL, null, null, null)
                .outcome();
    }

    private Outcome<Hired> owned(UserId user) {
        return lounge.own
                .start(
                        new Caller.User(user, Caller.Role.USER),
                        Lounge.COACH,
                        SessionType.OWNED,
                        Dof.of(10_000),
                        null,
                        null)
                .outcome();
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection().code();
    }
}
