package ai.jiga.store.assets.images;

import java.nio.ByteBuffer;

/// The one grey that a PNG may declare transparent (`tRNS`). Java's reader makes 8 bits of 1, 2 or 4 before
/// it compares, but not of the grey that it compares with, so that nothing is transparent.
final class TransparentGrey {
    private static final int FIRST_CHUNK = 8;
    private static final int DEPTH = 24;
    private static final int COLOUR_TYPE = 25;
    private static final int GREY = 0;
    private static final int CHUNK_FRAME = 12;

    private TransparentGrey() {}

    /// @return the same PNG, or a copy in which that grey has the depth that pixels have once they are decoded
    static byte[] asDecoded(byte[] png) {
        if (png.length <= COLOUR_TYPE || png[COLOUR_TYPE] != GREY || png[DEPTH] >= 8 || png[DEPTH] < 1) {
            return png;
        }
        ByteBuffer bytes = ByteBuffer.wrap(png);
        int at = FIRST_CHUNK;
        while (at <= png.length - CHUNK_FRAME) {
            int length = bytes.getInt(at);
            if (length < 0 || length > png.length - at - CHUNK_FRAME || ImageKind.at(png, at + 4, "IDAT")) {
                break;
            }
            if (ImageKind.at(png, at + 4, "tRNS") && length == 2) {
                int most = (1 << png[DEPTH]) - 1;
                byte[] copy = png.clone();
                // The checksum behind it is read by nobody.
                ByteBuffer.wrap(copy).putShort(at + 8, (short) ((bytes.getShort(at + 8) & most) * 255 / most));
                return copy;
            }
            at += CHUNK_FRAME + length;
        }
        return png;
    }
}
