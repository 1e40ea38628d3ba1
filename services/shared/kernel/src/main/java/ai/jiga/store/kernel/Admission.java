package ai.jiga.store.kernel;

import java.time.Instant;
import java.util.Set;

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

    /// A key of the user's account: a secret one in a program of theirs, or a publishable one in a page or a game,
    /// which
    /// by itself is good for what everybody may.
    ///
    /// @param keyId the key's
    /// @param revision of what the key may do: when that is changed, what an earlier one opened ends
    /// @param scopes what it may be used for
    /// @param origins from whose pages it may come; empty: from any
    /// @param networks from which addresses it may come (CIDR); empty: from any
    /// @param purse what it may spend
    record ByKey(
            String keyId,
            long revision,
            boolean publishable,
            Set<Scope> scopes,
            Set<String> origins,
            Set<String> networks,
            Purse purse)
            implements Admission {
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
    record AsPlayer(String keyId, long revision, long epoch, UserId studio, Purse purse) implements Admission {}
}
