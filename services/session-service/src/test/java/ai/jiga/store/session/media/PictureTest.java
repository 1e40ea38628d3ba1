package ai.jiga.store.session.media;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.session.Clips;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PictureTest {
    @Test
    void aPictureIsAsLargeAsItsHeaderSays() {
        for (byte[] file : List.of(Clips.png(), Clips.jpeg(), Clips.webp())) {
            assertThat(Picture.of(file).orThrow()).isEqualTo(new Picture(10, 20, file.length));
        }
    }

    @Test
    void whatIsNoPictureIsRefused() {
        assertThat(code("<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(ErrorCode.NOT_AN_IMAGE);
        assertThat(code(Clips.wav(20))).isEqualTo(ErrorCode.NOT_AN_IMAGE);
        assertThat(code(Arrays.copyOf(Clips.png(), 12))).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
        assertThat(code(Arrays.copyOf(Clips.jpeg(), 9))).isEqualTo(ErrorCode.IMAGE_UNREADABLE);
    }

    @Test
    void aPictureOfOneMebibyteIsTakenAndOneByteMoreIsNot() {
        assertThat(Picture.of(Arrays.copyOf(Clips.png(), 1 << 20)).orThrow().bytes())
                .isEqualTo(1 << 20);
        assertThat(code(Arrays.copyOf(Clips.png(), (1 << 20) + 1))).isEqualTo(ErrorCode.IMAGE_TOO_LARGE);
    }

    @Test
    void whateverIsCutOrChangedIsReadOrRefused() {
        var random = new Random(2026);
        for (byte[] whole : List.of(Clips.png(), Clips.jpeg(), Clips.webp())) {
            for (int i = 0; i < 5_000; i++) {
                byte[] changed = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                if (changed.length > 0) {
                    changed[random.nextInt(changed.length)] = (byte) random.nextInt();
                }
                assertThat(Picture.of(changed)).isNotNull();
            }
        }
    }

    private static ErrorCode code(byte[] file) {
        return ((Outcome.Rejected<Picture>) Picture.of(file)).rejection().code();
    }
}
