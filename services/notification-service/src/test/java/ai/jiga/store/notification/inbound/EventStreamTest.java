package ai.jiga.store.notification.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.usecase.FollowUser.Happened;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.Test;

/// How a stream ends.
final class EventStreamTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final Caller.User PLAYER =
            new Caller.User(UserId.of("player"), Caller.Role.USER, new Admission.SignedIn("sign-in", 0));

    private final AtomicInteger cuts = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final Client client = new Client();
    private boolean signedOut;

    private final EventStream stream = new EventStream(
            PLAYER,
            client,
            new SseImpl(),
            cuts::incrementAndGet,
            (user, by) -> signedOut,
            JsonMapper.builder().addModule(new JavaTimeModule()).build(),
            NOW,
            ends::incrementAndGet);

    /// A client that takes what it is sent when it is told to.
    private static final class Client implements SseEventSink {
        private final List<OutboundSseEvent> sent = new ArrayList<>();
        private final List<CompletableFuture<Void>> untaken = new ArrayList<>();
        private boolean takes = true;
        private boolean closed;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("closed");
            }
            sent.add(event);
            var taken = new CompletableFuture<Void>();
            if (takes) {
                taken.complete(null);
            } else {
                untaken.add(taken);
            }
            return taken;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aClientThatTakesNothingIsCutOff() {
        client.takes = false;
        for (int i = 0; i < 20; i++) {
            stream.heard(event("a".repeat(100_000)));
        }
        assertThat(cuts).hasValue(1);
        assertThat(ends).hasValue(1);
        assertThat(client.sent).hasSizeLessThan(11);
    }

    @Test
    void oneThatTakesWhatItIsSentMayBeSentAnyAmount() {
        for (int i = 0; i < 100; i++) {
            stream.heard(event("a".repeat(100_000)));
        }
        assertThat(cuts).hasValue(0);
        assertThat(client.sent).hasSize(100);
    }

    @Test
    void aSignOutEndsTheStreamAtTheNextLook() {
        stream.look(NOW.plusSeconds(1));
        assertThat(client.closed).isFalse();
        signedOut = true;
        stream.look(NOW.plusSeconds(2));
        assertThat(client.closed).isTrue();
        assertThat(ends).hasValue(1);
    }

    @Test
    void aStreamThatIsQuietIsGivenASignOfLifeAndEndsAfterAnHour() {
        stream.look(NOW.plus(EventStream.BEAT));
        stream.look(NOW.plus(EventStream.BEAT).plusSeconds(1));
        assertThat(client.sent).hasSize(1).allMatch(event -> event.getComment() != null && event.getData() == null);
        stream.look(NOW.plus(EventStream.LONGEST));
        assertThat(client.closed).isTrue();
    }

    @Test
    void aClientThatWentIsForgotten() {
        client.closed = true;
        stream.heard(event("something"));
        assertThat(ends).hasValue(1);
        stream.look(NOW.plusSeconds(1));
        assertThat(ends).hasValue(1);
    }

    private static Happened event(String text) {
        return new Happened(
                "1780315200000-00000001",
                "notification",
                NOW,
                JsonNodeFactory.instance.objectNode().put("text", text));
    }
}
