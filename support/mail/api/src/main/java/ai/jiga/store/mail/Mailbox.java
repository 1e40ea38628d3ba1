package ai.jiga.store.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where letters lie that were not sent to anybody, to be read by whoever runs the store.
public interface Mailbox {
    /// Of an engine that keeps nothing.
    Mailbox NONE = (to, most) -> List.of();

    /// The newest first.
    ///
    /// @param to one address, or null for all
    List<Mail> latest(@Nullable String to, int most);
}
