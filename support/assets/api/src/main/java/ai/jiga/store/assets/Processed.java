package ai.jiga.store.assets;

import java.util.Map;
import java.util.Set;

/// What became of an image.
public sealed interface Processed {
    /// It is in order.
    ///
    /// @param digest SHA-256 of the widest rendition, in hexadecimal: the same upload has the same
    /// @param renditions WebP by width; each is at most that wide and never wider than the original
    record Picture(String digest, Map<Integer, byte[]> renditions) implements Processed {
        /// The width that lists and pages show unless they choose.
        public static final int SHOWN = 512;

        /// In pixels, for lists, for pages and for screens of more pixels.
        public static final Set<Integer> WIDTHS = Set.of(128, SHOWN, 1024);

        public Picture {
            renditions = Map.copyOf(renditions);
            if (!renditions.keySet().equals(WIDTHS)) {
                throw new IllegalArgumentException("a picture has the widths " + WIDTHS);
            }
        }

        public AssetName name(int width) {
            return new AssetName(digest, width);
        }
    }

    /// Its bytes begin like none of the images that are taken: PNG, JPEG, WebP, GIF.
    record NotAnImage() implements Processed {}

    /// In pixels, as its header says.
    record TooLarge(long width, long height) implements Processed {}

    /// It begins like an image, but cannot be decoded: damaged, cut short, or of a kind that is not taken.
    record Unreadable() implements Processed {}

    /// Too many images are being processed already.
    record Busy() implements Processed {}
}
