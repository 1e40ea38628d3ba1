package ai.jiga.store.contracts.user;

import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A user's public profile changed.
public record UserUpdated(UserId userId, String displayName) implements EventData {
    public static final String TYPE = "user.updated";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return userId.value();
    }
}
