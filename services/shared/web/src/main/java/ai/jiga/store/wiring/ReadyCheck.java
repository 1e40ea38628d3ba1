package ai.jiga.store.wiring;

import java.util.Optional;

/// Something that this process stands on: an engine or another service. `/ready` asks every bean of this type.
///
/// @param name what `/ready` calls it, such as `documents`
/// @param isNeeded false for what may be away while requests are served all the same: its trouble is told, and the
///     process is ready nevertheless
/// @param question what finds out
public record ReadyCheck(String name, boolean isNeeded, Question question) {
    /// Finds out what is wrong.
    @FunctionalInterface
    public interface Question {
        /// What is wrong, in words for whoever runs the store and without secrets: `/ready` is public. Empty: nothing
        /// is. May block for a second; later it counts as broken, as it does when it throws.
        Optional<String> trouble() throws Exception;
    }

    /// Of what no request is served without.
    public static ReadyCheck needed(String name, Question question) {
        return new ReadyCheck(name, true, question);
    }

    /// Of what may be away for a while.
    public static ReadyCheck wanted(String name, Question question) {
        return new ReadyCheck(name, false, question);
    }
}
