package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.Change;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.security.TokenVerifier.VerifiedToken;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.ApiKey.Kind;
import ai.jiga.store.user.model.ApiKey.Mode;
import ai.jiga.store.user.model.KeyWish;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeysTest {
    private static final KeyWish TO_HIRE = new KeyWish(List.of(Scope.HIRE), null, null, null, null);

    @TempDir
    Path folder;

    private UserProcess users;
    private UserId ann;

    @BeforeEach
    void open() {
        users = new UserProcess(folder);
        ann = users.registered("ann@example.com").user().id();
    }

    @AfterEach
    void close() {
        users.close();
    }

    private KeyView made(Kind kind, Mode mode, KeyWish wish) {
        return users.apiKeys.make(ann, "Game server", kind, mode, wish).orThrow();
    }

    private static String text(KeyView view) {
        return Objects.requireNonNull(view.key(), "the key's text");
    }

    private Optional<VerifiedToken> verified(String text) {
        return users.accepted.verify(text);
    }

    private Admission.ByKey admitted(String text) {
        return (Admission.ByKey) verified(text).orElseThrow().admission();
    }

    @Test
    void aKeyActsForItsAccountWithinItsScopes() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);

        assertThat(text(key)).startsWith("jiga_live_").endsWith(key.lastFour()).hasSize(48);
        assertThat(verified(text(key)).orElseThrow().subject()).isEqualTo(ann.value());
        assertThat(verified(text(key)).orElseThrow().role()).isEqualTo("user");
        assertThat(admitted(text(key)).scopes()).containsExactly(Scope.HIRE);
        assertThat(admitted(text(key)).publishable()).isFalse();
    }

    @Test
    void itsTextIsShownOnceAndKeptNowhere() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);

        assertThat(users.apiKeys.list(ann)).singleElement().satisfies(listed -> {
            assertThat(listed.key()).isNull();
            assertThat(listed.prefix()).isEqualTo("jiga_live_");
            assertThat(listed.lastFour()).isEqualTo(key.lastFour());
        });
        assertThat(key.toString()).doesNotContain(text(key));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutALookAtTheDocuments() {
        String text = text(made(Kind.SECRET, Mode.LIVE, TO_HIRE));
        String mistyped =
                (text.charAt(12) == 'x' ? text.replace('x', 'y') : text.substring(0, 12) + "x" + text.substring(13));

        users.process.close();

        assertThat(verified(mistyped)).isEmpty();
        assertThat(verified("jiga_live_")).isEmpty();
        assertThat(verified(text.replace("live", "test"))).isEmpty();
    }

    @Test
    void aTestKeyActsForSomebodyElse() {
        KeyView key = made(Kind.SECRET, Mode.TEST, TO_HIRE);

        assertThat(text(key)).startsWith("jiga_test_");
        UserId subject = UserId.of(verified(text(key)).orElseThrow().subject());
        assertThat(subject).isEqualTo(ann.inTest()).isNotEqualTo(ann);
        assertThat(subject.isTest()).isTrue();
    }

    @Test
    void whatAKeyMayNoLongerDoEndsAtOnce() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        Admission.ByKey before = admitted(text(key));

        users.apiKeys
                .change(ann, key.id(), null, new KeyWish(List.of(Scope.WALLET_READ), null, null, null, null))
                .orThrow();

        assertThat(users.revocations.include(ann, before)).isTrue();
        assertThat(admitted(text(key)).scopes()).containsExactly(Scope.WALLET_READ);
        assertThat(users.revocations.include(ann, admitted(text(key)))).isFalse();
    }

    @Test
    void anotherNameEndsNothing() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        Admission.ByKey before = admitted(text(key));

        KeyView after = users.apiKeys
                .change(ann, key.id(), "Staging", new KeyWish(null, null, null, null, null))
                .orThrow();

        assertThat(after.name()).isEqualTo("Staging");
        assertThat(users.revocations.include(ann, before)).isFalse();
    }

    @Test
    void aKeyThatIsDeletedOpensNothingAndWhatItOpenedEnds() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        Admission.ByKey before = admitted(text(key));
        var player = new Admission.AsPlayer(key.id(), 1, 1, ann, before.purse(), null);

        users.apiKeys.delete(ann, key.id()).orThrow();

        assertThat(verified(text(key))).isEmpty();
        assertThat(users.accepted.verifyAtOnce(text(key))).isEmpty();
        assertThat(users.revocations.include(ann, before)).isTrue();
        assertThat(users.revocations.include(UserId.of("a-player"), player)).isTrue();
    }

    @Test
    void ofARotatedKeyBothTextsAreGoodForADay() {
        KeyView first = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        KeyView second = users.apiKeys.rotate(ann, first.id()).orThrow();
        assertThat(verified(text(first))).isPresent();
        assertThat(verified(text(second))).isPresent();

        users.process.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(verified(text(first))).isPresent();
        users.process.clock().advance(Duration.ofSeconds(1));

        assertThat(verified(text(first)))
                .as("though it was asked for a second ago")
                .isEmpty();
        assertThat(verified(text(second))).isPresent();
    }

    @Test
    void whoseRotationWasAnsweredToNobodyRotatesAgainAndWhatIsInUseStaysGood() {
        KeyView deployed = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        users.apiKeys.rotate(ann, deployed.id()).orThrow();
        KeyView inHand = users.apiKeys.rotate(ann, deployed.id()).orThrow();

        users.process.clock().advance(Duration.ofHours(23));

        assertThat(verified(text(deployed))).isPresent();
        assertThat(verified(text(inHand))).isPresent();
    }

    @Test
    void ofMoreTextsThanAKeyHasTheEldestEndsAtOnceWithWhatTheKeyOpened() {
        KeyView first = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        // Remembered by now, as of somebody who uses it.
        Admission.ByKey before = admitted(text(first));
        KeyView second = users.apiKeys.rotate(ann, first.id()).orThrow();
        for (int more = 1; more < ApiKey.MOST_RETIRED; more++) {
            users.apiKeys.rotate(ann, first.id()).orThrow();
        }
        assertThat(users.revocations.include(ann, before)).isFalse();
        assertThat(verified(text(first))).isPresent();

        KeyView last = users.apiKeys.rotate(ann, first.id()).orThrow();

        assertThat(users.revocations.include(ann, before)).isTrue();
        assertThat(verified(text(first))).isEmpty();
        assertThat(verified(text(second))).isPresent();
        assertThat(verified(text(last))).isPresent();
    }

    @Test
    void aRotationOnceTheTextBeforeIsOverEndsNothingThatTheKeyOpened() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        KeyView second = users.apiKeys.rotate(ann, key.id()).orThrow();
        users.process.clock().advance(Duration.ofDays(30));
        Admission.ByKey open = admitted(text(second));

        users.apiKeys.rotate(ann, key.id()).orThrow();

        assertThat(users.revocations.include(ann, open)).isFalse();
        assertThat(verified(text(second))).isPresent();
    }

    @Test
    void aChangeLeavesTheLimitsThatItDoesNotNameAndTakesAwayWhatIsNull() {
        var limits = new KeyWish.LimitsWish(new Change<>(1_000L), null, new Change<>(3_000L), null);
        Instant end = users.process.clock().instant().plus(Duration.ofDays(1));
        KeyView key = made(
                Kind.SECRET,
                Mode.LIVE,
                new KeyWish(List.of(Scope.HIRE), null, null, new Change<>(end), new Change<>(limits)));

        KeyView raised =
                changed(key, null, new Change<>(new KeyWish.LimitsWish(new Change<>(5_000L), null, null, null)));
        assertThat(raised.budgets()).isEqualTo(new ApiKey.Limits(5_000L, null, 3_000L, null));
        assertThat(raised.expiresAt()).isEqualTo(end);

        KeyView freed = changed(
                key, new Change<>(null), new Change<>(new KeyWish.LimitsWish(new Change<>(null), null, null, null)));
        assertThat(freed.budgets()).isEqualTo(new ApiKey.Limits(null, null, 3_000L, null));
        assertThat(freed.expiresAt()).isNull();
        assertThat(changed(key, null, new Change<>(null)).budgets()).isNull();
    }

    private KeyView changed(KeyView key, @Nullable Change<Instant> end, @Nullable Change<KeyWish.LimitsWish> limits) {
        return users.apiKeys
                .change(ann, key.id(), null, new KeyWish(null, null, null, end, limits))
                .orThrow();
    }

    @Test
    void anOriginIsKeptAsBrowsersWriteIt() {
        KeyView key = made(
                Kind.PUBLISHABLE,
                Mode.LIVE,
                new KeyWish(null, List.of("https://Play.example:443", "http://localhost:80"), null, null, null));

        assertThat(key.allowedOrigins()).containsExactly("https://play.example", "http://localhost");
    }

    @Test
    void aKeyDoesNotEndBeforeItBegins() {
        var now = new Change<>(users.process.clock().instant());

        assertThat(refusal(Kind.SECRET, new KeyWish(List.of(Scope.HIRE), null, null, now, null)))
                .isEqualTo(ErrorCode.INVALID_API_KEY);
    }

    @Test
    void aKeyEndsWhenItExpires() {
        Instant end = users.process.clock().instant().plus(Duration.ofMinutes(5));
        KeyView key =
                made(Kind.SECRET, Mode.LIVE, new KeyWish(List.of(Scope.HIRE), null, null, new Change<>(end), null));
        Admission.ByKey open = admitted(text(key));

        users.process.clock().advance(Duration.ofMinutes(5));

        assertThat(verified(text(key))).isEmpty();
        assertThat(users.revocations.include(ann, open)).as("what it opened").isTrue();
    }

    @Test
    void aPublishableKeyHasNoScopesAndASecretOneNoPages() {
        assertThat(refusal(Kind.PUBLISHABLE, TO_HIRE)).isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(refusal(Kind.PUBLISHABLE, budgeted(null, 5L))).isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(refusal(Kind.SECRET, new KeyWish(null, null, null, null, null)))
                .isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(refusal(Kind.SECRET, at(List.of("https://play.example"), null)))
                .isEqualTo(ErrorCode.INVALID_API_KEY);
        assertThat(refusal(Kind.SECRET, at(null, List.of("somewhere")))).isEqualTo(ErrorCode.INVALID_API_KEY);
        for (String page : List.of("play.example", "https://play.example/game", "*", "https://*.example", "null")) {
            assertThat(refusal(Kind.PUBLISHABLE, new KeyWish(null, List.of(page), null, null, null)))
                    .as(page)
                    .isEqualTo(ErrorCode.INVALID_API_KEY);
        }

        KeyView key = made(
                Kind.PUBLISHABLE,
                Mode.LIVE,
                new KeyWish(null, List.of("https://Play.example"), List.of("203.0.113.0/24"), null, null));
        assertThat(text(key)).startsWith("jiga_pub_live_");
        assertThat(admitted(text(key)).origins()).containsExactly("https://play.example");
        assertThat(admitted(text(key)).networks()).containsExactly("203.0.113.0/24");
    }

    private static KeyWish at(@Nullable List<String> origins, @Nullable List<String> addresses) {
        return new KeyWish(List.of(Scope.HIRE), origins, addresses, null, null);
    }

    private static KeyWish budgeted(@Nullable List<Scope> scopes, Long day) {
        return new KeyWish(scopes, null, null, null, daily(day));
    }

    private ErrorCode refusal(Kind kind, KeyWish wish) {
        return refusal(users.apiKeys.make(ann, "Key", kind, Mode.LIVE, wish));
    }

    private static ErrorCode refusal(Outcome<?> outcome) {
        return ((Outcome.Rejected<?>) outcome).rejection().code();
    }

    @Test
    void aBudgetTravelsWithTheKey() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, budgeted(List.of(Scope.HIRE), 500L));

        assertThat(admitted(text(key)).purse().budgets()).singleElement().satisfies(budget -> {
            assertThat(budget.id()).isEqualTo("key-" + key.id());
            assertThat(budget.day()).isEqualTo(Dof.of(500));
            assertThat(budget.total()).isNull();
        });
    }

    @Test
    void anothersKeyIsNotThere() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        UserId ben = users.registered("ben@example.com").user().id();

        assertThat(users.apiKeys.list(ben)).isEmpty();
        assertThat(refusal(users.apiKeys.rotate(ben, key.id()))).isEqualTo(ErrorCode.API_KEY_NOT_FOUND);
        assertThat(refusal(users.apiKeys.change(ben, key.id(), "Mine", TO_HIRE)))
                .isEqualTo(ErrorCode.API_KEY_NOT_FOUND);
        assertThat(refusal(users.apiKeys.use(ben, key.id(), 10, null))).isEqualTo(ErrorCode.API_KEY_NOT_FOUND);
        assertThat(refusal(users.apiKeys.delete(ben, key.id()))).isEqualTo(ErrorCode.API_KEY_NOT_FOUND);
        assertThat(refusal(users.apiKeys.delete(ben, "../" + key.id()))).isEqualTo(ErrorCode.API_KEY_NOT_FOUND);
        assertThat(verified(text(key))).isPresent();
    }

    @Test
    void anAccountHasSoManyKeysAndNoMore() {
        for (int i = 0; i < ApiKey.MOST; i++) {
            made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        }

        assertThat(refusal(Kind.SECRET, TO_HIRE)).isEqualTo(ErrorCode.TOO_MANY_API_KEYS);
    }

    @Test
    void useIsCountedByTheDayAndWrittenOnceAMinute() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        for (int i = 0; i < 3; i++) {
            verified(text(key));
        }
        assertThat(days(key)).isEmpty();

        users.aMinutePasses();
        assertThat(days(key))
                .singleElement()
                .satisfies(day -> assertThat(day.requests()).isEqualTo(3));
        assertThat(users.apiKeys.list(ann).getFirst().lastUsedAt()).isNotNull();

        verified(text(key));
        users.keyUses.close();
        assertThat(days(key))
                .singleElement()
                .satisfies(day -> assertThat(day.requests()).isEqualTo(4));
    }

    @Test
    void whatAKeyPaidForIsCountedWithIt() {
        KeyView key = made(Kind.SECRET, Mode.LIVE, TO_HIRE);
        var paid = new TransactionCompleted(
                TransactionId.of("paid"), ann, "hire", Dof.of(70), null, null, null, null, "key-" + key.id());
        users.process.store().transact(tx -> {
            users.keyUses.count(tx, paid, users.process.clock().instant());
            return paid;
        });

        assertThat(days(key))
                .singleElement()
                .satisfies(day -> assertThat(day.dofSpent()).isEqualTo(70));
    }

    private List<KeepApiKeys.DayOfUse> days(KeyView key) {
        return users.apiKeys.use(ann, key.id(), 10, null).orThrow().items();
    }

    private static Change<KeyWish.LimitsWish> daily(long dof) {
        return new Change<>(new KeyWish.LimitsWish(new Change<>(dof), null, null, null));
    }
}
