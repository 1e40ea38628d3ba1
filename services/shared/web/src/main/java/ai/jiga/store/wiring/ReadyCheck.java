package ai.jiga.store.wiring;

import java.util.Optional;

/// Something that this process stands on: an engine or another service. `/ready` asks every bean of this
/// type.
public interface ReadyCheck {
    /// What `/ready` calls it, such as `documents`.
    String name();

    /// False for what may be away while requests are served all the same: its trouble is told, and the
    /// process is ready nevertheless.
    default boolean isNeeded() {
        return true;
    }

    /// What is wrong, in words for whoever runs the store and without secrets: `/ready` is public. Empty: nothing is.
    /// May block for a second; later it counts as broken, as it does when it throws.
    Optional<String> trouble() throws Exception;
}
