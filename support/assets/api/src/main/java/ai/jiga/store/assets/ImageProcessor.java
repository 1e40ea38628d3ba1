package ai.jiga.store.assets;

/// Makes of an image that somebody uploaded what may be shown to everybody: decoded, turned upright, scaled
/// and encoded anew, so that nothing of the original but its pixels is left: no position, no camera, no
/// foreign bytes.
public interface ImageProcessor {
    /// Bytes that an image may have: 5 MiB.
    int MAX_BYTES = 5 << 20;

    /// Pixels that an image may have. They are counted before anything is decoded.
    long MAX_PIXELS = 24_000_000;

    /// Pixels that an image may have on a side.
    int MAX_SIDE = 8_192;

    /// Judges and encodes. May take a second. Safe on virtual threads: native code runs elsewhere.
    ///
    /// @param uploaded at most [#MAX_BYTES]; what it is is read from the bytes alone
    Processed process(byte[] uploaded);
}
