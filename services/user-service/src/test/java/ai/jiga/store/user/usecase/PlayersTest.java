package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Change;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.TokenVerifier.VerifiedToken;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.KeyWish;
import ai.jiga.store.user.model.StudioPlayer.Cap;
import ai.jiga.store.user.model.StudioPlayer.Spends;
import ai.jiga.store.user.usecase.MakePlayerToken.PlayerToken;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The players of a studio: people of their own, whom the studio's server lets in.
class PlayersTest {
    private static final String PASSWORD = "four unrelated copper kettles";

    @TempDir
    Path folder;

    private UserProcess users;
    private UserId studio;
    private KeyView key;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        studio = users.registered("studio@example.com").user().id();
        key = key(studio, ApiKey.Mode.LIVE);
    }

    @AfterEach
    void close() {
        users.close();
    }

    private KeyView key(UserId owner, ApiKey.Mode mode) {
        var limits = daily(5_000);
        return users.apiKeys
                .make(
                        owner,
                        "Server",
                        ApiKey.Kind.SECRET,
                        mode,
                        new KeyWish(List.of(Scope.PLAYERS, Scope.HIRE), null, null, null, limits))
                .orThrow();
    }

    private Caller.User by(KeyView view) {
        VerifiedToken token = users.accepted
                .verify(Objects.requireNonNull(view.key(), "the key's text"))
                .orElseThrow();
        return new Caller.User(UserId.of(token.subject()), Caller.Role.USER, token.admission());
    }

    private PlayerToken own(String externalId) {
        return users.players.make(by(key), externalId, "Kim", Spends.OWN, null).orThrow();
    }

    private Caller.User player(PlayerToken token) {
        VerifiedToken verified = users.accepted.verify(token.token()).orElseThrow();
        return new Caller.User(UserId.of(verified.subject()), Caller.Role.USER, verified.admission());
    }

    private static ErrorCode refusal(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection().code();
    }

    @Test
    void aPlayerIsTheSamePersonAtEveryToken() {
        PlayerToken first = own("p-1");
        PlayerToken second = own("p-1");

        assertThat(player(first).id()).isEqualTo(player(second).id()).isNotEqualTo(studio);
        assertThat(player(own("p-2")).id()).isNotEqualTo(player(first).id());
        assertThat(users.users.find(player(first).id()).orElseThrow().displayName())
                .isEqualTo("Kim");
        assertThat(first.toString()).doesNotContain(first.token());
    }

    @Test
    void aPlayerOfAnotherStudioIsSomebodyElse() {
        UserId other = users.registered("other@example.com").user().id();

        PlayerToken theirs = users.players
                .make(by(key(other, ApiKey.Mode.LIVE)), "p-1", "Kim", Spends.OWN, null)
                .orThrow();

        assertThat(theirs.player().userId()).isNotEqualTo(own("p-1").player().userId());
    }

    @Test
    void aPlayerSpendsTheirOwnOrTheStudiosWithinACap() {
        assertThat(((Admission.AsPlayer)
                                Objects.requireNonNull(player(own("p-1")).admission()))
                        .purse())
                .isEqualTo(Purse.OWN);

        PlayerToken sponsored = users.players
                .make(by(key), "p-1", null, Spends.STUDIO, new Cap(Dof.of(100), null))
                .orThrow();

        var admission =
                (Admission.AsPlayer) Objects.requireNonNull(player(sponsored).admission());
        assertThat(admission.studio()).isEqualTo(studio);
        assertThat(admission.purse().payer()).isEqualTo(studio);
        assertThat(admission.purse().budgets()).hasSize(2).satisfies(budgets -> {
            assertThat(budgets.getFirst().id()).isEqualTo("key-" + key.id());
            assertThat(budgets.getFirst().day()).isEqualTo(Dof.of(5_000));
            assertThat(budgets.getLast().id())
                    .isEqualTo(sponsored.player().userId().value());
            assertThat(budgets.getLast().day()).isEqualTo(Dof.of(100));
        });
    }

    @Test
    void whoSpendsTheStudiosHasACapAndNobodyElse() {
        assertThat(refusal(users.players.make(by(key), "p-1", null, Spends.STUDIO, null)))
                .isEqualTo(ErrorCode.CAP_NEEDS_STUDIO);
        assertThat(refusal(users.players.make(by(key), "p-1", null, Spends.STUDIO, new Cap(null, null))))
                .isEqualTo(ErrorCode.CAP_NEEDS_STUDIO);
        assertThat(refusal(users.players.make(by(key), "p-1", null, Spends.OWN, new Cap(Dof.of(1), null))))
                .isEqualTo(ErrorCode.CAP_NEEDS_STUDIO);
    }

    @Test
    void onlyAKeyMakesTokens() {
        var signedIn = new Caller.User(studio, Caller.Role.USER, new Admission.SignedIn("s", 1));

        assertThat(refusal(users.players.make(signedIn, "p-1", null, Spends.OWN, null)))
                .isEqualTo(ErrorCode.SCOPE_MISSING);
    }

    @Test
    void whatAPlayerSpendsInItsNameTheKeyMayItself() {
        KeyView lesser = users.apiKeys
                .make(
                        studio,
                        "Server",
                        ApiKey.Kind.SECRET,
                        ApiKey.Mode.LIVE,
                        new KeyWish(List.of(Scope.PLAYERS), null, null, null, null))
                .orThrow();

        assertThat(refusal(users.players.make(by(lesser), "p-1", null, Spends.STUDIO, new Cap(Dof.of(1), null))))
                .isEqualTo(ErrorCode.SCOPE_MISSING);
    }

    @Test
    void aStudioPaysForTheAgentsThatItNames() {
        var agent = AgentId.of("scout-observer-001");
        PlayerToken token = users.players
                .make(by(key), "p-1", null, Spends.STUDIO, new Cap(Dof.of(100), null, Set.of(agent)))
                .orThrow();

        Purse purse = ((Admission.AsPlayer) Objects.requireNonNull(player(token).admission())).purse();
        assertThat(purse.paysFor(agent)).isTrue();
        assertThat(purse.paysFor(AgentId.of("another"))).isFalse();
    }

    @Test
    void aTokenEndsWithTheKeyThatMadeIt() {
        Instant end = users.process.clock().instant().plus(Duration.ofMinutes(1));
        users.apiKeys
                .change(studio, key.id(), null, new KeyWish(null, null, null, new Change<>(end), null))
                .orThrow();
        PlayerToken token = own("p-1");
        assertThat(users.accepted.verify(token.token())).isPresent();

        users.process.clock().advance(Duration.ofMinutes(1));

        assertThat(users.accepted.verify(token.token())).isEmpty();
    }

    @Test
    void aTokenEndsAfterAQuarterOfAnHourAndWithItsKey() {
        PlayerToken first = own("p-1");
        users.apiKeys
                .change(studio, key.id(), null, new KeyWish(null, null, null, null, daily(1)))
                .orThrow();
        assertThat(users.accepted.verify(first.token())).isEmpty();

        PlayerToken second = own("p-1");
        assertThat(users.accepted.verify(second.token())).isPresent();
        users.process.clock().advance(Duration.ofMinutes(15));
        assertThat(users.accepted.verify(second.token())).isEmpty();

        PlayerToken third = own("p-1");
        users.apiKeys.delete(studio, key.id()).orThrow();
        assertThat(users.accepted.verify(third.token())).isEmpty();
    }

    @Test
    void inTestAPlayerIsSomebodyElse() {
        KeyView test = key(studio, ApiKey.Mode.TEST);

        PlayerToken tester =
                users.players.make(by(test), "p-1", "Kim", Spends.OWN, null).orThrow();

        assertThat(player(tester).id().isTest()).isTrue();
        assertThat(player(tester).id()).isNotEqualTo(own("p-1").player().userId());
        assertThat(users.users.find(player(tester).id())).isEmpty();
    }

    @Test
    void anAccountIsClaimedWithThePlayersTokenInHand() {
        PlayerToken token = own("p-1");
        UserId id = token.player().userId();

        IssuedTokens tokens = users.claims
                .claim(player(token), "kim@example.com", PASSWORD, UserProcess.STRANGER)
                .orThrow();

        assertThat(tokens.user().id()).isEqualTo(id);
        assertThat(tokens.user().displayName()).isEqualTo("Kim");
        assertThat(users.accepted.verify(tokens.accessToken())).isPresent();
        assertThat(users.signsIn("kim@example.com", PASSWORD).orThrow().user().id())
                .isEqualTo(id);
        assertThat(users.accepted.verify(token.token()))
                .as("the studio's token")
                .isEmpty();
        assertThat(refusal(users.players.make(by(key), "p-1", null, Spends.OWN, null)))
                .isEqualTo(ErrorCode.PLAYER_CLAIMED);
    }

    @Test
    void nobodyElseClaimsIt() {
        PlayerToken token = own("p-1");
        var stranger = new Caller.User(
                users.registered("eve@example.com").user().id(), Caller.Role.USER, new Admission.SignedIn("s", 1));
        var ownerOfTheKey = by(key);

        for (Caller.User other : List.of(stranger, ownerOfTheKey)) {
            assertThat(refusal(users.claims.claim(other, "kim@example.com", PASSWORD, UserProcess.STRANGER)))
                    .isEqualTo(ErrorCode.FORBIDDEN);
        }
        assertThat(refusal(users.claims.claim(player(token), "eve@example.com", PASSWORD, UserProcess.STRANGER)))
                .isEqualTo(ErrorCode.EMAIL_TAKEN);
        assertThat(users.accepted.verify(token.token())).isPresent();
    }

    @Test
    void ofTwoClaimsOneIsTaken() {
        Caller.User player = player(own("p-1"));
        users.claims
                .claim(player, "kim@example.com", PASSWORD, UserProcess.STRANGER)
                .orThrow();

        assertThat(refusal(users.claims.claim(player, "two@example.com", PASSWORD, UserProcess.STRANGER)))
                .isEqualTo(ErrorCode.PLAYER_CLAIMED);
        assertThat(users.signsIn("kim@example.com", PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(users.signsIn("two@example.com", PASSWORD)).isInstanceOf(Outcome.Rejected.class);
    }

    private static Change<KeyWish.LimitsWish> daily(long dof) {
        return new Change<>(new KeyWish.LimitsWish(new Change<>(dof), null, null, null));
    }
}
