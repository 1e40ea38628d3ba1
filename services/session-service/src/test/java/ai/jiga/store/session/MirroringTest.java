package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.live.LiveState;
import ai.jiga.store.session.usecase.SweepMirror;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What onlookers see of a session.
class MirroringTest {
    private static final long ALLOCATION = 10_000;

    private final Lounge lounge = new Lounge();

    @AfterEach
    void close() {
        lounge.close();
    }

    private LiveState shown(SessionId id) {
        return lounge.mirror.state(id.value()).orElseThrow();
    }

    @Test
    void aSessionIsShownFromItsFirstConnectionToItsEnd() throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, ALLOCATION);
        assertThat(lounge.mirror.shown()).isEmpty();

        FakeClient client = lounge.connect(id);
        client.next("dof_update");
        Eventually.holds(() -> lounge.mirror.shown().contains(id.value()));
        assertThat(shown(id))
                .isEqualTo(new LiveState(
                        "active",
                        0,
                        ALLOCATION,
                        3_600,
                        "player",
                        "owner",
                        lounge.process.clock().instant()));

        lounge.pass(Duration.ofSeconds(5));
        Eventually.holds(() -> shown(id).consumed() == 5);
        assertThat(shown(id).remaining()).isEqualTo(ALLOCATION - 5);

        lounge.live.end(id, ai.jiga.store.session.model.EndReason.ENDED_BY_PLAYER);
        assertThat(lounge.mirror.shown()).isEmpty();
    }

    @Test
    void aSessionWhoseClockStandsIsShownAsPaused() throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, ALLOCATION);
        var client = new FakeClient(lounge.process.clock());
        var line = lounge.line(id, client);
        client.next("dof_update");
        Eventually.holds(() -> lounge.mirror.shown().contains(id.value()));

        line.lost();

        Eventually.holds(() -> shown(id).status().equals("paused"));
    }

    @Test
    void whatADeadProcessLeftInTheMirrorIsSweptAway() throws Exception {
        SessionId running = lounge.hired(Lounge.COACH, ALLOCATION);
        lounge.connect(running).next("dof_update");
        Eventually.holds(() -> lounge.mirror.shown().contains(running.value()));
        SessionId over = lounge.hired(Lounge.VARIANT, ALLOCATION);
        lounge.live.end(over, ai.jiga.store.session.model.EndReason.ENDED_BY_PLAYER);
        lounge.mirror.show(over.value(), shown(running));
        lounge.mirror.show("never-heard-of", shown(running));
        lounge.mirror.show("not an id", shown(running));

        var sweep = new SweepMirror(lounge.process.store(), lounge.mirror);

        assertThat(sweep.sweep()).isEqualTo(3);
        assertThat(lounge.mirror.shown()).containsExactly(running.value());
        assertThat(sweep.sweep()).isZero();
    }
}
