package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Budget;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.kernel.UserId;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A key of an account, as kept: what it may do, and the hashes of its texts.
///
/// @param power what it may do
/// @param secret of the text that was shown last
/// @param previous of the one before, which is good for a day more; null: there is none
/// @param previousUntil until when
/// @param revision of what it opens and to which texts, from 1
public record ApiKey(
        String id,
        UserId userId,
        String name,
        Kind kind,
        Mode mode,
        Power power,
        Secret secret,
        @Nullable Secret previous,
        @Nullable Instant previousUntil,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    /// How long both texts of a key that was rotated are good.
    public static final Duration BOTH_GOOD = Duration.ofHours(24);

    /// As many as an account has at once.
    public static final int MOST = 50;

    /// Who may see it.
    public enum Kind {
        /// The account's own programs alone: it acts for the account.
        @JsonProperty("secret")
        SECRET,
        /// Everybody: it is good for what everybody may.
        @JsonProperty("publishable")
        PUBLISHABLE
    }

    /// With what it pays.
    public enum Mode {
        @JsonProperty("live")
        LIVE,
        @JsonProperty("test")
        TEST;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param scopes what it may be used for
    /// @param origins from whose pages it may come; empty: from any
    /// @param networks from which addresses it may come (CIDR); empty: from any
    /// @param expiresAt from then on it opens nothing; null: never
    /// @param budget how much it may spend; null: whatever the account has
    public record Power(
            Set<Scope> scopes,
            List<String> origins,
            List<String> networks,
            @Nullable Instant expiresAt,
            @Nullable Limits budget) {
        public Power {
            scopes = Set.copyOf(scopes);
            origins = List.copyOf(origins);
            networks = List.copyOf(networks);
        }
    }

    /// DOF; null: no limit.
    public record Limits(
            @Nullable Long day,
            @Nullable Long month,
            @Nullable Long total,
            @Nullable Long inFlight) {}

    /// @param hash of the text
    /// @param lastFour its last characters
    public record Secret(String hash, String lastFour) {
        static Secret of(KeyText text) {
            return new Secret(text.hash(), text.lastFour());
        }
    }

    public static ApiKey made(String id, UserId owner, String name, KeyText text, Power power, Instant now) {
        return new ApiKey(id, owner, name, text.kind(), text.mode(), power, Secret.of(text), null, null, 1, now, now);
    }

    public ApiKey changed(String newName, Power newPower, Instant now) {
        return new ApiKey(
                id,
                userId,
                newName,
                kind,
                mode,
                newPower,
                secret,
                previous,
                previousUntil,
                newPower.equals(power) ? revision : revision + 1,
                createdAt,
                now);
    }

    /// Of three texts, the eldest is good for nothing any more: nor is what it opened.
    public ApiKey rotated(KeyText text, Instant now) {
        return new ApiKey(
                id,
                userId,
                name,
                kind,
                mode,
                power,
                Secret.of(text),
                secret,
                now.plus(BOTH_GOOD),
                previous == null ? revision : revision + 1,
                createdAt,
                now);
    }

    /// Whether the text with this hash is one of the key's and in time.
    public boolean isGood(String hash, Instant now) {
        Instant end = power.expiresAt();
        if (end != null && !now.isBefore(end)) {
            return false;
        }
        return secret.hash().equals(hash)
                || previous != null
                        && previous.hash().equals(hash)
                        && previousUntil != null
                        && now.isBefore(previousUntil);
    }

    /// Whom a program with this key acts for.
    public UserId holder() {
        return mode == Mode.TEST ? userId.inTest() : userId;
    }

    public Admission.ByKey admission() {
        return new Admission.ByKey(
                id,
                revision,
                kind == Kind.PUBLISHABLE,
                power.scopes(),
                Set.copyOf(power.origins()),
                Set.copyOf(power.networks()),
                new Purse(null, List.of(budget())),
                power.expiresAt());
    }

    private Budget budget() {
        Limits limits = power.budget();
        String spender = spender(id);
        return limits == null
                ? Budget.unlimited(spender)
                : new Budget(
                        spender, dof(limits.day()), dof(limits.month()), dof(limits.total()), dof(limits.inFlight()));
    }

    private static @Nullable Dof dof(@Nullable Long amount) {
        return amount == null ? null : Dof.of(amount);
    }

    /// Under which name what a key spends is counted.
    public static String spender(String keyId) {
        return "key-" + keyId;
    }
}
