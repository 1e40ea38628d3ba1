package ai.jiga.store.assets.images;

import ai.jiga.store.assets.ImageProcessor;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// One image on its way from bytes to pixels: first its size, which costs nothing, then, if it is wanted,
/// the pixels of its first frame.
final class Decoding implements AutoCloseable {
    /// A pixel takes up to eight bytes.
    private static final long MOST_AT_ONCE = 8_000_000;

    private final ImageReader reader;
    private final ImageInputStream input;
    private final int width;
    private final int height;
    private boolean isDamaged;

    /// @throws IOException when there is no size in it
    Decoding(ImageKind kind, byte[] bytes) throws IOException {
        reader = readerOf(kind);
        reader.addIIOReadWarningListener((_, warning) -> isDamaged |= tellsOfMissingPixels(warning));
        input = new MemoryCacheImageInputStream(
                new ByteArrayInputStream(kind == ImageKind.PNG ? TransparentGrey.asDecoded(bytes) : bytes));
        try {
            // Metadata is left alone: texts in a PNG are packed, and may unpack to anything.
            reader.setInput(input, false, true);
            width = reader.getWidth(0);
            height = reader.getHeight(0);
            if (width < 1 || height < 1) {
                throw new IOException("no pixels");
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private static ImageReader readerOf(ImageKind kind) throws IOException {
        if (kind == ImageKind.WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.format());
        if (!readers.hasNext()) {
            throw new IOException("this Java has no reader of " + kind);
        }
        return readers.next();
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean isTooLarge() {
        return width > ImageProcessor.MAX_SIDE
                || height > ImageProcessor.MAX_SIDE
                || (long) width * height > ImageProcessor.MAX_PIXELS;
    }

    /// Leaves pixels out of a large image while reading, so that twice the wanted width is left to scale
    /// from.
    ///
    /// @param wanted the width that the widest rendition has, of the stored pixels
    /// @throws IOException when some pixels are not there
    BufferedImage read(int wanted) throws IOException {
        int step = Math.max(1, width / (2 * wanted));
        while ((long) (width / step) * (height / step) > MOST_AT_ONCE) {
            step++;
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(0, param);
        if (isDamaged) {
            throw new IOException("pixels are missing");
        }
        return image;
    }

    /// What libjpeg says of a segment that ends early, and fills up. Other warnings are of what cameras get
    /// wrong and no eye sees.
    private static boolean tellsOfMissingPixels(String warning) {
        return warning.contains("premature end") || warning.contains("bad Huffman code");
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            input.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
