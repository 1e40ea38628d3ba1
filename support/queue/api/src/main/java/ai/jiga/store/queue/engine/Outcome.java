package ai.jiga.store.queue.engine;

/// How one attempt at bringing an event to a handler ended.
public sealed interface Outcome {
    /// @param deleted whether the entry it was asked to delete went with the effect
    record Done(boolean deleted) implements Outcome {}

    /// An earlier event of its key is parked for this handler: this one is parked behind it.
    record HeldBack() implements Outcome {}

    /// The handler failed: counts towards parking.
    record Failed(Throwable cause) implements Outcome {
        /// For an operator.
        public String inWords() {
            String message = cause.getClass().getSimpleName() + ": " + cause.getMessage();
            return message.length() <= 500 ? message : message.substring(0, 500);
        }
    }

    /// The store failed or lost a race: says nothing about the event.
    record StoreFault(Throwable cause) implements Outcome {}
}
