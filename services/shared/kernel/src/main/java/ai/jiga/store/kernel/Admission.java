package ai.jiga.store.kernel;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// By what a user was let in, so that what it opened can end with it.
public sealed interface Admission {
    /// A sign-in of this store.
    ///
    /// @param id the sign-in's
    /// @param epoch the user's when it began: "signed out everywhere" ends those of an earlier one
    record SignedIn(String id, long epoch) implements Admission {}

    /// The word of another issuer.
    ///
    /// @param issuedAt when its token was made, in whole seconds
    record VouchedFor(Instant issuedAt) implements Admission {}

    /// A key of the user's account: a secret one in a program of theirs, or a publishable one in a page or a
    /// game, which by itself is good for what everybody may.
    ///
    /// @param keyId the key's
    /// @param revision of what the key may do: when that is changed, what an earlier one opened ends
    /// @param scopes what it may be used for
    /// @param origins from whose pages it may come; empty: from any
    /// @param networks from which addresses it may come (CIDR); empty: from any
    /// @param purse what it may spend
    /// @param until when the key ends; null: never
    record ByKey(
            String keyId,
            long revision,
            boolean publishable,
            Set<Scope> scopes,
            Set<String> origins,
            Set<String> networks,
            Purse purse,
            @Nullable Instant until)
            implements Admission {
        /// What the text of every key begins with, and no other token of this store or of another issuer.
        public static final String BEGINNING = "jiga_";

        public ByKey {
            scopes = Set.copyOf(scopes);
            origins = Set.copyOf(origins);
            networks = Set.copyOf(networks);
        }
    }

    /// A token that a studio made for a player of its game.
    ///
    /// @param keyId of the studio's key that made it
    /// @param revision the key's when it was made: ends when what the key may do is changed, or the key is gone
    /// @param epoch the player's when it was made
    /// @param studio whose player it is
    /// @param purse the player's own, or the studio's with a cap
    /// @param until when the key ends; null: never
    record AsPlayer(
            String keyId,
            long revision,
            long epoch,
            UserId studio,
            Purse purse,
            @Nullable Instant until) implements Admission {}

    /// Whether its end has come by itself. What is ended before its time is asked elsewhere.
    default boolean isOver(Instant now) {
        Instant until = switch (this) {
            case ByKey key -> key.until();
            case AsPlayer player -> player.until();
            case SignedIn signedIn -> null;
            case VouchedFor vouchedFor -> null;
        };
        return until != null && !now.isBefore(until);
    }
}
