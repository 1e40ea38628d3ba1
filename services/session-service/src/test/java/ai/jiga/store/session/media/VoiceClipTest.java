package ai.jiga.store.session.media;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.session.Clips;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceClipTest {
    @ParameterizedTest
    @ValueSource(ints = {20, 980, 1_000, 1_020, 2_500, 30_000})
    void aClipIsAsLongAsItSounds(int millis) {
        assertThat(List.of(Clips.wav(millis), Clips.ogg(millis)))
                .allSatisfy(clip ->
                        assertThat(VoiceClip.of(clip).orThrow().micros()).isEqualTo(millis * 1_000L));
        // WebM has no start to be skipped.
        assertThat(VoiceClip.of(Clips.webm(millis)).orThrow().micros()).isEqualTo(Math.ceilDiv(millis, 20) * 20_000L);
    }

    @Test
    void aSecondThatWasBegunCounts() {
        assertThat(VoiceClip.of(Clips.wav(1_001)).orThrow().seconds()).isEqualTo(2);
        assertThat(VoiceClip.of(Clips.wav(1_000)).orThrow().seconds()).isEqualTo(1);
        assertThat(VoiceClip.of(Clips.wav(20)).orThrow().seconds()).isEqualTo(1);
    }

    @Test
    void aHeaderThatTellsOfMoreThanThereIsIsNotBelieved() {
        assertThat(VoiceClip.of(Clips.wav(1_000, 16_000, 960_000)).orThrow().seconds())
                .isEqualTo(1);
        assertThat(VoiceClip.of(Clips.ogg(1_000, 48_000 * 60)).orThrow().micros())
                .isBetween(1_000_000L, 1_020_000L);
        assertThat(VoiceClip.of(Clips.webm(1_000, "A_OPUS", 60_000)).orThrow().seconds())
                .isEqualTo(1);
    }

    @Test
    void aHeaderThatTellsOfLessThanThereIsIsNotBelieved() {
        assertThat(VoiceClip.of(Clips.wav(5_000, 16_000, 0)).orThrow().seconds())
                .isEqualTo(5);
        assertThat(VoiceClip.of(Clips.ogg(5_000, 960)).orThrow().micros()).isBetween(5_000_000L, 5_020_000L);
        assertThat(VoiceClip.of(Clips.webm(5_000, "A_OPUS", 1)).orThrow().seconds())
                .isEqualTo(5);
        assertThat(code(Clips.wav(5_000, 16_000, 1_600))).isEqualTo(ErrorCode.AUDIO_UNREADABLE);
        assertThat(code(Clips.wav(5_000, 999_999, 80_000))).isEqualTo(ErrorCode.AUDIO_UNREADABLE);
    }

    @Test
    void aClipOfMoreThanAMinuteOrOfNothingIsRefused() {
        assertThat(code(Clips.ogg(60_020))).isEqualTo(ErrorCode.AUDIO_TOO_LONG);
        assertThat(VoiceClip.of(Clips.ogg(60_000)).orThrow().seconds()).isEqualTo(60);
        assertThat(code(Clips.wav(0))).isEqualTo(ErrorCode.AUDIO_UNREADABLE);
        assertThat(code(Clips.webm(0))).isEqualTo(ErrorCode.AUDIO_UNREADABLE);
    }

    @Test
    void whatClaimsMoreThanSpeechIsRecordedWithIsRefused() {
        byte[] clip = Clips.wav(1_000);
        ByteBuffer head = ByteBuffer.wrap(clip).order(ByteOrder.LITTLE_ENDIAN);
        head.putInt(24, 48_000).putInt(28, 96_000);
        assertThat(VoiceClip.of(clip)).isInstanceOf(Outcome.Done.class);

        head.putInt(24, 96_000).putInt(28, 192_000);
        assertThat(code(clip)).isEqualTo(ErrorCode.AUDIO_UNREADABLE);
    }

    static final List<byte[]> OTHERS = List.of(
            new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0},
            new byte[] {(byte) 0xFF, (byte) 0xFB, 1, 2, 3},
            "hello".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Clips.png());

    @ParameterizedTest
    @FieldSource("OTHERS")
    void whatIsInAnotherFormatIsRefusedWithThoseThatAreRead(byte[] file) {
        var refused = (Outcome.Rejected<VoiceClip>) VoiceClip.of(file);

        assertThat(refused.rejection().code()).isEqualTo(ErrorCode.AUDIO_FORMAT_UNSUPPORTED);
        assertThat(refused.rejection().extra()).containsEntry("formats", List.of("wav", "ogg", "webm"));
    }

    @Test
    void anotherCodecInTheContainerIsRefused() {
        assertThat(code(Clips.webm(1_000, "A_VORBIS", 1_000))).isEqualTo(ErrorCode.AUDIO_UNREADABLE);
    }

    @Test
    void whateverIsCutOrChangedIsReadOrRefusedAndNeverCostsMoreThanItsBytesCan() {
        var random = new Random(2026);
        for (byte[] whole : List.of(Clips.wav(700), Clips.ogg(700), Clips.webm(700))) {
            for (int i = 0; i < 2_000; i++) {
                byte[] changed = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                for (int j = random.nextInt(3); j > 0 && changed.length > 0; j--) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                if (VoiceClip.of(changed) instanceof Outcome.Done<VoiceClip> clip) {
                    // An Opus packet of a byte sounds 60 ms, one of two 120 ms.
                    assertThat(clip.value().micros()).isBetween(1L, changed.length * 125_000L);
                }
            }
        }
    }

    private static ErrorCode code(byte[] file) {
        return ((Outcome.Rejected<VoiceClip>) VoiceClip.of(file)).rejection().code();
    }
}
