package ai.jiga.store.session.live;

/// Close codes of a session's line (RFC 6455, 7.4; ours from 4000). What breaks the protocol is closed with 1002, 1003,
/// 1007 or 1009 before it gets here.
final class Closing {
    static final int NORMAL = 1000;
    static final int RESTART = 1012;
    /// The session cannot be connected to; the error frame before it says why.
    static final int REFUSED = 4000;
    static final int SILENT = 4001;
    static final int REPLACED = 4002;
    /// The sign-in that opened the line is over: whoever signs in again may come back.
    static final int SIGNED_OUT = 4003;

    private Closing() {}
}
