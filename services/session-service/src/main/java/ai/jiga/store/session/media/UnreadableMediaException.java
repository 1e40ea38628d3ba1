package ai.jiga.store.session.media;

/// Bytes are not what they begin like. The message is the end of a sentence that begins with what they are.
final class UnreadableMediaException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableMediaException(String message) {
        super(message);
    }
}
