package ai.jiga.store.assets.images;

import ai.jiga.store.assets.ImageProcessor;
import ai.jiga.store.assets.Processed;
import ai.jiga.store.assets.Processed.Picture;
import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Encodes to WebP with libwebp, which comes in the jar for Linux, macOS and Windows on x86-64 and (but for
/// Windows) ARM64. One image at a time; a few wait, more are refused as [Processed.Busy].
public final class WebpImages implements ImageProcessor, AutoCloseable {
    private static final int WAITING = 7;
    private static final float QUALITY = 0.82f;
    /// The widest first: each is made of the one before it.
    private static final List<Integer> WIDTHS =
            Picture.WIDTHS.stream().sorted((a, b) -> b - a).toList();

    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("assets-images-", 0).daemon().factory());

    @Override
    public Processed process(byte[] uploaded) {
        if (uploaded.length > MAX_BYTES) {
            throw new IllegalArgumentException("an image has at most " + MAX_BYTES + " bytes");
        }
        Optional<ImageKind> kind = ImageKind.of(uploaded);
        if (kind.isEmpty()) {
            return new Processed.NotAnImage();
        }
        try {
            // A wait that ends with the work, interrupted or not, and that holds no carrier thread.
            return CompletableFuture.supplyAsync(() -> processed(kind.get(), uploaded), thread)
                    .join();
        } catch (RejectedExecutionException full) {
            return new Processed.Busy();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e;
        }
    }

    private static Processed processed(ImageKind kind, byte[] bytes) {
        Orientation orientation = Exif.orientation(kind, bytes);
        BufferedImage widest;
        try (var decoding = new Decoding(kind, bytes)) {
            if (decoding.isTooLarge()) {
                return new Processed.TooLarge(decoding.width(), decoding.height());
            }
            if (!Completeness.isWhole(kind, bytes)) {
                return new Processed.Unreadable();
            }
            widest = upright(decoding, orientation);
        } catch (IOException | RuntimeException damaged) {
            // Decoders throw whatever they stumble over; none of it is a fault of ours.
            return new Processed.Unreadable();
        }
        return picture(widest);
    }

    private static BufferedImage upright(Decoding decoding, Orientation orientation) throws IOException {
        int width = decoding.width();
        int height = decoding.height();
        int shown = Math.min(WIDTHS.getFirst(), orientation.lies() ? height : width);
        int stored = orientation.lies() ? Math.max(1, Math.round((float) width * shown / height)) : shown;
        BufferedImage read = Srgb.of(decoding.read(stored));
        BufferedImage upright = Scaling.upright(Scaling.toWidth(read, stored), orientation);
        return Scaling.toWidth(upright, shown);
    }

    private static Picture picture(BufferedImage widest) {
        Map<Integer, byte[]> renditions = new HashMap<>();
        BufferedImage image = widest;
        for (int width : WIDTHS) {
            image = Scaling.toWidth(image, width);
            renditions.put(width, encode(image));
        }
        byte[] first = Objects.requireNonNull(renditions.get(WIDTHS.getFirst()));
        return new Picture(digest(first), renditions);
    }

    private static byte[] encode(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var param = new WebPWriteParam(Locale.ROOT);
            param.setCompressionType(CompressionType.Lossy);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("an image could not be encoded", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /// Ends when the image in work is done.
    @Override
    public void close() {
        thread.close();
    }
}
