package ai.jiga.store.session.live;

import ai.jiga.store.lines.FrameJson;
import ai.jiga.store.session.media.Picture;
import ai.jiga.store.web.WebJson;

/// What one message may hold, as each `session_started` says.
public final class FrameLimits {
    /// A picture of 1 MiB as base64 is a third larger, and has room for what stands around it. No text that the store
    /// reads is longer.
    public static final int MESSAGE_BYTES = WebJson.MAX_STRING_LENGTH;

    public static final int IMAGE_BYTES = Picture.MOST_BYTES;
    public static final int TEXT_CHARACTERS = 4_000;
    public static final int LEVELS = FrameJson.LEVELS;

    private FrameLimits() {}
}
