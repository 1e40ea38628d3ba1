package ai.jiga.store.assets.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.assets.ImageProcessor;
import ai.jiga.store.assets.Processed;
import ai.jiga.store.assets.Processed.Picture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebpImagesTest {
    private final WebpImages images = new WebpImages();

    @AfterEach
    void close() {
        images.close();
    }

    private Picture picture(byte[] uploaded) {
        return switch (images.process(uploaded)) {
            case Picture picture -> picture;
            case Processed other -> throw new AssertionError("no picture, but " + other);
        };
    }

    private static byte[] bytes(Picture picture, int width) {
        return Objects.requireNonNull(picture.renditions().get(width));
    }

    private static BufferedImage shown(Picture picture, int width) {
        return Samples.decodedWebp(bytes(picture, width));
    }

    /// The colour in the middle of a quarter.
    private static void assertColour(BufferedImage image, double right, double down, Color wanted) {
        var colour = new Color(image.getRGB((int) (image.getWidth() * right), (int) (image.getHeight() * down)), true);
        int off = Math.max(
                Math.abs(colour.getRed() - wanted.getRed()),
                Math.max(
                        Math.abs(colour.getGreen() - wanted.getGreen()),
                        Math.abs(colour.getBlue() - wanted.getBlue())));
        assertThat(off).as("%s instead of %s", colour, wanted).isLessThan(16);
    }

    private static void assertQuarters(BufferedImage image) {
        assertColour(image, 0.25, 0.25, Color.RED);
        assertColour(image, 0.75, 0.25, Color.GREEN);
        assertColour(image, 0.25, 0.75, Color.BLUE);
        assertColour(image, 0.75, 0.75, Color.WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void everyKindComesOutAsWebpInThreeWidths(String format) {
        Picture picture = picture(Samples.quarters(1_100, 550, format));

        for (int width : Picture.WIDTHS) {
            assertThat(ImageKind.of(bytes(picture, width))).contains(ImageKind.WEBP);
            BufferedImage image = shown(picture, width);
            assertThat(image.getWidth()).isEqualTo(width);
            assertThat(image.getHeight()).isEqualTo(width / 2);
            assertQuarters(image);
        }
    }

    @Test
    void nothingIsEnlarged() {
        Picture picture = picture(Samples.quarters(300, 200, "png"));

        assertThat(shown(picture, 1024).getWidth()).isEqualTo(300);
        assertThat(shown(picture, 512).getWidth()).isEqualTo(300);
        assertThat(shown(picture, 128).getWidth()).isEqualTo(128);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2000", "2000,1", "3,8000", "2929,8192"})
    void extremeShapesKeepTheirShape(int width, int height) {
        Picture picture = picture(Samples.quarters(width, height, "png"));

        BufferedImage image = shown(picture, 1024);
        assertThat(image.getWidth()).isEqualTo(Math.min(1024, width));
        assertThat(image.getHeight())
                .isBetween(
                        Math.max(1, (int) (0.99 * height * image.getWidth() / width) - 1),
                        (int) (1.01 * height * image.getWidth() / width) + 1);
    }

    @Test
    void theSameImageIsTheSamePicture() {
        byte[] png = Samples.quarters(600, 600, "png");

        Picture first = picture(png);
        Picture again = picture(png);
        Picture other = picture(Samples.quarters(601, 600, "png"));

        assertThat(again.digest()).isEqualTo(first.digest()).isNotEqualTo(other.digest());
        Picture.WIDTHS.forEach(width -> assertThat(bytes(again, width)).isEqualTo(bytes(first, width)));
    }

    /// What a camera stores for the quarters to be shown as they are: read row by row, `shown(x, y)` of each.
    @ParameterizedTest
    @CsvSource({
        "1,RED,GREEN,BLUE,WHITE",
        "2,GREEN,RED,WHITE,BLUE",
        "3,WHITE,BLUE,GREEN,RED",
        "4,BLUE,WHITE,RED,GREEN",
        "5,RED,BLUE,GREEN,WHITE",
        "6,BLUE,RED,WHITE,GREEN",
        "7,WHITE,GREEN,BLUE,RED",
        "8,GREEN,WHITE,RED,BLUE",
        "9,RED,GREEN,BLUE,WHITE"
    })
    void aPhotoIsTurnedUprightAsItsCameraSays(
            int orientation, String leftAbove, String rightAbove, String leftBelow, String rightBelow)
            throws ReflectiveOperationException {
        BufferedImage image = shown(picture(Samples.photo(1_200, 900, orientation)), 512);

        boolean lies = orientation >= 5 && orientation <= 8;
        assertThat(image.getWidth()).isEqualTo(512);
        assertThat(image.getHeight()).isEqualTo(lies ? 683 : 384);
        assertColour(image, 0.25, 0.25, colour(leftAbove));
        assertColour(image, 0.75, 0.25, colour(rightAbove));
        assertColour(image, 0.25, 0.75, colour(leftBelow));
        assertColour(image, 0.75, 0.75, colour(rightBelow));
    }

    private static Color colour(String name) throws ReflectiveOperationException {
        return (Color) Color.class.getField(name).get(null);
    }

    @Test
    void aPngIsTurnedUprightToo() {
        byte[] png = Samples.withChunk(Samples.quarters(400, 200, "png"), "eXIf", Samples.exif(6));

        BufferedImage image = shown(picture(png), 1024);

        assertThat(image.getWidth()).isEqualTo(200);
        assertColour(image, 0.25, 0.25, Color.BLUE);
    }

    @Test
    void nothingOfTheOriginalButItsPixelsIsLeft() {
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        byte[] png = Samples.quarters(200, 200, "png");
        byte[] polyglot = Arrays.copyOf(png, png.length + script.length);
        System.arraycopy(script, 0, polyglot, png.length, script.length);

        for (byte[] uploaded :
                List.of(Samples.photo(200, 200, 1), Samples.withChunk(png, "tEXt", Samples.GPS), polyglot)) {
            for (byte[] rendition : picture(uploaded).renditions().values()) {
                assertThat(new String(rendition, StandardCharsets.ISO_8859_1))
                        .doesNotContain("GPS", "Exif", "EXIF", "script");
            }
        }
    }

    @Test
    void whatIsTransparentStaysSo() {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_ARGB);
        image.createGraphics().fillRect(0, 0, 200, 400);

        BufferedImage shown = shown(picture(Samples.encoded(image, "png")), 128);

        assertThat(new Color(shown.getRGB(32, 64), true).getAlpha()).isGreaterThan(240);
        assertThat(new Color(shown.getRGB(96, 64), true).getAlpha()).isLessThan(16);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void everyDepthOfAPngIsRead(int type) {
        BufferedImage image = shown(picture(Samples.encoded(Samples.quarters(300, 300, type), "png")), 512);

        assertColour(image, 0.75, 0.75, Color.WHITE);
    }

    /// What WebP itself changes is less than a tenth of what Java's idea of grey would.
    @Test
    void greyIsAsGreyAsItWas() {
        for (byte[] png : List.of(
                Samples.plain(8, 0, new int[] {100}),
                Samples.plain(8, 4, new int[] {100, 255}),
                Samples.plain(16, 4, new int[] {100, 100, 255, 255}))) {
            Color grey = new Color(shown(picture(png), 128).getRGB(4, 4), true);

            assertThat(grey.getRed()).isBetween(98, 102);
            assertThat(grey.getAlpha()).isEqualTo(255);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void anImageWhoseEndIsMissingIsRefused(String format) {
        byte[] whole = noise(format);
        assertThat(images.process(whole)).isInstanceOf(Picture.class);

        for (int part : List.of(whole.length / 2, whole.length * 9 / 10, whole.length - 2)) {
            assertThat(images.process(Arrays.copyOf(whole, part)))
                    .as("%d of %d bytes", part, whole.length)
                    .isEqualTo(new Processed.Unreadable());
        }
    }

    @Test
    void aPhotoOfWhichHalfIsMissingBeforeItsEndIsRefused() {
        byte[] whole = noise("jpeg");
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        half[half.length - 2] = (byte) 0xFF;
        half[half.length - 1] = (byte) 0xD9;

        assertThat(images.process(half)).isEqualTo(new Processed.Unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void whatFollowsTheEndOfAnImageIsNobodysBusiness(String format) {
        byte[] whole = noise(format);

        assertThat(images.process(Arrays.copyOf(whole, whole.length + 1_000))).isInstanceOf(Picture.class);
    }

    private static byte[] noise(String format) {
        var image = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
        var random = new Random(11);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 200; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return Samples.encoded(image, format);
    }

    @ParameterizedTest
    @CsvSource({"8193,10", "10,8193", "4900,4899", "2147483647,2147483647", "65535,65535"})
    void tooManyPixelsAreRefusedByTheHeaderAlone(int width, int height) {
        assertThat(images.process(Samples.claiming(width, height))).isEqualTo(new Processed.TooLarge(width, height));
    }

    @Test
    void whatIsNoImageIsNone() {
        for (String text : List.of(
                "", "x", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "RIFF1234WAVEfmt ", "BM123456")) {
            assertThat(images.process(text.getBytes(StandardCharsets.US_ASCII)))
                    .as(text)
                    .isEqualTo(new Processed.NotAnImage());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "webp"})
    void damagedImagesAreRefusedAndNeverAFault(String format) {
        byte[] good = Samples.quarters(64, 64, format);
        var random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] bad = i % 2 == 0 ? good.clone() : Arrays.copyOf(good, random.nextInt(17, good.length));
            for (int flips = random.nextInt(1, 6); flips > 0; flips--) {
                bad[random.nextInt(16, bad.length)] ^= (byte) (1 << random.nextInt(8));
            }

            Processed processed = images.process(bad);

            assertThat(processed).isInstanceOfAny(Picture.class, Processed.Unreadable.class, Processed.TooLarge.class);
        }
        assertThat(images.process(Arrays.copyOf(good, 16))).isEqualTo(new Processed.Unreadable());
    }

    @Test
    void aPackedTextIsNotUnpacked() {
        byte[] packed = new byte[200_000];
        var deflater = new java.util.zip.Deflater(9);
        deflater.setInput(new byte[100_000_000]);
        deflater.finish();
        int length = deflater.deflate(packed, 4, packed.length - 4);
        deflater.end();
        packed[0] = 'a';

        picture(Samples.withChunk(Samples.quarters(64, 64, "png"), "zTXt", Arrays.copyOf(packed, length + 4)));
    }

    @Test
    void ofManyAtOnceSomeWaitAndTheRestAreToldSo() throws Exception {
        byte[] png = Samples.quarters(900, 900, "png");
        List<Future<Processed>> all = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                all.add(threads.submit(() -> images.process(png)));
            }
        }
        int pictures = 0;
        for (Future<Processed> each : all) {
            assertThat(each.get()).isInstanceOfAny(Picture.class, Processed.Busy.class);
            pictures += each.get() instanceof Picture ? 1 : 0;
        }
        assertThat(pictures).isBetween(1, 20);
    }

    @Test
    void moreBytesThanAnImageHasAreTheCallersFault() {
        assertThatIllegalArgumentException().isThrownBy(() -> images.process(new byte[ImageProcessor.MAX_BYTES + 1]));
    }
}
