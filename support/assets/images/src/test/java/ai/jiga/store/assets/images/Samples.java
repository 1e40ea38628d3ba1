package ai.jiga.store.assets.images;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Makes images as people and attackers upload them.
final class Samples {
    static final byte[] GPS = "GPS 47.3769 N, 8.5417 E".getBytes(StandardCharsets.US_ASCII);

    private Samples() {}

    /// Red left above, green right above, blue left below, white right below.
    static BufferedImage quarters(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(width / 2, 0, width - width / 2, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width / 2, height - height / 2);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(width / 2, height / 2, width - width / 2, height - height / 2);
        graphics.dispose();
        return image;
    }

    static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new AssertionError("no writer of " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] quarters(int width, int height, String format) {
        return encoded(quarters(width, height, BufferedImage.TYPE_INT_RGB), format);
    }

    /// A JPEG from a camera that was held so, with a position.
    static byte[] photo(int width, int height, int orientation) {
        byte[] jpeg = quarters(width, height, "jpeg");
        byte[] exif = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + exif.length + 10)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    static byte[] exif(int orientation) {
        return ByteBuffer.allocate(26 + GPS.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("II".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation)
                .putInt(0)
                .put(GPS)
                .array();
    }

    /// A PNG with another chunk behind its header.
    static byte[] withChunk(byte[] png, String name, byte[] data) {
        byte[] chunk = chunk(name, data);
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, 33)
                .put(chunk)
                .put(png, 33, png.length - 33)
                .array();
    }

    /// A PNG that claims to be so large, and holds a few bytes.
    static byte[] claiming(int width, int height) {
        byte[] png = quarters(4, 4, "png");
        byte[] header = java.util.Arrays.copyOfRange(png, 16, 29);
        ByteBuffer.wrap(header).putInt(width).putInt(height);
        ByteBuffer.wrap(png).put(16, header).putInt(29, crc("IHDR", header));
        return png;
    }

    /// A PNG of 8 by 8 equal pixels, as its format writes them.
    ///
    /// @param depth in bits
    /// @param type 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
    /// @param pixel the bytes of one pixel; of a row's beginning where it takes less than a byte
    /// @param chunks to stand between header and pixels
    static byte[] plain(int depth, int type, int[] pixel, byte[]... chunks) {
        var rows = new ByteArrayOutputStream();
        for (int y = 0; y < 8; y++) {
            rows.write(0);
            for (int x = 0; x < (depth < 8 ? depth : 8); x++) {
                for (int each : pixel) {
                    rows.write(each);
                }
            }
        }
        var packed = new ByteArrayOutputStream();
        try (var deflating = new DeflaterOutputStream(packed)) {
            rows.writeTo(deflating);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] header = {0, 0, 0, 8, 0, 0, 0, 8, (byte) depth, (byte) type, 0, 0, 0};
        var png = new ByteArrayOutputStream();
        png.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        png.writeBytes(chunk("IHDR", header));
        for (byte[] chunk : chunks) {
            png.writeBytes(chunk);
        }
        png.writeBytes(chunk("IDAT", packed.toByteArray()));
        png.writeBytes(chunk("IEND"));
        return png.toByteArray();
    }

    static byte[] chunk(String name, int... data) {
        var bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return chunk(name, bytes);
    }

    private static byte[] chunk(String name, byte[] data) {
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .putInt(crc(name, data))
                .array();
    }

    /// A JPEG of 64 by 64 equal pixels of four inks, as Adobe writes them: all of them turned round.
    ///
    /// @param transform 0 for CMYK, 2 for YCCK
    static byte[] inks(int transform, int... stored) {
        var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 64, stored.length, null);
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                raster.setPixel(x, y, stored);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(1);
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = bytes.toByteArray();
        byte[] adobe = {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return ByteBuffer.allocate(jpeg.length + adobe.length)
                .put(jpeg, 0, 2)
                .put(adobe)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static int crc(String name, byte[] data) {
        var crc = new CRC32();
        crc.update(name.getBytes(StandardCharsets.US_ASCII));
        crc.update(data);
        return (int) crc.getValue();
    }

    static BufferedImage decodedWebp(byte[] webp) {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(webp))) {
            reader.setInput(input, true, true);
            return reader.read(0, reader.getDefaultReadParam());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            reader.dispose();
        }
    }
}
