package ai.jiga.store.text;

/// A text that may not be shown to others. The message is the end of a sentence that begins with the field's name.
public final class UnfitTextException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final boolean malformed;

    UnfitTextException(boolean malformed, String message) {
        super(message);
        this.malformed = malformed;
    }

    /// Whether the pattern in the API's description says so too; otherwise it is a rule that no expression can hold.
    public boolean isMalformed() {
        return malformed;
    }
}
