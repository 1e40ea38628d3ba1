package ai.jiga.store.text;

/// Words that people read: in Normalization Form C, without what turns the text around it, and with something to
/// see unless they are empty. How long they may be stands where they are asked for: [Characters].
public sealed interface Prose permits Line, Paragraph {
    /// As it is stored and shown; empty when nothing was written.
    String text();

    default boolean isEmpty() {
        return text().isEmpty();
    }
}
