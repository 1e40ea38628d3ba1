package ai.jiga.store.mail;

/// A letter is refused for good: there is no such address, or nobody there takes what comes from here.
public final class MailRefusedException extends RuntimeException {
    /// @param message for operators, without an address
    public MailRefusedException(String message) {
        super(message);
    }
}
