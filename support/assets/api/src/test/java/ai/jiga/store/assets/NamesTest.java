package ai.jiga.store.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void aNameReadsBackAsItWasWritten() {
        var name = new AssetName(DIGEST, 512);

        assertThat(name).hasToString(DIGEST + "-512.webp");
        assertThat(AssetName.parse(name.toString())).contains(name);
        assertThat(name.reference()).isEqualTo("asset:" + name);
    }

    @Test
    void nothingThatLeadsElsewhereIsAName() {
        for (String text : List.of(
                "",
                ".",
                "..",
                "../" + DIGEST + "-512.webp",
                DIGEST + "-512.webp/..",
                DIGEST.toUpperCase(java.util.Locale.ROOT) + "-512.webp",
                DIGEST + "-0.webp",
                DIGEST + "-0512.webp",
                DIGEST + "-512.png",
                DIGEST + "-512.webp\n",
                DIGEST + "-512.webp\0.txt",
                DIGEST + "%2f-512.webp",
                "x" + DIGEST + "-512.webp")) {
            assertThat(AssetName.parse(text)).as(text).isEmpty();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> new AssetName("..", 512));
        assertThatIllegalArgumentException().isThrownBy(() -> new UploadId("../../etc/passwd"));
    }

    @Test
    void anUploadForOneThingIsNotThatForAnother() {
        assertThat(UploadId.of("agent-1", "n")).isEqualTo(UploadId.of("agent-1", "n"));
        assertThat(UploadId.of("agent-1", "n")).isNotEqualTo(UploadId.of("agent-2", "n"));
        assertThat(UploadId.of("agent-1", "2n")).isNotEqualTo(UploadId.of("agent-12", "n"));
    }
}
