package ai.jiga.store.user.usecase;

import static ai.jiga.store.user.usecase.UserProcess.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.revocation.Revocation;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.SealedTokens;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.security.TokenVerifier.VerifiedToken;
import ai.jiga.store.tickets.Ticket;
import ai.jiga.store.tickets.Tickets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Access tokens are good for as long as their sign-in is, in every process, across restarts.
class RevokedTokensTest {
    private static final Duration A_MOMENT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private UserProcess users;
    private IssuedTokens here;
    private IssuedTokens elsewhere;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        here = users.registered("ann@example.com");
        elsewhere = users.signsIn("ann@example.com", PASSWORD).orThrow();
    }

    @AfterEach
    void close() {
        users.close();
    }

    /// Of another process on the same documents.
    private TokenVerifier verifierOf(Revocations revocations) {
        var admissions = new AdmitForeigner(users.process.store(), users.outbox, users.process.clock());
        return new AcceptedTokens(
                users.tokens, users.acceptedKeys, users.foreign, admissions, revocations, users.process.clock());
    }

    private static boolean takes(TokenVerifier verifier, IssuedTokens tokens) {
        boolean taken = verifier.verify(tokens.accessToken()).isPresent();
        assertThat(verifier.verifyAtOnce(tokens.accessToken()).isPresent()).isEqualTo(taken);
        return taken;
    }

    private static boolean within(Duration time, BooleanSupplier happens) {
        long until = System.nanoTime() + time.toNanos();
        while (!happens.getAsBoolean()) {
            if (System.nanoTime() > until) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return true;
    }

    @Test
    void signingOutEndsTheAccessTokensOfThisSignInAtOnceAndNoOthers() {
        IssuedTokens refreshed = users.refreshes(here.refreshToken()).orThrow();

        users.signOut.here(refreshed.refreshToken());

        assertThat(takes(users.accepted, here)).isFalse();
        assertThat(takes(users.accepted, refreshed)).isFalse();
        assertThat(takes(users.accepted, elsewhere)).isTrue();
    }

    @Test
    void signingOutEverywhereEndsThemAllUntilTheNextSignIn() {
        IssuedTokens bob = users.registered("bob@example.com");

        users.signOut.everywhere(here.user().id());

        assertThat(takes(users.accepted, here)).isFalse();
        assertThat(takes(users.accepted, elsewhere)).isFalse();
        assertThat(takes(users.accepted, bob)).isTrue();
        IssuedTokens again = users.signsIn("ann@example.com", PASSWORD).orThrow();
        assertThat(takes(users.accepted, again)).isTrue();
        users.signOut.everywhere(here.user().id());
        assertThat(takes(users.accepted, again)).isFalse();
    }

    @Test
    void theReuseOfARefreshTokenEndsTheAccessTokensToo() {
        IssuedTokens second = users.refreshes(here.refreshToken()).orThrow();
        IssuedTokens third = users.refreshes(second.refreshToken()).orThrow();

        users.refreshes(here.refreshToken());

        assertThat(List.of(here, second, third)).noneMatch(tokens -> takes(users.accepted, tokens));
        assertThat(takes(users.accepted, elsewhere)).isTrue();
    }

    @Test
    void anotherProcessKnowsInAMoment() throws Exception {
        try (var theirs = new Revocations(users.process.store(), users.process.clock())) {
            assertThat(theirs.await(Duration.ofSeconds(20))).isTrue();
            TokenVerifier there = verifierOf(theirs);
            assertThat(takes(there, here)).isTrue();

            users.signOut.here(here.refreshToken());
            assertThat(within(A_MOMENT, () -> !takes(there, here))).isTrue();
            assertThat(takes(there, elsewhere)).isTrue();

            users.signOut.everywhere(here.user().id());
            assertThat(within(A_MOMENT, () -> !takes(there, elsewhere))).isTrue();
        }
    }

    @Test
    void aProcessThatStartsKnowsWhatEndedBefore() throws Exception {
        users.signOut.here(here.refreshToken());

        try (var restarted = new Revocations(users.process.store(), users.process.clock())) {
            // Before the first state has come too: then it is looked up.
            assertThat(verifierOf(restarted).verify(here.accessToken())).isEmpty();
            assertThat(restarted.await(Duration.ofSeconds(20))).isTrue();
            assertThat(takes(verifierOf(restarted), here)).isFalse();
            assertThat(takes(verifierOf(restarted), elsewhere)).isTrue();
        }
    }

    @Test
    void nothingIsReadToTakeAToken() throws Exception {
        users.signOut.here(here.refreshToken());
        assertThat(users.revocations.await(Duration.ofSeconds(20))).isTrue();
        users.process.store().close();

        assertThat(takes(users.accepted, elsewhere)).isTrue();
        assertThat(takes(users.accepted, here)).isFalse();
    }

    @Test
    void whatMemoryHasNoRoomForIsLookedUp() throws Exception {
        var clock = users.process.clock();
        DocumentStore store = users.process.store();
        try (var small = new Revocations(store, clock, 2)) {
            assertThat(small.await(Duration.ofSeconds(20))).isTrue();
            users.signOut.here(here.refreshToken());
            // Two that end later take the room.
            clock.advance(Duration.ofSeconds(1));
            for (String other : List.of("s1", "s2")) {
                store.transact(tx -> {
                    small.write(tx, Revocation.of(UserId.of("bob"), other, clock.instant()));
                    return other;
                });
            }

            assertThat(within(
                            A_MOMENT,
                            () -> verifierOf(small).verify(here.accessToken()).isEmpty()))
                    .isTrue();
            // And it stays so, whichever of the three are remembered.
            for (int i = 0; i < 100; i++) {
                assertThat(verifierOf(small).verify(here.accessToken())).isEmpty();
                assertThat(verifierOf(small).verify(elsewhere.accessToken())).isPresent();
            }
        }
    }

    @Test
    void aRevocationIsKeptUntilTheLastTokenHasEndedAndNoLongerThanThat() {
        users.advance(Duration.ofMinutes(14));
        IssuedTokens last = users.refreshes(here.refreshToken()).orThrow();
        users.signOut.here(last.refreshToken());

        List<Revocation> kept = users.process
                .store()
                .query(Revocations.REVOCATIONS.query().descending("expiresAt").limit(9))
                .values();
        assertThat(kept)
                .singleElement()
                .satisfies(revocation -> assertThat(revocation.expiresAt())
                        .isBetween(
                                users.process.clock().instant().plus(AccessTokens.LIFETIME),
                                users.process
                                        .clock()
                                        .instant()
                                        .plus(AccessTokens.LIFETIME)
                                        .plusSeconds(60)));
    }

    @Test
    void aTicketEndsWithTheSignInOfWhoeverAskedForIt() {
        Tickets tickets = tickets();
        String first = tickets.issue(caller(here), Tickets.LIVE).ticket();
        String second = tickets.issue(caller(elsewhere), Tickets.LIVE).ticket();
        users.signOut.here(here.refreshToken());

        assertThat(tickets.open(first, Tickets.LIVE)).isEmpty();
        Ticket good = tickets.open(second, Tickets.LIVE).orElseThrow();
        assertThat(good.holder()).isEqualTo(caller(elsewhere));
        assertThat(tickets.redeem(good)).isTrue();
        assertThat(tickets.redeem(good)).isFalse();
    }

    @Test
    void aTicketOfAForeignUserKeepsByWhatTheyCame() {
        Tickets tickets = tickets();
        var foreign = new Caller.User(
                UserId.of("x-1"),
                Caller.Role.USER,
                new Admission.VouchedFor(users.process.clock().instant()));

        assertThat(tickets.open(tickets.issue(foreign, Tickets.LIVE).ticket(), Tickets.LIVE)
                        .map(Ticket::holder))
                .contains(foreign);
    }

    private Tickets tickets() {
        var f = users.process.foundation();
        return new Tickets(
                f.store(), new SealedTokens(new byte[32], "tickets"), f.json(), f.clock(), users.revocations);
    }

    private Caller.User caller(IssuedTokens tokens) {
        VerifiedToken token = users.accepted.verify(tokens.accessToken()).orElseThrow();
        return new Caller.User(UserId.of(token.subject()), Caller.Role.USER, token.admission());
    }
}
