package ai.jiga.store.user.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Scope;
import ai.jiga.store.mail.Mail;
import ai.jiga.store.mail.MailRefusedException;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.ApiKey;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.KeyWish;
import ai.jiga.store.user.model.Origin;
import ai.jiga.store.user.model.Preferences;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import ai.jiga.store.web.IfMatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {
    private static final String ANN = "ann@example.com";
    private static final String BOSS = "boss@example.com";
    private static final String ANOTHER = "nine slow ferries";

    private final UserProcess users;

    LettersTest(@TempDir Path folder) {
        users = new UserProcess(
                        folder, UserProcess.operator(BOSS, Optional.of(UserProcess.PASSWORD)), new Passwords(2, 100))
                .withPost();
    }

    @AfterEach
    void close() {
        users.close();
    }

    private static Visitor from(int number) {
        return new Visitor("198.51.100." + number, null, null, "fr, de-AT;q=0.8");
    }

    private IssuedTokens annIsThere() {
        IssuedTokens ann = users.registered(ANN);
        users.lettersGo();
        users.mails.clear();
        users.advance(Duration.ofHours(2));
        return ann;
    }

    private String linkToReset() {
        users.asks.toReset(ANN, from(1)).orThrow();
        users.lettersGo();
        return users.linkTo("reset");
    }

    private boolean isVerified(IssuedTokens of) {
        return users.users.account(of.user().id()).orThrow().emailVerified();
    }

    @Test
    void whoRegistersIsAskedWhetherTheAddressIsTheirs() {
        IssuedTokens ann = users.registered(ANN);
        assertThat(users.mails).as("while the request is answered").isEmpty();
        users.lettersGo();

        assertThat(users.mails).extracting(Mail::to).containsExactly(ANN);
        assertThat(isVerified(ann)).isFalse();

        users.links.verify(users.linkTo("verify")).orThrow();
        assertThat(isVerified(ann)).isTrue();
        users.links.verify(users.linkTo("verify")).orThrow();
    }

    @Test
    void nothingThatAUserWroteIsInALetter() {
        users.registers(ANN, UserProcess.PASSWORD, "Win at evil.example", null, null)
                .orThrow();
        users.lettersGo();

        assertThat(users.mails)
                .singleElement()
                .satisfies(mail -> assertThat(mail.subject() + mail.text()).doesNotContain("evil.example"));
    }

    @Test
    void aLetterIsInALanguageThatItsReaderReads() {
        annIsThere();
        linkToReset();
        assertThat(users.mails.getLast().language()).isEqualTo("de");

        var arabic = users.preferences
                .replace(
                        users.signsIn(ANN, UserProcess.PASSWORD)
                                .orThrow()
                                .user()
                                .id(),
                        Preferences.of("ar-EG", null, null, null, null).orThrow(),
                        new IfMatch(null))
                .orThrow();
        assertThat(arabic.language()).isEqualTo("ar-EG");
        linkToReset();
        assertThat(users.mails.getLast().language()).isEqualTo("ar");
    }

    @Test
    void aLinkChoosesAnotherPasswordOnceAndEndsAllSignIns() {
        IssuedTokens ann = annIsThere();
        String first = linkToReset();
        String second = linkToReset();

        users.links.reset(second, ANOTHER, from(1)).orThrow();

        assertThat(UserProcess.refusal(users.refreshes(ann.refreshToken()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(UserProcess.refusal(users.signsIn(ANN, UserProcess.PASSWORD)))
                .isEqualTo(ErrorCode.INVALID_CREDENTIALS);
        assertThat(isVerified(users.signsIn(ANN, ANOTHER).orThrow())).isTrue();
        for (String used : new String[] {first, second}) {
            assertThat(UserProcess.refusal(users.links.reset(used, "ten loud violins", from(1))))
                    .isEqualTo(ErrorCode.LINK_NOT_VALID);
        }
    }

    @Test
    void theFirstProofOfAnAddressEndsTheKeysOfWhoeverMadeTheAccountAndLaterOnesDoNot() {
        IssuedTokens somebody = annIsThere();
        String planted = keyOf(somebody);
        users.links.reset(linkToReset(), ANOTHER, from(1)).orThrow();
        assertThat(users.accepted.verify(planted)).isEmpty();

        String own = keyOf(users.signsIn(ANN, ANOTHER).orThrow());
        users.advance(Duration.ofHours(2));
        users.links.reset(linkToReset(), "ten loud violins", from(1)).orThrow();
        assertThat(users.accepted.verify(own)).isPresent();
    }

    private String keyOf(IssuedTokens ann) {
        var wish = new KeyWish(List.of(Scope.HIRE), null, null, null, null);
        return Objects.requireNonNull(users.apiKeys
                .make(ann.user().id(), "server", ApiKey.Kind.SECRET, ApiKey.Mode.LIVE, wish)
                .orThrow()
                .key());
    }

    @Test
    void whoeverHasTheAddressIsToldThatThePasswordIsAnotherOne() {
        annIsThere();
        users.links.reset(linkToReset(), ANOTHER, from(1)).orThrow();
        users.lettersGo();

        assertThat(users.mails.getLast().text())
                .contains(UserProcess.ISSUER + "/account\n")
                .doesNotContain("#");
    }

    @Test
    void lettersThatAskForAProofTakeNoneFromThoseForAPassword() {
        var id = users.registered(ANN).user().id();
        users.asks.toVerify(id, from(1)).orThrow();
        users.asks.toVerify(id, from(1)).orThrow();

        linkToReset();

        assertThat(users.mails).anyMatch(mail -> mail.text().contains("/reset#"));
    }

    @Test
    void ofTwoWhoFollowALinkAtOnceOneChooses() throws Exception {
        annIsThere();
        String link = linkToReset();
        var numbers = new AtomicInteger();

        var outcomes = UserProcess.atOnce(
                4, () -> users.links.reset(link, "password of visitor " + numbers.incrementAndGet(), from(1)));

        assertThat(outcomes.stream().filter(Outcome.Done.class::isInstance)).hasSize(1);
    }

    @Test
    void aPasswordThatBreaksTheRulesUsesNoLink() {
        annIsThere();
        String link = linkToReset();

        assertThat(UserProcess.refusal(users.links.reset(link, "short", from(1))))
                .isEqualTo(ErrorCode.VALIDATION_FAILED);
        assertThat(UserProcess.refusal(users.links.reset(link, "password123", from(1))))
                .isEqualTo(ErrorCode.PASSWORD_TOO_COMMON);
        users.links.reset(link, ANOTHER, from(1)).orThrow();
    }

    @Test
    void linksAreGoodForAWhileAndForTheirPurpose() {
        users.registered(ANN);
        users.lettersGo();
        String toVerify = users.linkTo("verify");
        String toReset = linkToReset();

        assertThat(UserProcess.refusal(users.links.reset(toVerify, ANOTHER, from(1))))
                .isEqualTo(ErrorCode.LINK_NOT_VALID);
        assertThat(UserProcess.refusal(users.links.verify(toReset))).isEqualTo(ErrorCode.LINK_NOT_VALID);
        users.advance(Duration.ofHours(1));
        assertThat(UserProcess.refusal(users.links.reset(toReset, ANOTHER, from(1))))
                .isEqualTo(ErrorCode.LINK_NOT_VALID);
        users.advance(Duration.ofDays(3));
        assertThat(UserProcess.refusal(users.links.verify(toVerify))).isEqualTo(ErrorCode.LINK_NOT_VALID);
        assertThat(UserProcess.refusal(users.links.verify("made up"))).isEqualTo(ErrorCode.LINK_NOT_VALID);
    }

    @Test
    void nobodyLearnsWhetherAnAddressHasAnAccount() {
        annIsThere();

        Outcome<Boolean> known = users.asks.toReset(ANN, from(1));
        Outcome<Boolean> unknown = users.asks.toReset("nobody@example.com", from(1));
        users.lettersGo();

        assertThat(unknown).isEqualTo(known);
        assertThat(users.mails).extracting(Mail::to).containsExactly(ANN);
    }

    @Test
    void whatIsNoAddressIsSaidToBeNone() {
        assertThat(UserProcess.rejection(users.asks.toReset("no address", from(1)))
                        .errors())
                .containsExactly(EmailAddress.NOT_ONE);
    }

    @Test
    void anAddressGetsThreeLettersAndTheirLinksStayGood() {
        annIsThere();
        String first = linkToReset();
        for (int visitor = 2; visitor <= 9; visitor++) {
            users.asks.toReset(ANN, from(visitor)).orThrow();
        }
        users.lettersGo();

        assertThat(users.mails).hasSize(3);
        users.links.reset(first, ANOTHER, from(1)).orThrow();

        users.advance(Duration.ofMinutes(20));
        linkToReset();
        assertThat(users.mails)
                .filteredOn(mail -> mail.text().contains("/reset#"))
                .hasSize(4);
    }

    @Test
    void nobodyWritesToTheWorldThroughTheStore() {
        for (int number = 0; number < 20; number++) {
            users.asks.toReset("stranger" + number + "@example.com", from(1)).orThrow();
        }

        var refused = UserProcess.rejection(users.asks.toReset(ANN, from(1)));
        assertThat(refused.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refused.extra()).containsEntry("retryAfterSeconds", 180L);
        users.asks.toReset(ANN, from(2)).orThrow();
    }

    @Test
    void whoAsksForAnotherLetterTooOftenIsToldWhen() {
        var id = users.registered(ANN).user().id();
        users.asks.toVerify(id, from(1)).orThrow();
        users.asks.toVerify(id, from(1)).orThrow();

        assertThat(UserProcess.refusal(users.asks.toVerify(id, from(1)))).isEqualTo(ErrorCode.RATE_LIMITED);
        users.lettersGo();
        assertThat(users.mails).hasSize(3);
    }

    @Test
    void thePasswordThatTheConfigurationNamesIsChangedByNoLetter() {
        users.registered(BOSS);

        users.asks.toReset(BOSS, from(1)).orThrow();
        users.lettersGo();

        assertThat(users.mails).noneMatch(mail -> mail.text().contains("/reset#"));
    }

    @Test
    void somebodyOfAnotherIssuerGetsNoneWhateverTheirIdIs() {
        var ref = UserCollections.user(Letters.NOBODY);
        var elsewhere = User.from(
                new Origin("https://issuer.example", "nobody", false),
                Letters.NOBODY,
                new EmailAddress("elsewhere@example.com"),
                new Profile("Nobody", null, null),
                users.process.clock().instant());
        users.process.store().transact(tx -> {
            tx.set(ref, elsewhere);
            return elsewhere;
        });

        users.asks.toVerify(Letters.NOBODY, from(1)).orThrow();
        users.asks.toReset("stranger@example.com", from(1)).orThrow();
        users.lettersGo();

        assertThat(users.mails).isEmpty();
    }

    @Test
    void aLetterWaitsForAMailServerThatIsAway() {
        users.mailRefusal = new IllegalStateException("away");
        users.registered(ANN);
        users.lettersGo();
        assertThat(users.mails).isEmpty();

        users.mailRefusal = null;
        users.advance(Duration.ofMinutes(5));
        users.lettersGo();

        assertThat(users.mails).extracting(Mail::to).containsExactly(ANN);
    }

    @Test
    void aLetterThatIsRefusedForGoodIsGivenUp() {
        users.mailRefusal = new MailRefusedException("550");
        users.registered(ANN);
        users.lettersGo();

        users.mailRefusal = null;
        users.advance(Duration.ofDays(1));
        users.lettersGo();

        assertThat(users.mails).isEmpty();
    }
}
