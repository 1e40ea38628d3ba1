package ai.jiga.store.assets.images;

import java.awt.geom.AffineTransform;

/// Which way is up, as cameras write it (Exif 2.32, tag 0x0112): how the stored pixels are to be turned for
/// showing.
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    FLIPPED(1, 0, 0, -1),
    TRANSPOSED(0, 1, 1, 0),
    CLOCKWISE(0, 1, -1, 0),
    TRANSVERSED(0, -1, -1, 0),
    COUNTERCLOCKWISE(0, -1, 1, 0);

    private final int xx;
    private final int yx;
    private final int xy;
    private final int yy;

    /// Shown x = xx * x + xy * y, shown y = yx * x + yy * y, moved to where both are positive.
    Orientation(int xx, int yx, int xy, int yy) {
        this.xx = xx;
        this.yx = yx;
        this.xy = xy;
        this.yy = yy;
    }

    /// @param tag 1 to 8; all else is upright
    static Orientation of(int tag) {
        return tag < 1 || tag > values().length ? UPRIGHT : values()[tag - 1];
    }

    /// Whether width and height change places.
    boolean lies() {
        return xx == 0;
    }

    /// From stored pixels to shown ones.
    ///
    /// @param width of the stored image
    /// @param height of the stored image
    AffineTransform turn(int width, int height) {
        int left = (xx < 0 ? width : 0) + (xy < 0 ? height : 0);
        int top = (yx < 0 ? width : 0) + (yy < 0 ? height : 0);
        return new AffineTransform(xx, yx, xy, yy, left, top);
    }
}
