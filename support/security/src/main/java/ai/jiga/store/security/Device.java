package ai.jiga.store.security;

import java.util.ArrayList;
import java.util.List;

/// A browser, a game or a phone that somebody has signed in on.
///
/// @param id random, the device's for as long as it keeps its token
/// @param users who has signed in on it, the latest first, at most [#MOST_USERS]
public record Device(String id, List<String> users) {
    static final int MOST_USERS = 5;

    public Device {
        users = List.copyOf(users);
    }

    /// Whether this user has signed in on it.
    public boolean isKnownTo(String user) {
        return users.contains(user);
    }

    /// The same device, once this user has signed in on it.
    public Device withUser(String user) {
        var now = new ArrayList<String>();
        now.add(user);
        users.stream()
                .filter(other -> !other.equals(user))
                .limit(MOST_USERS - 1)
                .forEach(now::add);
        return new Device(id, now);
    }
}
