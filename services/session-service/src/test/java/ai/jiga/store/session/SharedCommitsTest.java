package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.model.UsageEntry;
import ai.jiga.store.session.model.UsageFlush;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Many sessions at once, whose frames become durable together.
class SharedCommitsTest {
    private static final int SESSIONS = 30;
    private static final int FRAMES = 20;

    @Test
    void oneThatCannotBeWrittenKeepsNoOtherBackAndEachIsChargedForItsOwn() throws Exception {
        try (var lounge = new Lounge(SESSIONS)) {
            List<SessionId> ids = new ArrayList<>();
            List<FakeClient> clients = new ArrayList<>();
            List<LiveSessions.Line> lines = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                ids.add(lounge.hired(lounge.another(i), 10_000));
                clients.add(new FakeClient(lounge.process.clock()));
                lines.add(lounge.line(ids.get(i), clients.get(i)));
                clients.get(i).next("session_started");
            }
            // As a node would leave it that was asleep, and wrote when its seat was another's already.
            stale(lounge, ids.getFirst());

            for (int seq = 1; seq <= FRAMES; seq++) {
                for (LiveSessions.Line line : lines) {
                    line.said(Lounge.text(seq, "chat"));
                }
            }

            clients.getFirst().next("error");
            for (int i = 1; i < SESSIONS; i++) {
                clients.get(i).settled(FRAMES);
                assertThat(lounge.view(ids.get(i)).dof().consumed()).isEqualTo(Dof.of(100L * FRAMES));
            }
            Eventually.holds(() -> lounge.live.count() == SESSIONS - 1);
            assertThat(lounge.view(ids.getFirst()).dof().consumed()).isEqualTo(Dof.ZERO);
            var back = new FakeClient(lounge.process.clock());
            lounge.line(ids.getFirst(), back);
            assertThat(back.next("session_started").at("/data/resumedFromSeq").asLong())
                    .isEqualTo(1);
        }
    }

    private static void stale(Lounge lounge, SessionId id) {
        var entry =
                new UsageEntry(1, lounge.process.clock().instant(), List.of(), UsageEntry.Result.TAKEN_IN, null, false);
        lounge.process.foundation().store().transact(tx -> {
            tx.set(SessionCollections.usage(id, 1), UsageFlush.of(List.of(entry), Progress.NONE));
            return id;
        });
    }
}
