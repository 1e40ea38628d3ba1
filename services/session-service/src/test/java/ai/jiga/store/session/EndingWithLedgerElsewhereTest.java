package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.EndReason;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.usecase.SessionView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The same, where a session ends first and is settled then.
class EndingWithLedgerElsewhereTest extends EndingTest {
    @Override
    Lounge lounge() {
        return Lounge.withLedgerElsewhere();
    }

    @Test
    void whatCannotBeSettledNowIsSettledLater() throws Exception {
        try (var lounge = lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            lounge.connect(id);
            lounge.pass(Duration.ofSeconds(7));
            lounge.payments.failNext(1);

            Session ended = lounge.live.end(id, EndReason.ENDED_BY_PLAYER);
            assertThat(ended.status().isOver()).isTrue();
            assertThat(lounge.view(id).settlement()).isEqualTo(SessionView.SettlementState.HELD);
            lounge.pass(Duration.ofSeconds(1));

            assertThat(lounge.view(id).settlement()).isEqualTo(SessionView.SettlementState.SETTLED);
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(999_993);
        }
    }
}
