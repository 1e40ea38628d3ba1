package ai.jiga.store.assets.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Finds the orientation in an image's Exif, and reads nothing else of it: a library that reads all
/// metadata would unpack whatever a stranger packed. Anything that is not as it should be means upright.
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY = 12;

    private Exif() {}

    static Orientation orientation(ImageKind kind, byte[] image) {
        try {
            return switch (kind) {
                case JPEG -> inJpeg(image);
                case PNG -> inChunks(image, 8, ByteOrder.BIG_ENDIAN);
                case WEBP -> inChunks(image, 12, ByteOrder.LITTLE_ENDIAN);
                case GIF -> Orientation.UPRIGHT;
            };
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            return Orientation.UPRIGHT;
        }
    }

    /// The segments before the pixels: FF, a marker, a length that counts itself.
    private static Orientation inJpeg(byte[] image) {
        ByteBuffer bytes = ByteBuffer.wrap(image);
        int at = 2;
        while (at + 4 <= image.length && image[at] == (byte) 0xFF) {
            int marker = image[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == 0xDA || marker == 0xD9) {
                break;
            }
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == 0xE1 && ImageKind.at(image, at + 4, "Exif\0\0")) {
                return inTiff(bytes, at + 10, length - 8);
            }
            if (length < 2) {
                break;
            }
            at += 2 + length;
        }
        return Orientation.UPRIGHT;
    }

    /// PNG: length, name, data, checksum. WebP: name, length, data, and a byte more where the length is odd.
    private static Orientation inChunks(byte[] image, int from, ByteOrder order) {
        ByteBuffer bytes = ByteBuffer.wrap(image).order(order);
        boolean png = order == ByteOrder.BIG_ENDIAN;
        int at = from;
        while (at <= image.length - 8) {
            int length = bytes.getInt(png ? at : at + 4);
            if (length < 0 || length > image.length - at - 8) {
                break;
            }
            if (ImageKind.at(image, png ? at + 4 : at, png ? "eXIf" : "EXIF")) {
                int prefix = ImageKind.at(image, at + 8, "Exif\0\0") ? 6 : 0;
                return inTiff(bytes, at + 8 + prefix, length - prefix);
            }
            at += png ? 12 + length : 8 + length + (length & 1);
        }
        return Orientation.UPRIGHT;
    }

    /// A byte order, the number 42, and where the first directory is: entries of tag, type, count and value.
    private static Orientation inTiff(ByteBuffer image, int from, int length) {
        ByteBuffer tiff = image.duplicate().position(from).limit(from + length).slice();
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(2) != 42) {
            return Orientation.UPRIGHT;
        }
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                return Orientation.of(tiff.getShort(entry + 8) & 0xFFFF);
            }
        }
        return Orientation.UPRIGHT;
    }
}
