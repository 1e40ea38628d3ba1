package ai.jiga.store.contracts.user;

import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventData;

/// A new user: the ledger opens a wallet.
public record UserRegistered(UserId userId, String displayName) implements EventData {
    public static final String TYPE = "user.registered";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String key() {
        return userId.value();
    }
}
