package ai.jiga.store.assets.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Whether an image reaches the end that its format has. Decoders fill up with grey what is missing, and a
/// picture of which half is grey is not what its owner wanted to show. What follows the end is nobody's
/// business.
final class Completeness {
    private static final int PNG_SIGNATURE = 8;
    private static final int GIF_HEADER = 13;
    private static final int GIF_IMAGE = 0x2C;
    private static final int GIF_EXTENSION = 0x21;
    private static final int GIF_END = 0x3B;

    private Completeness() {}

    static boolean isWhole(ImageKind kind, byte[] image) {
        try {
            return switch (kind) {
                case JPEG -> jpegEnds(image);
                case PNG -> pngEnds(image);
                case GIF -> gifEnds(image);
                case WEBP -> webpEnds(image);
            };
        } catch (IndexOutOfBoundsException cutShort) {
            return false;
        }
    }

    /// Segments of FF, a marker, and a length that counts itself; pixels lie between, where an FF that is no marker is
    /// followed by 0.
    private static boolean jpegEnds(byte[] image) {
        int at = 2;
        while (true) {
            while (image[at] != (byte) 0xFF || isNoMarker(image[at + 1] & 0xFF)) {
                at++;
            }
            int marker = image[at + 1] & 0xFF;
            if (marker == 0xD9) {
                return true;
            }
            at += 2 + ((image[at + 2] & 0xFF) << 8 | image[at + 3] & 0xFF);
        }
    }

    /// Stuffing, filling, restarts and what else has no length.
    private static boolean isNoMarker(int marker) {
        return marker <= 1 || marker == 0xFF || marker >= 0xD0 && marker <= 0xD8;
    }

    private static boolean pngEnds(byte[] image) {
        ByteBuffer bytes = ByteBuffer.wrap(image);
        int at = PNG_SIGNATURE;
        while (at <= image.length - 12) {
            int length = bytes.getInt(at);
            if (length < 0 || length > image.length - at - 12) {
                return false;
            }
            if (ImageKind.at(image, at + 4, "IEND")) {
                return true;
            }
            at += 12 + length;
        }
        return false;
    }

    private static boolean gifEnds(byte[] image) {
        int at = GIF_HEADER + tableLength(image[10]);
        while (true) {
            switch (image[at]) {
                case GIF_END -> {
                    return true;
                }
                case GIF_IMAGE -> at = afterBlocks(image, at + 11 + tableLength(image[at + 9]));
                case GIF_EXTENSION -> at = afterBlocks(image, at + 2);
                // Some writers leave a zero too many.
                case 0 -> at++;
                default -> {
                    return false;
                }
            }
        }
    }

    private static int tableLength(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    /// Blocks of a length and as many bytes, the last of which is empty.
    private static int afterBlocks(byte[] image, int from) {
        int at = from;
        while (image[at] != 0) {
            at += 1 + (image[at] & 0xFF);
        }
        return at + 1;
    }

    private static boolean webpEnds(byte[] image) {
        long length = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFFFFFFL;
        return length <= image.length - 8;
    }
}
