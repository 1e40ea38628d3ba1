package ai.jiga.store.queue;

/// A handler whose effect lies elsewhere (a search index, a mail server) and that bears being called again.
public non-sealed interface IdempotentHandler extends EventHandler {
    void handle(Event event);
}
