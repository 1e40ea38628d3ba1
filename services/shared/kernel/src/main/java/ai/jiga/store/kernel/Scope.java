package ai.jiga.store.kernel;

import java.util.Arrays;
import java.util.Optional;

/// What a key of an account may be used for. A key does what its scopes say, and nothing else.
public enum Scope {
    /// Browse, search and read listings, reviews and the platform's agents.
    READ_MARKETPLACE("read:marketplace"),
    /// Start sessions: spends DOF.
    HIRE("hire"),
    /// See sessions, connect to them, configure and end them, review them.
    SESSIONS("sessions"),
    /// See the wallet and the transactions.
    WALLET_READ("wallet:read"),
    /// Buy DOF and give them away.
    WALLET_WRITE("wallet:write"),
    /// See agents of one's own, with their configuration, figures and earnings.
    AGENTS_READ("agents:read"),
    /// Make, change and publish agents: variants cost DOF.
    AGENTS_WRITE("agents:write"),
    /// See the profile, its figures and badges.
    PROFILE_READ("profile:read"),
    /// See notifications, and hear what happens as it happens.
    NOTIFICATIONS("notifications"),
    /// Make tokens for one's players.
    PLAYERS("players");

    private final String label;

    Scope(String label) {
        this.label = label;
    }

    /// As clients write it, such as `wallet:read`.
    public String label() {
        return label;
    }

    public static Optional<Scope> labelled(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label.equals(label))
                .findFirst();
    }
}
