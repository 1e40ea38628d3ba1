package ai.jiga.store.session.live;

import ai.jiga.store.lines.CloseCodes;

/// Close codes of a session's line (RFC 6455, 7.4; ours from 4000). What breaks the protocol is closed with 1002, 1003,
/// 1007 or 1009 before it gets here.
public final class Closing {
    public static final int NORMAL = 1000;
    public static final int RESTART = CloseCodes.RESTART;
    /// The session cannot be connected to; the error frame before it says why.
    public static final int REFUSED = 4000;
    public static final int SILENT = CloseCodes.SILENT;
    public static final int REPLACED = 4002;
    /// The sign-in that opened the line is over: whoever signs in again may come back.
    public static final int SIGNED_OUT = CloseCodes.SIGNED_OUT;

    private Closing() {}
}
