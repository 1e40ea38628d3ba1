package ai.jiga.store.assets.images;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/// Pixels as they are to be looked at: sRGB, 8 bits a channel. Java 2D takes grey with alpha, and what inks
/// leave of the light, for linear light, which no encoder means: 100 of 255 would be shown as 168. So both
/// are converted here. Colours that come with a profile are Java's to convert.
final class Srgb {
    private static final int FULL = 255;
    private static final int CMYK = 4;

    private Srgb() {}

    static BufferedImage of(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        if (space.getType() == ColorSpace.TYPE_GRAY) {
            return rows(image, Srgb::grey);
        }
        if (space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace)) {
            return rows(image, Srgb::inks);
        }
        if (!space.isCS_sRGB()) {
            BufferedImage result = blank(image);
            new ColorConvertOp(null).filter(image, result);
            return result;
        }
        // A drawn palette or a drawn channel of 16 bits loses one where it is transparent.
        boolean drawnAsItIs =
                image.getType() != BufferedImage.TYPE_CUSTOM && !(image.getColorModel() instanceof IndexColorModel);
        return drawnAsItIs
                ? image
                : rows(image, (from, y, row) -> from.getRGB(0, y, row.length, 1, row, 0, row.length));
    }

    /// Writes one row as ARGB.
    private interface Row {
        void write(BufferedImage from, int y, int[] row);
    }

    private static BufferedImage rows(BufferedImage image, Row how) {
        BufferedImage result = blank(image);
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            how.write(image, y, row);
            result.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return result;
    }

    private static BufferedImage blank(BufferedImage image) {
        boolean opaque = !image.getColorModel().hasAlpha();
        return new BufferedImage(
                image.getWidth(), image.getHeight(), opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
    }

    private static void grey(BufferedImage image, int y, int[] row) {
        Raster raster = image.getRaster();
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        boolean opaque = raster.getNumBands() == 1;
        int[] greys = raster.getSamples(0, y, row.length, 1, 0, (int[]) null);
        int[] alphas = opaque ? greys : raster.getSamples(0, y, row.length, 1, 1, (int[]) null);
        for (int x = 0; x < row.length; x++) {
            int grey = scaled(greys[x], most);
            row[x] = (opaque ? FULL : scaled(alphas[x], most)) << 24 | grey << 16 | grey << 8 | grey;
        }
    }

    /// What is left of white paper's light: the way of those who know nothing of the inks.
    private static void inks(BufferedImage image, int y, int[] row) {
        int[] inks = image.getRaster().getPixels(0, y, row.length, 1, (int[]) null);
        for (int x = 0; x < row.length; x++) {
            int black = FULL - inks[x * CMYK + 3];
            row[x] = FULL << 24
                    | scaled((FULL - inks[x * CMYK]) * black, FULL * FULL) << 16
                    | scaled((FULL - inks[x * CMYK + 1]) * black, FULL * FULL) << 8
                    | scaled((FULL - inks[x * CMYK + 2]) * black, FULL * FULL);
        }
    }

    private static int scaled(int value, int most) {
        return (value * FULL + most / 2) / most;
    }
}
