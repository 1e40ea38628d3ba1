package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.StudioPlayer;
import ai.jiga.store.user.model.StudioPlayer.Cap;
import ai.jiga.store.user.model.StudioPlayer.Spends;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A studio's server lets a player of its game in: the player has an account from the first token on, as a person of
/// their own, with a wallet and limits of their own.
public final class MakePlayerToken {
    private final DocumentStore store;
    private final Outbox outbox;
    private final AccessTokens tokens;
    private final InstantSource clock;

    public MakePlayerToken(DocumentStore store, Outbox outbox, AccessTokens tokens, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// To the studio's server, as clients see it.
    ///
    /// @param token for the player alone
    /// @param expiresIn seconds
    public record PlayerToken(String token, long expiresIn, Instant expiresAt, Player player) {
        @Override
        public String toString() {
            return "PlayerToken[" + player + "]";
        }
    }

    /// @param externalId the studio's id of the player
    /// @param userId the store's
    /// @param spends whose wallet
    public record Player(
            String externalId,
            UserId userId,
            Spends spends,
            @Nullable Cap cap) {}

    /// Refused with SCOPE_MISSING, CAP_NEEDS_STUDIO, ACCOUNT_SUSPENDED or PLAYER_CLAIMED.
    ///
    /// @param displayName of a player who comes for the first time
    /// @param cap needed where the player spends the studio's
    public Outcome<PlayerToken> make(
            Caller.User studio, String externalId, @Nullable String displayName, Spends spends, @Nullable Cap cap) {
        if (!(studio.admission() instanceof Admission.ByKey key)) {
            return Outcome.rejected(Rejection.of(
                            ErrorCode.SCOPE_MISSING,
                            "IssuedTokens for players are made by a studio's server, with a secret key of the scope 'players'.")
                    .with("scope", Scope.PLAYERS.label()));
        }
        if (spends == Spends.STUDIO && !key.scopes().contains(Scope.HIRE)) {
            return Outcome.rejected(Rejection.of(
                            ErrorCode.SCOPE_MISSING,
                            "A player who spends the studio's hires in its name: that takes the scope 'hire' too.")
                    .with("scope", Scope.HIRE.label()));
        }
        boolean capped = cap != null && (cap.day() != null || cap.total() != null);
        boolean fits = spends == Spends.STUDIO ? capped : cap == null;
        if (!fits) {
            return Outcome.rejected(
                    ErrorCode.CAP_NEEDS_STUDIO,
                    spends == Spends.OWN
                            ? "A player who spends their own has no cap: leave 'cap' out, or set 'spends' to 'studio'."
                            : "A player who spends the studio's has a cap: set 'cap.day' or 'cap.total'.");
        }
        var player = new StudioPlayer(studio.id(), externalId);
        return epoch(player, displayName).map(epoch -> {
            Instant now = clock.instant();
            UserId id = player.userId();
            var admission = new Admission.AsPlayer(
                    key.keyId(), key.revision(), epoch, studio.id(), player.purse(spends, cap, key), key.until());
            Instant longest = now.plus(AccessTokens.LIFETIME);
            Instant end = key.until() == null || key.until().isAfter(longest) ? longest : key.until();
            return new PlayerToken(
                    tokens.issueToPlayer(id.value(), admission, now),
                    Duration.between(now, end).toSeconds(),
                    end,
                    new Player(externalId, id, spends, capped ? cap : null));
        });
    }

    /// The account's, which is made when there is none. In test there is none: nobody signs in with it.
    private Outcome<Long> epoch(StudioPlayer player, @Nullable String displayName) {
        UserId id = player.userId();
        if (id.isTest()) {
            return Outcome.done(1L);
        }
        EventStamp stamp = outbox.stamp();
        User made = User.from(player.origin(), id, null, Profile.ofForeigner(displayName), clock.instant());
        User user = store.get(UserCollections.user(id))
                .map(Document::value)
                .orElseGet(() -> store.transact(tx -> {
                    Optional<User> there = tx.get(UserCollections.user(id)).map(Document::value);
                    if (there.isEmpty()) {
                        Accounts.open(tx, made, outbox, stamp);
                    }
                    return there.orElse(made);
                }));
        if (user.isSuspended(clock.instant())) {
            return Outcome.rejected(SuspendUser.refusal(user));
        }
        return player.origin().equals(user.origin())
                ? Outcome.done(user.signInEpoch())
                : Outcome.rejected(
                        ErrorCode.PLAYER_CLAIMED,
                        "This player has an account of their own now. Let them sign in with it.");
    }
}
