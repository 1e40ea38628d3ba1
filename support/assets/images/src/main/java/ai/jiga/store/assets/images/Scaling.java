package ai.jiga.store.assets.images;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Makes images smaller, in halves, because one large step would leave pixels out; and turns them upright.
final class Scaling {
    private Scaling() {}

    /// @param width of the result; the image itself when it is no wider
    static BufferedImage toWidth(BufferedImage image, int width) {
        BufferedImage at = image;
        while (at.getWidth() > width) {
            int next = Math.max(width, (at.getWidth() + 1) / 2);
            at = step(at, next, height(image, next));
        }
        return at;
    }

    private static int height(BufferedImage image, int width) {
        return Math.max(1, Math.round((float) image.getHeight() * width / image.getWidth()));
    }

    private static BufferedImage step(BufferedImage image, int width, int height) {
        return drawn(
                image,
                width,
                height,
                AffineTransform.getScaleInstance(
                        (double) width / image.getWidth(), (double) height / image.getHeight()));
    }

    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        boolean lies = orientation.lies();
        return drawn(
                image,
                lies ? image.getHeight() : image.getWidth(),
                lies ? image.getWidth() : image.getHeight(),
                orientation.turn(image.getWidth(), image.getHeight()));
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, AffineTransform how) {
        boolean opaque = !image.getColorModel().hasAlpha();
        var result =
                new BufferedImage(width, height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = result.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            // Nothing lies below; laid over nothing, transparent pixels would lose one in rounding.
            graphics.setComposite(AlphaComposite.Src);
            graphics.drawImage(image, how, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }
}
