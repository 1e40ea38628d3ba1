package ai.jiga.store.emulators;

/// A program that this machine lacks; the message names it and the command that installs it.
public final class MissingToolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MissingToolException(String message) {
        super(message);
    }
}
