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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A key of an account, as kept: what it may do, and the hashes of its texts.
///
/// @param power what it may do
/// @param secret of the text that was shown last
/// @param retired of those before that are good for a while, the latest first
/// @param revision of what it opens and to which texts, from 1
public record ApiKey(
        String id,
        UserId userId,
        String name,
        Kind kind,
        Mode mode,
        Power power,
        Secret secret,
        List<Retired> retired,
        long revision,
        Instant createdAt,
        Instant updatedAt) {
    /// How long a text is good after the next one was made.
    public static final Duration BOTH_GOOD = Duration.ofHours(24);

    /// As many of the texts before are good at once: whose answer was lost rotates again, and whoever has a text in use
    /// keeps their day.
    public static final int MOST_RETIRED = 4;

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
            @Nullable Long inFlight) {
        public static final Limits NONE = new Limits(null, null, null, null);
    }

    /// @param hash of the text
    /// @param lastFour its last characters
    public record Secret(String hash, String lastFour) {
        static Secret of(KeyText text) {
            return new Secret(text.hash(), text.lastFour());
        }
    }

    /// A text that the next one replaced.
    ///
    /// @param until from then on it opens nothing
    public record Retired(Secret secret, Instant until) {}

    public ApiKey {
        retired = List.copyOf(retired);
    }

    public static ApiKey made(String id, UserId owner, String name, KeyText text, Power power, Instant now) {
        return new ApiKey(id, owner, name, text.kind(), text.mode(), power, Secret.of(text), List.of(), 1, now, now);
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
                retired,
                newPower.equals(power) ? revision : revision + 1,
                createdAt,
                now);
    }

    /// Those texts are forgotten whose time is over. Of too many, the eldest ends at once, with what the key opened.
    public ApiKey rotated(KeyText text, Instant now) {
        List<Retired> good = Stream.concat(
                        Stream.of(new Retired(secret, now.plus(BOTH_GOOD))),
                        retired.stream().filter(before -> now.isBefore(before.until())))
                .toList();
        List<Retired> after = good.stream().limit(MOST_RETIRED).toList();
        return new ApiKey(
                id,
                userId,
                name,
                kind,
                mode,
                power,
                Secret.of(text),
                after,
                good.size() == after.size() ? revision : revision + 1,
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
                || retired.stream()
                        .anyMatch(before -> before.secret().hash().equals(hash) && now.isBefore(before.until()));
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
