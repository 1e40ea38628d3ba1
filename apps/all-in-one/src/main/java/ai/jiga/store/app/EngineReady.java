package ai.jiga.store.app;

import ai.jiga.store.wiring.ReadyCheck;
import java.util.Optional;
import java.util.function.Supplier;

/// What `/ready` says of an engine.
///
/// @param isNeeded whether the store can take traffic without it
record EngineReady(String name, boolean isNeeded, Supplier<Optional<String>> asked) implements ReadyCheck {
    @Override
    public Optional<String> trouble() {
        return asked.get();
    }
}
