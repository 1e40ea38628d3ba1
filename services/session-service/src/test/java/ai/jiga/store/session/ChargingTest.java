package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.session.live.LiveSessions;
import ai.jiga.store.session.model.SessionCollections;
import ai.jiga.store.session.usecase.ReadSessions.UsageView;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is charged was accepted, understood and measured.
class ChargingTest {
    private final Lounge lounge = new Lounge();
    private final FakeClient client = new FakeClient(lounge.process.clock());

    @AfterEach
    void close() {
        lounge.close();
    }

    @Test
    void picturesForAnAgentThatDoesNotLookAreRefusedAndFree() throws Exception {
        SessionId id = lounge.hired(Lounge.PLAIN, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        for (int i = 0; i < 20; i++) {
            line.said(Lounge.picture(1, Clips.png()));
            JsonNode refused = client.settled(1);
            assertThat(refused.at("/data/code").asText()).isEqualTo("FRAMES_NOT_READ");
            assertThat(refused.at("/data/accepted").asBoolean(true)).isFalse();
        }

        assertThat(charged(id)).isEmpty();
        line.said(Lounge.text(1, "chat"));
        assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(100);
    }

    @Test
    void picturesForAnAgentThatLooksCostBeyondItsRate() throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        for (int seq = 1; seq <= 5; seq++) {
            line.said(Lounge.picture(seq, Clips.jpeg()));
            client.settled(seq);
        }

        // Silver looks at three a second by itself.
        assertThat(charged(id)).extracting(UsageView::dof).containsExactly(Dof.of(100), Dof.of(100));
    }

    @ParameterizedTest
    @CsvSource({
        "bm90IGEgcGljdHVyZQ==, NOT_AN_IMAGE",
        "iVBORw0KGgo=, IMAGE_UNREADABLE",
        "not base64!, MALFORMED_FRAME",
        "'', MALFORMED_FRAME",
    })
    void whatIsNoPictureIsRefusedAndFree(String image, String code) throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        line.said("{\"type\":\"frame\",\"seq\":1,\"data\":{\"image\":\"" + image + "\"}}");

        assertThat(client.settled(1).at("/data/code").asText()).isEqualTo(code);
        assertThat(charged(id)).isEmpty();
    }

    @Test
    void voiceForAnAgentWithoutVoiceChatIsRefusedAndFree() throws Exception {
        SessionId id = lounge.hired(Lounge.PLAIN, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        line.said(Lounge.voice(1, Clips.wav(5_000), "chat"));

        assertThat(client.settled(1).at("/data/code").asText()).isEqualTo("NO_VOICE_CHAT");
        assertThat(charged(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "not base64!, MALFORMED_FRAME",
        "SUQzBAAAAAAA, AUDIO_FORMAT_UNSUPPORTED",
        "T2dnUwAA, AUDIO_UNREADABLE",
    })
    void whatIsNoClipIsRefusedAndFreeWhateverItsDuration(String audio, String code) throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        line.said("{\"type\":\"voice_input\",\"seq\":1,\"data\":{\"audio\":\"" + audio
                + "\",\"format\":\"wav\",\"duration\":59}}");

        assertThat(client.settled(1).at("/data/code").asText()).isEqualTo(code);
        assertThat(charged(id)).isEmpty();
    }

    @Test
    void voiceIsChargedByItsOwnLengthWhateverTheClientSays() throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        line.said(Lounge.voice(1, Clips.ogg(2_500), "nothing")
                .replace("\"transcript\"", "\"duration\":59,\"transcript\""));

        assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(30);
        assertThat(charged(id)).extracting(UsageView::units).containsExactly(3L);
    }

    @Test
    void whatTheAgentDidNotUnderstandIsFreeVoiceAndSideWorkIncluded() throws Exception {
        SessionId id = lounge.hired(Lounge.COACH, 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        line.said(Lounge.text(1, "huh+tool+chat+remember"));
        line.said(Lounge.voice(2, Clips.webm(4_000), "huh+chat"));

        JsonNode first = client.settled(1);
        assertThat(first.at("/data/dofConsumed").asLong()).isZero();
        assertThat(first.path("type").asText()).isEqualTo("agent_response");
        assertThat(client.settled(2).at("/data/dofConsumed").asLong()).isZero();
        assertThat(charged(id)).isEmpty();
        assertThat(lounge.process.store().get(SessionCollections.memory(Lounge.PLAYER, Lounge.COACH)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "plain, remember, 0",
        "plain, lesson, 0",
        "plain, team, 0",
        "plain, sound, 0",
        "plain, tool, 0",
        "plain, comment, 0",
        "coach, made-up-tool, 0",
        "coach, comment, 0",
        "coach, blank, 0",
        "coach, chat+reason, 100",
        "coach, warn+detect, 0",
        "coach, remember, 30",
        "coach, lesson, 500",
        "coach, team, 50",
        "coach, sound, 25",
        "coach, tool, 20",
        "commentator, comment, 40",
    })
    void anAgentIsPaidForWhatItWasHiredWithAndOnce(String agent, String script, long dof) throws Exception {
        SessionId id = lounge.hired(AgentId.of(agent), 10_000);
        LiveSessions.Line line = lounge.line(id, client);

        line.said(Lounge.text(1, script));

        assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(dof);
        assertThat(lounge.process.store().get(SessionCollections.memory(Lounge.PLAYER, AgentId.of(agent))))
                .matches(memory -> memory.isPresent() == (agent.equals("coach") && script.equals("remember")));
    }

    @ParameterizedTest
    @CsvSource({
        "coach, team, 50",
        "coach, lesson, 500",
        "coach, tool, 20",
        "coach, remember, 90",
        "coach, sound, 75",
        "commentator, comment, 40"
    })
    void anEngineThatRepeatsItselfIsNotPaidForIt(String agent, String script, long dof) throws Exception {
        LiveSessions.Line line = lounge.line(lounge.hired(AgentId.of(agent), 10_000), client);

        line.said(Lounge.text(1, String.join("+", Collections.nCopies(40, script))));

        assertThat(client.settled(1).at("/data/dofConsumed").asLong()).isEqualTo(dof);
    }

    @Test
    void wordsThatNoStoreCanKeepAreMendedAndPiecesMayEndWithinACharacter() throws Exception {
        LiveSessions.Line line = lounge.line(lounge.hired(Lounge.COACH, 10_000), client);

        line.said(Lounge.text(1, "odd"));
        JsonNode odd = client.settled(1);
        line.said(Lounge.text(2, "cut"));
        List<String> pieces = client.about(2).stream()
                .map(frame -> frame.at("/data/text").asText())
                .toList();

        assertThat(odd.at("/data/text").asText()).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(odd.at("/data/emotion").asText()).isEqualTo("c\uFFFD");
        assertThat(pieces).containsExactly("so ", "\uD83D\uDE00 it", " is");
    }

    private List<UsageView> charged(SessionId id) {
        return lounge.read.usage(Lounge.PLAYER, id, 100, null).orThrow().items().stream()
                .filter(line -> line.seq() != null)
                .toList();
    }
}
