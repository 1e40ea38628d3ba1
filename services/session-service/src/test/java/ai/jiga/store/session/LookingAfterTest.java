package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LookingAfterTest {
    @Test
    void whatIsDueTogetherIsLookedAfterTogetherAndOneThatWaitsHoldsUpNone() throws Exception {
        List<Runnable> begun = new ArrayList<>();
        try (var lounge = new Lounge()) {
            SessionId first = lounge.hired(AgentId.of("agent-1"), 10_000);
            SessionId second = lounge.hired(AgentId.of("agent-2"), 10_000);
            var look = lounge.lookingOn(begun::add);
            lounge.process.clock().advance(Duration.ofMinutes(10));

            look.sweep();
            look.sweep();
            assertThat(begun).hasSize(2);
            begun.get(1).run();
            look.sweep();

            assertThat(begun).hasSize(2);
            assertThat(List.of(lounge.view(first), lounge.view(second)))
                    .filteredOn(session -> session.status().isOver())
                    .hasSize(1);
            begun.get(0).run();
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000);
        }
    }
}
