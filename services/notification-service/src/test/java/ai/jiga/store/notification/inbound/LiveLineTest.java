package ai.jiga.store.notification.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.lines.ChannelKind;
import ai.jiga.store.lines.CloseCodes;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.testing.TestClock;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is said on `/ws`, held to `docs/api/asyncapi.yaml`.
final class LiveLineTest {
    private static final Path DESCRIPTION = Path.of("..", "..", "docs", "api", "asyncapi.yaml");
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final ObjectMapper json = DocumentJson.mapper();
    private final TestClock clock = new TestClock(NOW);
    private final FakeClient client = new FakeClient();
    private final FakeRoom room = new FakeRoom();
    private final AtomicInteger ends = new AtomicInteger();
    private final LiveLine line = new LiveLine(
            new Caller.User(UserId.of("player"), Caller.Role.USER),
            client,
            Map.of("listing", room),
            json,
            clock,
            Runnable::run,
            ends::incrementAndGet);

    private final class FakeClient implements Connection {
        private final List<JsonNode> heard = new ArrayList<>();
        private int pings;
        private int taken;
        private int closed;
        private boolean signedOut;
        private Instant lastHeard = NOW;

        @Override
        public void send(byte[]... frames) {
            try {
                for (byte[] frame : frames) {
                    heard.add(json.readTree(frame));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void ping() {
            pings++;
        }

        @Override
        public Instant lastHeard() {
            return lastHeard;
        }

        @Override
        public boolean isSignedOut() {
            return signedOut;
        }

        @Override
        public void taken() {
            taken++;
        }

        @Override
        public void close(int code, String reason) {
            closed = code;
        }

        private JsonNode last() {
            return heard.getLast();
        }
    }

    /// Where listings are listened to; that of id `none` is none.
    private final class FakeRoom implements ChannelKind {
        private final List<Listener> listeners = new ArrayList<>();
        private int left;

        @Override
        public Scope scope() {
            return Scope.SESSIONS;
        }

        @Override
        public String name() {
            return "listing";
        }

        @Override
        public boolean hasId() {
            return true;
        }

        @Override
        public Outcome<Listening> open(Caller.User caller, String id, Listener listener) {
            if (id.equals("none")) {
                return Outcome.rejected(ErrorCode.LISTING_NOT_FOUND, "There is no listing with this id.");
            }
            listeners.add(listener);
            listener.heard(happened("early"));
            return Outcome.done(new Listening() {
                @Override
                public @Nullable JsonNode snapshot() {
                    return json.createObjectNode().put("listingId", id);
                }

                @Override
                public void close() {
                    left++;
                }
            });
        }
    }

    private JsonNode happened(String type) {
        return json.createObjectNode().put("type", type).put("at", NOW.toString());
    }

    private void subscribe(String channel) {
        line.said("{\"type\":\"subscribe\",\"data\":{\"channel\":\"" + channel + "\"}}");
    }

    @Test
    void aKeyListensToWhatItsScopesAreFor() {
        keyed(Scope.NOTIFICATIONS).said("{\"type\":\"subscribe\",\"data\":{\"channel\":\"listing:l-1\"}}");
        assertThat(client.last()
                        .path("code")
                        .asText(client.last().at("/data/code").asText()))
                .isEqualTo("SCOPE_MISSING");
        assertThat(room.listeners).isEmpty();

        keyed(Scope.NOTIFICATIONS, room.scope())
                .said("{\"type\":\"subscribe\",\"data\":{\"channel\":\"listing:l-1\"}}");
        assertThat(room.listeners).hasSize(1);
    }

    private LiveLine keyed(Scope... scopes) {
        var key = new Admission.ByKey("k-1", 1, false, Set.of(scopes), Set.of(), Set.of(), Purse.OWN, null);
        return new LiveLine(
                new Caller.User(UserId.of("studio"), Caller.Role.USER, key),
                client,
                Map.of("listing", room),
                json,
                clock,
                Runnable::run,
                ends::incrementAndGet);
    }

    @Test
    void everyFrameFitsItsDescription() throws IOException {
        JsonNode description = new YAMLMapper().readTree(DESCRIPTION.toFile());
        for (String message : List.of("subscribe", "unsubscribe", "ping")) {
            for (JsonNode example : description.at("/components/messages/" + message + "/examples")) {
                line.said(example.path("payload").toString());
            }
        }
        subscribe("listing:a");
        subscribe("listing:none");
        line.said("nonsense");
        client.signedOut = true;
        line.look(NOW);
        Map<String, String> names =
                Map.of("subscribed", "subscribed", "event", "event", "error", "refused", "pong", "pong");
        assertThat(client.heard)
                .extracting(frame -> frame.path("type").asText())
                .containsAll(names.keySet())
                .isSubsetOf(names.keySet());
        for (JsonNode frame : client.heard) {
            ObjectNode schema = description
                    .at("/components/messages/" + names.get(frame.path("type").asText()) + "/payload")
                    .deepCopy();
            schema.set("components", description.path("components"));
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(frame))
                    .as("%s", frame)
                    .isEmpty();
        }
    }

    @Test
    void nothingIsHeardOfAChannelBeforeItIsSaidToHaveBegun() {
        subscribe("listing:a");
        assertThat(client.heard)
                .extracting(frame -> frame.path("type").asText())
                .containsExactly("subscribed", "event");
    }

    @Test
    void aSecondSubscriptionTakesThePlaceOfTheFirst() {
        subscribe("listing:a");
        subscribe("listing:a");
        assertThat(room.left).isEqualTo(1);
    }

    @Test
    void aLineHasRoomForTwentyChannels() {
        for (int i = 0; i < LiveLine.MOST_CHANNELS; i++) {
            subscribe("listing:" + i);
        }
        subscribe("listing:one-more");
        assertThat(client.last().at("/data/code").asText()).isEqualTo("TOO_MANY_CHANNELS");
        line.said("{\"type\":\"unsubscribe\",\"data\":{\"channel\":\"listing:3\"}}");
        subscribe("listing:one-more");
        assertThat(room.listeners).hasSize(LiveLine.MOST_CHANNELS + 1);
    }

    @Test
    void everyMessageIsTakenWhateverItIs() {
        subscribe("listing:none");
        line.said("nonsense");
        line.said("{\"type\":\"ping\"}");
        assertThat(client.taken).isEqualTo(3);
    }

    @Test
    void aChannelThatBreaksOffIsSaidToAndMayBeBegunAnew() {
        subscribe("listing:a");
        room.listeners.getFirst().lost();
        assertThat(client.last().at("/data/code").asText()).isEqualTo("UNAVAILABLE");
        assertThat(room.left).isEqualTo(1);
    }

    @Test
    void aClientThatIsSilentForTwoPingsHasLeft() {
        subscribe("listing:a");
        for (int second = 1; second <= 49; second++) {
            line.look(NOW.plusSeconds(second));
        }
        assertThat(client.pings).isEqualTo(2);
        assertThat(client.closed).isZero();
        line.look(NOW.plusSeconds(50));
        assertThat(client.closed).isEqualTo(CloseCodes.SILENT);
        assertThat(room.left).isEqualTo(1);
        assertThat(ends).hasValue(1);
    }

    @Test
    void oneThatAnswersIsNotSentAway() {
        for (int second = 1; second <= 200; second++) {
            client.lastHeard = NOW.plusSeconds(second);
            line.look(NOW.plusSeconds(second));
        }
        assertThat(client.closed).isZero();
    }

    @Test
    void whoSignedOutIsSentAway() {
        subscribe("listing:a");
        client.signedOut = true;
        line.look(NOW.plusSeconds(1));
        assertThat(client.closed).isEqualTo(CloseCodes.SIGNED_OUT);
        assertThat(room.left).isEqualTo(1);
    }
}
