package ai.jiga.store.demo;

/// The demo cannot go on, and its message says why in words fit for the terminal.
final class DemoStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A wrong amount, a refusal or a missing answer.
    static final int FAILED = 1;

    /// No store there to talk to, or the command line makes no sense.
    static final int NOT_STARTED = 2;

    private final int exitCode;

    private DemoStopped(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    static DemoStopped failed(String message) {
        return new DemoStopped(FAILED, message);
    }

    static DemoStopped notStarted(String message) {
        return new DemoStopped(NOT_STARTED, message);
    }

    int exitCode() {
        return exitCode;
    }

    /// The message; every instance is made with one.
    String words() {
        return String.valueOf(getMessage());
    }
}
