package ai.jiga.store.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.demo.Tariff.Split;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArithmeticTest {
    private final ObjectMapper json = new ObjectMapper();
    private final Tariff tariff = new Tariff();

    @Test
    void aVariantOfNovaCosts5600AnHour() {
        assertThat(Tariff.variantRate(8_000)).isEqualTo(5_600);
    }

    @Test
    void aVariantPaysSeventyPercentOfTheTariffRoundedDownOncePerLine() {
        assertThat(tariff.variantAction("chat", 1)).isEqualTo(70);
        assertThat(tariff.variantAction("reasoning", 1)).isEqualTo(140);
        assertThat(tariff.variantAction("sound", 1)).isEqualTo(17);
        assertThat(tariff.variantAction("sound", 2)).isEqualTo(35);
        assertThat(tariff.variantAction("voice_out", 3)).isEqualTo(10);
    }

    @Test
    void whatIsNotOnThePriceListIsNamed() {
        assertThatThrownBy(() -> tariff.variantAction("gift_wrap", 1)).hasMessageContaining("gift_wrap");
    }

    @Test
    void timeIsChargedByTheMillisecondRoundedDownOnce() {
        assertThat(Tariff.time(5_600, 3_600_000)).isEqualTo(5_600);
        assertThat(Tariff.time(5_600, 642)).isZero();
        assertThat(Tariff.time(5_600, 643)).isEqualTo(1);
    }

    @Test
    void whatASplitCannotDivideIsTheOwners() {
        assertThat(Split.of(1_000)).isEqualTo(new Split(700, 250, 50));
        assertThat(Split.of(19)).isEqualTo(new Split(15, 4, 0));
        assertThat(LongStream.rangeClosed(0, 20_000).mapToObj(Split::of))
                .extracting(s -> s.owner() + s.platform() + s.creator())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, 20_000).boxed().toList());
    }

    @Test
    void theRecordedMatchIsWholeAndTheDropFollowsAQuestion() {
        var match = Match.recorded(json);

        assertThat(match.moments()).hasSizeBetween(40, 60);
        assertThat(match.moments().getFirst().data().path("kind").asText()).isEqualTo("match_start");
        assertThat(match.moments().get(match.beforeTheDrop() - 1).isQuestion()).isTrue();
        assertThat(match.beforeTheDrop()).isLessThan(match.moments().size());
        assertThat(match.moments().stream().filter(m -> !m.isQuestion()))
                .allSatisfy(m -> assertThat(m.data().path("kind").asText()).isNotBlank());
    }

    @Test
    void aDamagedRecordingIsRefusedByLine() {
        assertThatThrownBy(() ->
                        Match.read(json, "{\"afterMillis\":1,\"frame\":{\"type\":\"text_input\",\"data\":{}}}\nx"))
                .hasMessageContaining("Line 2");
        assertThatThrownBy(() -> Match.read(json, "{\"afterMillis\":1,\"frame\":{\"type\":\"pong\",\"data\":{}}}"))
                .hasMessageContaining("Line 1");
    }

    @Test
    void aFrameCarriesItsNumberBesideItsType() throws Exception {
        var data = json.createObjectNode().put("text", "How am I doing?");
        var written = Frame.sent("text_input", 7, data).written(json, Instant.parse("2026-01-02T03:04:05Z"));

        assertThat(json.readTree(written)).isEqualTo(json.readTree("""
                        {"type":"text_input","seq":7,"timestamp":"2026-01-02T03:04:05Z","data":{"text":"How am I doing?"}}
                        """));
    }

    @Test
    void onlyTheLastPartOfAnAnswerSettlesItsFrame() {
        assertThat(Frame.read(
                                json,
                                "{\"type\":\"agent_response\",\"seq\":3,\"data\":{\"done\":false,\"dofConsumed\":0}}")
                        .settlesItsSeq())
                .isFalse();
        assertThat(Frame.read(
                                json,
                                "{\"type\":\"agent_response\",\"seq\":3,\"data\":{\"done\":true,\"dofConsumed\":70}}")
                        .settlesItsSeq())
                .isTrue();
        assertThat(Frame.read(json, "{\"type\":\"ack\",\"seq\":3,\"dofConsumed\":0}")
                        .settlesItsSeq())
                .isTrue();
    }

    @Test
    void anAmountIsAWholeNumberOrAnError() throws Exception {
        assertThatThrownBy(() -> Answer.amount(json.readTree("{\"dof\":70.5}"), "/dof", "A usage line"))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> Answer.amount(json.readTree("{}"), "/dof", "A usage line"))
                .hasMessageContaining("lacks 'dof'");
    }

    @Test
    void aWrongAmountIsSaidInWords() {
        var checks = new Checks(new Story(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> checks.amount("Pat's wallet", 350_000, 349_999))
                .hasMessage("Pat's wallet: expected 350,000 DOF, but the store says 349,999 DOF (1 DOF too little).");
    }
}
