package ai.jiga.store.lines;

/// Close codes of every line (RFC 6455, 7.4; ours from 4000). What breaks the protocol is closed with 1002,
/// 1003, 1007 or 1009, and who takes too little with 1008, before it gets to whoever answers.
public final class CloseCodes {
    public static final int RESTART = 1012;
    /// Nothing was heard of the client.
    public static final int SILENT = 4001;
    /// The sign-in that opened the line is over: whoever signs in again may come back.
    public static final int SIGNED_OUT = 4003;

    private CloseCodes() {}
}
