package ai.jiga.store.session.media;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import java.util.List;

/// A picture of the game, as its header has it.
///
/// @param bytes its size
public record Picture(long width, long height, long bytes) {
    /// The formats that are read here.
    public static final List<String> FORMATS = List.of("png", "jpeg", "webp");

    public static final int MOST_BYTES = 1 << 20;
    private static final long MOST_PIXELS_A_SIDE = 16_384;
    private static final int LEAST_START_OF_FRAME = 0xC0;
    private static final int MOST_START_OF_FRAME = 0xCF;

    public static Outcome<Picture> of(byte[] file) {
        if (file.length > MOST_BYTES) {
            return Outcome.rejected(
                    ErrorCode.IMAGE_TOO_LARGE, "A picture has at most 1 MiB (1,048,576 bytes). Send a smaller one.");
        }
        var in = new Bytes(file);
        try {
            long[] size;
            if (in.has(0, "\u0089PNG\r\n\u001A\n")) {
                size = png(in);
            } else if (in.has(0, "\u00FF\u00D8\u00FF")) {
                size = jpeg(in);
            } else if (in.has(0, "RIFF") && in.has(8, "WEBP")) {
                size = webp(in);
            } else {
                return Outcome.rejected(
                        Rejection.of(ErrorCode.NOT_AN_IMAGE, "'data.image' is base64 of a picture: PNG, JPEG or WebP.")
                                .with("formats", FORMATS));
            }
            if (size[0] < 1 || size[1] < 1 || size[0] > MOST_PIXELS_A_SIDE || size[1] > MOST_PIXELS_A_SIDE) {
                throw new UnreadableMediaException("has no size that a picture can have");
            }
            return Outcome.done(new Picture(size[0], size[1], file.length));
        } catch (UnreadableMediaException e) {
            return Outcome.rejected(ErrorCode.IMAGE_UNREADABLE, "The picture in 'data.image' " + e.getMessage() + ".");
        }
    }

    private static long[] png(Bytes in) throws UnreadableMediaException {
        in.skip(8);
        if (in.big(4) != 13 || !in.has(0, "IHDR")) {
            throw new UnreadableMediaException("has no header");
        }
        in.skip(4);
        return new long[] {in.big(4), in.big(4)};
    }

    /// As far as the frame's header: what stands before it is passed over.
    private static long[] jpeg(Bytes in) throws UnreadableMediaException {
        in.skip(2);
        while (true) {
            if (in.one() != 0xFF) {
                throw new UnreadableMediaException("has something between its segments");
            }
            int marker = in.one();
            while (marker == 0xFF) {
                marker = in.one();
            }
            Bytes segment = in.take(in.big(2) - 2);
            boolean tables = marker == 0xC4 || marker == 0xC8 || marker == 0xCC;
            if (marker >= LEAST_START_OF_FRAME && marker <= MOST_START_OF_FRAME && !tables) {
                segment.skip(1);
                long height = segment.big(2);
                return new long[] {segment.big(2), height};
            }
            if (marker == 0xDA || marker == 0xD9) {
                throw new UnreadableMediaException("has no header");
            }
        }
    }

    private static long[] webp(Bytes in) throws UnreadableMediaException {
        in.skip(12);
        boolean lossy = in.has(0, "VP8 ");
        boolean lossless = in.has(0, "VP8L");
        boolean extended = in.has(0, "VP8X");
        in.skip(8);
        if (lossy) {
            in.skip(3);
            if (in.big(3) != 0x9D012A) {
                throw new UnreadableMediaException("has no header");
            }
            return new long[] {in.little(2) & 0x3FFF, in.little(2) & 0x3FFF};
        }
        if (lossless && in.one() == 0x2F) {
            long bits = in.little(4);
            return new long[] {(bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1};
        }
        if (extended) {
            in.skip(4);
            return new long[] {in.little(3) + 1, in.little(3) + 1};
        }
        throw new UnreadableMediaException("has no header");
    }
}
