package ai.jiga.store.assets.images;

import static ai.jiga.store.assets.images.Samples.chunk;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What colours come out, to the last bit, of every way in which a file can write them.
class SrgbTest {
    private static String shown(ImageKind kind, byte[] image) throws IOException {
        try (var decoding = new Decoding(kind, image)) {
            BufferedImage shown = Scaling.upright(Srgb.of(decoding.read(1_024)), Orientation.UPRIGHT);
            assertThat(shown.getRGB(0, 0)).as("the corner").isEqualTo(shown.getRGB(4, 4));
            return HexFormat.of().toHexDigits(shown.getRGB(4, 4));
        }
    }

    static Stream<Arguments> pngs() {
        byte[] palette = chunk("PLTE", 1, 2, 3, 100, 50, 200);
        return Stream.of(
                Arguments.of("grey of 8 bits", png(8, 0, 100), "ff646464"),
                Arguments.of("grey of 8 bits, transparent", png(8, 0, 100, chunk("tRNS", 0, 100)), "00646464"),
                Arguments.of("grey of 8 bits, another transparent", png(8, 0, 100, chunk("tRNS", 0, 7)), "ff646464"),
                Arguments.of("grey of 1 bit", png(1, 0, 0xFF), "ffffffff"),
                Arguments.of("grey of 1 bit, transparent", png(1, 0, 0xFF, chunk("tRNS", 0, 1)), "00ffffff"),
                Arguments.of("grey of 2 bits", png(2, 0, 0x55), "ff555555"),
                Arguments.of("grey of 2 bits, transparent", png(2, 0, 0x55, chunk("tRNS", 0, 1)), "00555555"),
                Arguments.of("grey of 4 bits", png(4, 0, 0x66), "ff666666"),
                Arguments.of("grey of 4 bits, transparent", png(4, 0, 0x66, chunk("tRNS", 0, 6)), "00666666"),
                Arguments.of("grey of 4 bits, another transparent", png(4, 0, 0x66, chunk("tRNS", 0, 5)), "ff666666"),
                Arguments.of("grey of 16 bits", of(16, 0, 100, 100), "ff646464"),
                Arguments.of("grey of 16 bits, rounded up", of(16, 0, 100, 229), "ff656565"),
                Arguments.of(
                        "grey of 16 bits, transparent",
                        Samples.plain(16, 0, new int[] {100, 100}, chunk("tRNS", 100, 100)),
                        "00646464"),
                Arguments.of("grey and alpha of 8 bits", of(8, 4, 100, 255), "ff646464"),
                Arguments.of("grey and alpha of 8 bits, translucent", of(8, 4, 100, 200), "c8646464"),
                Arguments.of("grey and alpha of 16 bits", of(16, 4, 100, 100, 200, 200), "c8646464"),
                Arguments.of("RGB of 8 bits", of(8, 2, 100, 50, 200), "ff6432c8"),
                Arguments.of(
                        "RGB of 8 bits, transparent",
                        Samples.plain(8, 2, new int[] {100, 50, 200}, chunk("tRNS", 0, 100, 0, 50, 0, 200)),
                        "006432c8"),
                Arguments.of("RGB of 16 bits", of(16, 2, 100, 100, 50, 50, 200, 200), "ff6432c8"),
                Arguments.of("RGB and alpha of 8 bits", of(8, 6, 100, 50, 200, 77), "4d6432c8"),
                Arguments.of("RGB and alpha of 16 bits", of(16, 6, 100, 100, 50, 50, 200, 200, 77, 77), "4d6432c8"),
                Arguments.of("a palette", png(8, 3, 1, palette), "ff6432c8"),
                Arguments.of("a palette of 16", png(4, 3, 0x11, palette), "ff6432c8"),
                Arguments.of("a translucent palette", png(8, 3, 1, palette, chunk("tRNS", 255, 77)), "4d6432c8"),
                Arguments.of(
                        "a translucent palette of 16", png(4, 3, 0x11, palette, chunk("tRNS", 0, 77)), "4d6432c8"));
    }

    private static byte[] png(int depth, int type, int pixel, byte[]... chunks) {
        return Samples.plain(depth, type, new int[] {pixel}, chunks);
    }

    private static byte[] of(int depth, int type, int... pixel) {
        return Samples.plain(depth, type, pixel);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pngs")
    void aPngIsShownInItsOwnColours(String what, byte[] png, String argb) throws IOException {
        assertThat(shown(ImageKind.PNG, png)).as(what).isEqualTo(argb);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "100,100", "255,255"})
    void aGreyJpegIsShownInItsOwnGrey(int stored, int shown) throws IOException {
        var image = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
        int[] all = new int[64 * 64];
        java.util.Arrays.fill(all, stored);
        image.getRaster().setPixels(0, 0, 64, 64, all);

        String argb = shown(ImageKind.JPEG, Samples.encoded(image, "jpeg"));

        assertThat(argb).isEqualTo(HexFormat.of().toHexDigits(new Color(shown, shown, shown).getRGB()));
    }

    /// As they are stored, inks leave that much of the light: 200 of cyan and 128 of black leave 200 * 128 /
    /// 255 of red.
    @ParameterizedTest
    @CsvSource({"255,255,255,255,ffffffff", "0,0,0,0,ff000000", "200,100,50,255,ffc86432", "200,100,50,128,ff643219"})
    void inksAreShownByTheLightThatTheyLeave(int cyan, int magenta, int yellow, int black, String argb)
            throws IOException {
        assertThat(shown(ImageKind.JPEG, Samples.inks(0, cyan, magenta, yellow, black)))
                .isEqualTo(argb);
    }

    /// Luma and chroma of the inks, as YCCK stores them: 128 twice is a grey.
    @ParameterizedTest
    @CsvSource({"155,128,128,255", "0,128,128,255", "255,128,128,255"})
    void inksStoredAsLumaAndChromaAreShownAlike(int luma, int blue, int red, int black) throws IOException {
        String ycck = shown(ImageKind.JPEG, Samples.inks(2, luma, blue, red, black));

        int light = 255 - luma;
        assertThat(ycck).isEqualTo(HexFormat.of().toHexDigits(new Color(light, light, light).getRGB()));
    }
}
