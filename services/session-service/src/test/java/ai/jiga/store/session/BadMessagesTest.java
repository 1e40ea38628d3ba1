package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.HireRequest;
import ai.jiga.store.contracts.session.Hired;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.usecase.ConfigureSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Whatever comes in is answered, at every door, and the session goes on.
class BadMessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final List<String> BAD_CONFIGURATIONS = List.of(
            "{\"a\":[[\"b\"]]}",
            "{\"a\":18446744073709551615}",
            "{\"a\":1e999}",
            "{\"a\":" + "{\"a\":".repeat(24) + "1" + "}".repeat(25),
            "{\"a\":\"\\ud83d\"}",
            "{\"a b\":1}",
            "{\"target_fps\":200}",
            "{\"high_speed_mode\":\"warp\"}");

    @Test
    void whatStandsBehindAFrameIsNotPassedOver() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

            line.said("{\"type\":\"ping\"} {\"type\":\"end_session\"}");

            assertThat(client.next("error").at("/data/code").asText()).isEqualTo("MALFORMED_FRAME");
            goesOn(line, client);
        }
    }

    @Test
    void aPingIsAnsweredWhileTheAgentThinks() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

            line.said(Lounge.text(1, "wait+chat"));
            line.said("{\"type\":\"ping\"}");

            client.next("pong");
            lounge.runtime.mayGoOn.release();
            assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(100);
        }
    }

    @ParameterizedTest
    @FieldSource("BAD_CONFIGURATIONS")
    void aConfigurationThatMayNotBeIsRefusedOnTheSocketAndTheSessionGoesOn(String configuration) throws Exception {
        try (var lounge = new Lounge()) {
            SessionId id = lounge.hired(Lounge.COACH, 10_000);
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(id, client);

            line.said("{\"type\":\"config_update\",\"data\":" + configuration + "}");

            assertThat(client.next("error").at("/data/code").asText())
                    .isIn("INVALID_CONFIGURATION", "TARGET_FPS_RANGE", "HIGH_SPEED_MODE_UNKNOWN", "MALFORMED_FRAME");
            goesOn(line, client);
            assertThat(lounge.view(id).configuration()).isEmpty();
        }
    }

    @ParameterizedTest
    @FieldSource("BAD_CONFIGURATIONS")
    void aConfigurationThatMayNotBeIsRefusedAtHireAtStartAndWhenReplacedAndHoldsNothing(String configuration)
            throws Exception {
        try (var lounge = new Lounge()) {
            JsonNode bad = JSON.readTree(configuration);
            HireRequest plain = lounge.request(Lounge.COACH, 10_000, null, null);
            var asking = new HireRequest(
                    plain.playerId(),
                    plain.listingId(),
                    plain.agentId(),
                    plain.rate(),
                    plain.allocation(),
                    null,
                    bad,
                    null,
                    null,
                    null,
                    null);
            var owner = new Caller.User(Lounge.OWNER, Caller.Role.USER);

            Outcome<Hired.Result> hired = lounge.sessions.hire(asking);
            Outcome<Hired> owned = lounge.own
                    .start(owner, Lounge.COACH, SessionType.OWNED, Dof.of(10_000), bad, null)
                    .outcome();
            SessionId id = lounge.hired(Lounge.VARIANT, 10_000);
            var replaced = new ConfigureSession(lounge.process.store()).replace(Lounge.PLAYER, id, bad);

            assertThat(List.of(code(hired), code(owned), code(replaced)))
                    .allSatisfy(code -> assertThat(code)
                            .isIn(
                                    ErrorCode.INVALID_CONFIGURATION,
                                    ErrorCode.TARGET_FPS_RANGE,
                                    ErrorCode.HIGH_SPEED_MODE_UNKNOWN));
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(990_000);
        }
    }

    static final List<String> BAD_MESSAGES = List.of(
            "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"\\ud83d\"}}",
            "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"a\\u0000b\"}}",
            "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"\\u3164\\u2800\"}}",
            "{\"type\":\"text_input\",\"seq\":1,\"data\":{\"text\":\"\\u202eabc\"}}",
            "{\"type\":\"game_event\",\"seq\":1,\"data\":{\"kind\":\"kill\",\"victim\":\"\\udc00\"}}",
            "{\"type\":\"game_event\",\"seq\":1,\"data\":{\"kind\":\"kill\",\"\\ud800\":1}}",
            "{\"type\":\"game_event\",\"seq\":1,\"data\":{\"kind\":\"kill\",\"a\":" + "[".repeat(40) + "]".repeat(40)
                    + "}}",
            "{\"type\":\"voice_input\",\"seq\":1,\"data\":{\"audio\":\"x\",\"duration\":1e999}}",
            "{\"type\":\"config_update\",\"data\":{\"a\":\"\\ud83d\"}}",
            "{\"type\":\"\\ud83d\"}",
            "{\"type\":\"text_input\",\"seq\":18446744073709551615,\"data\":{\"text\":\"a\"}}");

    @ParameterizedTest
    @FieldSource("BAD_MESSAGES")
    void aMessageThatIsNotFitIsAnsweredAndTheSessionGoesOn(String message) throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

            line.said(message);

            assertThat(client.next("error").at("/data/code").asText())
                    .isIn("MALFORMED_FRAME", "UNFIT_TEXT", "UNKNOWN_FRAME");
            goesOn(line, client);
        }
    }

    @Test
    void aFrameOverWhichTheAgentBreaksDownIsAFailedAnswerAndFree() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

            line.said(Lounge.text(1, "break"));

            assertThat(client.settled(1).at("/data/code").asText()).isEqualTo("MODEL_FAILED");
            line.said(Lounge.text(2, "chat"));
            assertThat(client.settled(2).at("/data/dofConsumed").asLong()).isEqualTo(100);
        }
    }

    @Test
    void whateverGoesWrongOnOurSideIsSaidAndTheSessionGoesOn() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

            line.said("{\"type\":\"config_update\",\"data\":{\"torn\":true}}");

            assertThat(client.next("error").at("/data/code").asText()).isEqualTo("INTERNAL");
            goesOn(line, client);
        }
    }

    @Test
    void aTextIsCountedInWhatAPersonSees() throws Exception {
        try (var lounge = new Lounge()) {
            var client = new FakeClient(lounge.process.clock());
            var line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);
            String flag = "\uD83C\uDDE9\uD83C\uDDEA";

            line.said(Lounge.text(1, flag.repeat(4_001)));
            assertThat(client.settled(1).at("/data/code").asText()).isEqualTo("TEXT_TOO_LONG");

            line.said(Lounge.text(1, flag.repeat(4_000)));
            assertThat(client.settled(1).path("type").asText()).isEqualTo("ack");
        }
    }

    private static void goesOn(ai.jiga.store.session.live.LiveSessions.Line line, FakeClient client)
            throws InterruptedException {
        line.said(Lounge.text(1, "chat"));
        assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(100);
        assertThat(client.closed()).isEmpty();
    }

    private static ErrorCode code(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection().code();
    }

    @Test
    void aConversationThatCannotBeOpenedEndsTheLineAndLetsTheSessionGo() throws Exception {
        try (var lounge = new Lounge()) {
            HireRequest plain = lounge.request(Lounge.COACH, 10_000, null, null);
            SessionId id = lounge.sessions
                    .hire(new HireRequest(
                            plain.playerId(),
                            plain.listingId(),
                            plain.agentId(),
                            plain.rate(),
                            plain.allocation(),
                            null,
                            JSON.readTree("{\"torn\":true}"),
                            null,
                            null,
                            null,
                            null))
                    .orThrow()
                    .hired()
                    .sessionId();
            var client = new FakeClient(lounge.process.clock());
            lounge.line(id, client);

            Eventually.holds(() -> client.closed().isPresent());
            Eventually.holds(() -> lounge.live.count() == 0);
            lounge.pass(Duration.ofMinutes(10));
            assertThat(lounge.view(id).status().isOver()).isTrue();
            assertThat(lounge.payments.available(Lounge.PLAYER)).isEqualTo(1_000_000);
        }
    }
}
