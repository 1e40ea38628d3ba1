package ai.jiga.store.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Voice clips and pictures as recorders write them, and as cheats do.
public final class Clips {
    /// One frame of 20 ms of Opus: what a player hears in any case.
    private static final byte[] OPUS_20_MS = {(byte) 0xF8, 1, 2, 3};

    private static final int MS_EACH = 20;
    private static final int SAMPLES_EACH = 960;
    private static final int PRE_SKIP = 312;

    private Clips() {}

    public static byte[] wav(int millis) {
        return wav(millis, 16_000, millis * 16L);
    }

    /// @param perSecond as the header has it, over 8 bits mono of 8,000
    /// @param said how many bytes of data the header tells of
    public static byte[] wav(int millis, int perSecond, long said) {
        int bytes = millis * 16;
        ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(perSecond);
        file.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt((int) said);
        return file.array();
    }

    public static byte[] ogg(int millis) {
        return ogg(millis, (long) millis * 48 + PRE_SKIP);
    }

    /// @param granule the position that its last page tells
    public static byte[] ogg(int millis, long granule) {
        var file = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(19).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("OpusHead"))
                .put((byte) 1)
                .put((byte) 1)
                .putShort((short) PRE_SKIP)
                .putInt(48_000);
        page(file, 2, 0, head.array());
        page(file, 0, 0, ascii("OpusTags\0\0\0\0\0\0\0\0"));
        // One packet more than is heard: its start is skipped.
        int packets = millis / MS_EACH + 1;
        for (int at = 0; at < packets; at += 50) {
            byte[][] these = new byte[Math.min(50, packets - at)][];
            java.util.Arrays.fill(these, OPUS_20_MS);
            boolean last = at + these.length == packets;
            page(file, last ? 4 : 0, last ? granule : (long) (at + these.length) * SAMPLES_EACH, these);
        }
        return file.toByteArray();
    }

    private static void page(ByteArrayOutputStream file, int flags, long granule, byte[]... packets) {
        ByteBuffer head = ByteBuffer.allocate(27 + packets.length).order(ByteOrder.LITTLE_ENDIAN);
        head.put(ascii("OggS"))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(granule)
                .putInt(7)
                .putInt(0)
                .putInt(0);
        head.put((byte) packets.length);
        for (byte[] packet : packets) {
            head.put((byte) packet.length);
        }
        file.writeBytes(head.array());
        for (byte[] packet : packets) {
            file.writeBytes(packet);
        }
    }

    /// As a browser records: its segment and clusters have no length.
    public static byte[] webm(int millis) {
        return webm(millis, "A_OPUS", millis);
    }

    /// @param said its duration, as the header has it
    public static byte[] webm(int millis, String codec, double said) {
        var file = new ByteArrayOutputStream();
        element(file, "1A45DFA3", of("4282", ascii("webm")));
        file.writeBytes(hex("18538067" + "01FFFFFFFFFFFFFF"));
        element(
                file,
                "1549A966",
                of("4489", ByteBuffer.allocate(8).putDouble(said).array()));
        var track = new ByteArrayOutputStream();
        element(track, "D7", new byte[] {1});
        element(track, "86", ascii(codec));
        element(file, "1654AE6B", of("AE", track.toByteArray()));
        for (int at = 0; at < millis; at += MS_EACH) {
            if (at % 1_000 == 0) {
                file.writeBytes(hex("1F43B675" + "01FFFFFFFFFFFFFF"));
                element(file, "E7", new byte[] {(byte) (at >> 8), (byte) at});
            }
            var block = new ByteArrayOutputStream();
            block.writeBytes(new byte[] {(byte) 0x81, (byte) (at % 1_000 >> 8), (byte) (at % 1_000), 0});
            block.writeBytes(OPUS_20_MS);
            element(file, "A3", block.toByteArray());
        }
        return file.toByteArray();
    }

    public static byte[] png() {
        return hex("89504E470D0A1A0A" + "0000000D49484452" + "0000000A00000014" + "0806000000" + "00000000");
    }

    public static byte[] jpeg() {
        return hex(
                "FFD8" + "FFE00004" + "0000" + "FFC00011" + "08" + "0014" + "000A" + "03011100021100031100" + "FFD9");
    }

    public static byte[] webp() {
        return hex("52494646" + "1A000000" + "57454250" + "5650384C" + "0D000000" + "2F" + "09C00400"
                + "0000000000000000");
    }

    private static byte[] of(String id, byte[] content) {
        var file = new ByteArrayOutputStream();
        element(file, id, content);
        return file.toByteArray();
    }

    private static void element(ByteArrayOutputStream file, String id, byte[] content) {
        file.writeBytes(hex(id));
        file.write(0x40 | content.length >> 8);
        file.write(content.length);
        file.writeBytes(content);
    }

    static byte[] hex(String text) {
        return java.util.HexFormat.of().parseHex(text);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
