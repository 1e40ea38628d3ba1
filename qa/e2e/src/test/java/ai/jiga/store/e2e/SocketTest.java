package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Person.Hire;
import ai.jiga.store.e2e.SessionLine.Frame;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who is let onto a session's line, and what becomes of frames that are none.
@ExtendWith(RunningStore.class)
class SocketTest {
    private final Client store;
    private final Person player;
    private final Hire hire;

    SocketTest(Client store) {
        this.store = store;
        player = Person.withSilver(store);
        hire = player.hires(Variant.SCOUT, 10_000);
    }

    @Test
    void aTicketLetsInOnce() {
        String address = SessionLine.withTicket(hire.url(), hire.ticket());
        try (SessionLine line = SessionLine.open(address)) {
            line.hear("session_started");
        }

        assertThat(SessionLine.refusal(address)).isEqualTo(401);
        try (SessionLine line = SessionLine.open(SessionLine.withTicket(hire.url(), newTicket(player, hire)))) {
            line.hear("session_started");
        }
    }

    @Test
    void aTicketOfAnotherSessionLetsNobodyIn() {
        Person other = Person.withSilver(store);
        Hire theirs = other.hires(Variant.SCOUT, 10_000);
        Hire second = player.hires("nova-coordinator-001", 10_000);

        assertThat(SessionLine.refusal(SessionLine.withTicket(theirs.url(), hire.ticket())))
                .isEqualTo(401);
        assertThat(SessionLine.refusal(SessionLine.withTicket(hire.url(), second.ticket())))
                .isEqualTo(401);
        assertThat(SessionLine.refusal(SessionLine.withTicket(
                        hire.url(),
                        player.client().post("/auth/ticket", Map.of()).text("/ticket"))))
                .isEqualTo(401);
    }

    @Test
    void withoutATokenOrWithABadOneNobodyIsLetIn() {
        String address = SessionLine.withoutQuery(player, hire.session());

        assertThat(SessionLine.refusal(address)).isEqualTo(401);
        assertThat(SessionLine.refusal(address, "Authorization", "Bearer nonsense"))
                .isEqualTo(401);
        assertThat(SessionLine.refusal(address, "Authorization", "Basic cGxheWVyOnBsYXllcg=="))
                .isEqualTo(401);
    }

    @Test
    void theSessionOfAnotherIsNotToBeFound() {
        Person other = Person.register(store);

        assertThat(SessionLine.refusal(
                        SessionLine.withoutQuery(player, hire.session()),
                        "Authorization",
                        "Bearer " + other.client().token()))
                .isEqualTo(404);
    }

    @Test
    void aPageOfAForeignOriginMayNotConnect() {
        String address = SessionLine.withoutQuery(player, hire.session());
        String bearer = "Bearer " + player.client().token();

        assertThat(SessionLine.refusal(address, "Authorization", bearer, "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(SessionLine.refusal(address, "Authorization", bearer, "Origin", "null"))
                .isEqualTo(403);
        try (SessionLine line = SessionLine.open(
                address, "Authorization", bearer, "Origin", store.base().toString())) {
            line.hear("session_started");
        }
    }

    @Test
    void aSessionThatIsOverIsNotConnectedTo() {
        player.ends(hire.session());

        assertThat(SessionLine.refusal(
                        SessionLine.withoutQuery(player, hire.session()),
                        "Authorization",
                        "Bearer " + player.client().token()))
                .isEqualTo(409);
    }

    @Test
    void anAddressThatIsNoSocketAnswersWithAProblem() {
        store.get(store.url("/ws/session/" + hire.session())).isProblem(426, "UPGRADE_REQUIRED");
    }

    @Test
    void ofTwoClientsOnOneSessionTheFirstIsToldAndClosed() {
        try (SessionLine first = SessionLine.open(player, hire.session())) {
            first.hear("session_started");
            first.say(1, "Who are you?");
            try (SessionLine second = SessionLine.open(player, hire.session())) {
                assertThat(second.hear("session_started").amount("resumedFromSeq"))
                        .isEqualTo(1);
                assertThat(first.hear("error").text("code")).isEqualTo("CONNECTED_ELSEWHERE");
                assertThat(first.closed()).isEqualTo(4002);
                second.say(2, "And now?");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            this is not JSON                                                  | MALFORMED_FRAME
            [1, 2, 3]                                                         | MALFORMED_FRAME
            "text_input"                                                      | MALFORMED_FRAME
            {}                                                                | MALFORMED_FRAME
            {"seq": 1, "data": {"text": "no type"}}                           | MALFORMED_FRAME
            {"type": 7}                                                       | MALFORMED_FRAME
            {"type": "dance", "seq": 1}                                       | UNKNOWN_FRAME
            {"type": "text_input", "seq": 1}                                  | MALFORMED_FRAME
            {"type": "text_input", "seq": 1, "data": []}                      | MALFORMED_FRAME
            {"type": "text_input", "seq": 1, "data": {"text": "   "}}         | MALFORMED_FRAME
            {"type": "text_input", "seq": 1.5, "data": {"text": "a"}}         | MALFORMED_FRAME
            {"type": "text_input", "seq": "1", "data": {"text": "a"}}         | MALFORMED_FRAME
            {"type": "text_input", "seq": 1e99, "data": {"text": "a"}}        | MALFORMED_FRAME
            {"type": "text_input", "data": {"text": "a"}}                     | SEQ_REQUIRED
            {"type": "text_input", "seq": 0, "data": {"text": "a"}}           | SEQ_REQUIRED
            {"type": "text_input", "seq": -1, "data": {"text": "a"}}          | SEQ_REQUIRED
            {"type": "text_input", "seq": 2, "data": {"text": "a gap"}}       | SEQ_OUT_OF_ORDER
            {"type": "voice_input", "seq": 1, "data": {"audio": "x"}}         | MALFORMED_FRAME
            {"type": "voice_input", "seq": 1, "data": {"audio": "x", "duration": 1e9}} | MALFORMED_FRAME
            {"type": "game_event", "seq": 1, "data": {}}                      | MALFORMED_FRAME
            {"type": "frame", "seq": 1, "data": {"image": ""}}                | MALFORMED_FRAME
            """)
    void aMalformedFrameIsRefusedAndTheSessionGoesOn(String frame, String code) {
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");

            line.sendText(frame);
            Frame refused = line.hear("error");

            assertThat(refused.text("code")).isEqualTo(code);
            assertThat(refused.text("message")).isNotBlank().doesNotContain("Exception", "jackson");
            line.say(1, "Who are you?");
        }
    }

    @Test
    void aTextThatIsTooLongIsRefusedAndTheLongestIsNot() {
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");

            line.send("text_input", 1L, Map.of("text", "a".repeat(4_001)));

            assertThat(line.hear("error").text("code")).isEqualTo("TEXT_TOO_LONG");
            line.say(1, "a".repeat(4_000));
        }
    }

    @Test
    void aFrameNestedTooDeepIsRefusedAndTheSessionGoesOn() {
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");

            line.sendText("{\"type\":\"game_event\",\"seq\":1,\"data\":{\"kind\":\"kill\",\"a\":" + "[".repeat(5_000)
                    + "]".repeat(5_000) + "}}");

            assertThat(line.hear("error").text("code")).isEqualTo("MALFORMED_FRAME");
            line.say(1, "Who are you?");
        }
    }

    private static String newTicket(Person player, Hire hire) {
        return player.client()
                .post("/sessions/" + hire.session() + "/connection", Map.of())
                .is(200)
                .text("/ticket");
    }
}
