package ai.jiga.store.user.wiring;

import ai.jiga.store.documents.Schema;
import ai.jiga.store.mail.MailSender;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.security.ForeignTokens;
import ai.jiga.store.security.Issuers;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.security.Signer;
import ai.jiga.store.security.SigningKeys;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.user.inbound.CountKeySpending;
import ai.jiga.store.user.inbound.LetterTask;
import ai.jiga.store.user.inbound.OwnMachine;
import ai.jiga.store.user.inbound.RenewSigningKey;
import ai.jiga.store.user.inbound.SignInAnswers;
import ai.jiga.store.user.inbound.Visitors;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.usecase.AcceptedKeys;
import ai.jiga.store.user.usecase.AcceptedTokens;
import ai.jiga.store.user.usecase.AdmitForeigner;
import ai.jiga.store.user.usecase.AskForLetter;
import ai.jiga.store.user.usecase.ChangePassword;
import ai.jiga.store.user.usecase.ClaimPlayer;
import ai.jiga.store.user.usecase.CountKeyUse;
import ai.jiga.store.user.usecase.EndSignIns;
import ai.jiga.store.user.usecase.FindUsers;
import ai.jiga.store.user.usecase.FollowLink;
import ai.jiga.store.user.usecase.GuessLimits;
import ai.jiga.store.user.usecase.KeepApiKeys;
import ai.jiga.store.user.usecase.KeepPreferences;
import ai.jiga.store.user.usecase.KeepProfile;
import ai.jiga.store.user.usecase.KeepSignIns;
import ai.jiga.store.user.usecase.Letters;
import ai.jiga.store.user.usecase.MakePlayerToken;
import ai.jiga.store.user.usecase.OpenOperatorAccount;
import ai.jiga.store.user.usecase.RefreshSignIn;
import ai.jiga.store.user.usecase.RegisterUser;
import ai.jiga.store.user.usecase.SeedDemoAccounts;
import ai.jiga.store.user.usecase.SignInUser;
import ai.jiga.store.user.usecase.SignIns;
import ai.jiga.store.user.usecase.SignOut;
import ai.jiga.store.user.usecase.SuspendUser;
import ai.jiga.store.user.usecase.UserDirectory;
import ai.jiga.store.user.usecase.WatchOrigins;
import ai.jiga.store.user.usecase.WriteLetter;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.Network;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.ReadyCheck;
import ai.jiga.store.wiring.Seeder;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the user service. Keys, signer and token verifier are its own in a process that brings none.
@Singleton
public class UserWiring {
    private static final Logger LOG = LoggerFactory.getLogger(UserWiring.class);
    private static final String SERVICE = "user-service";
    /// Whom access tokens are for.
    private static final String AUDIENCE = "jiga-store";

    private static final String PLAY_MONEY = "sandbox";
    /// Before the engines close.
    private static final int STOP_EARLY = 100;

    private static final int AFTER_EVERYTHING_BUT_THE_LEDGER = 50;

    private final Foundation foundation;
    private final Outbox outbox;
    private final CommonPasswords common = new CommonPasswords();
    private final Operator operator;
    private final String payments;
    private final boolean playMoney;

    public UserWiring(
            Foundation foundation,
            @ConfigProperty(name = "jiga.payments", defaultValue = "none") String payments,
            @ConfigProperty(name = "jiga.admin.email") Optional<String> adminEmail,
            @ConfigProperty(name = "jiga.admin.password") Optional<String> adminPassword) {
        this.foundation = foundation;
        this.outbox = foundation.outbox(SERVICE);
        this.payments = payments;
        this.playMoney = payments.equals(PLAY_MONEY);
        this.operator = Operator.configured(adminEmail, adminPassword, playMoney, common);
    }

    @Produces
    @Singleton
    static Schema userSchema() {
        return UserCollections.SCHEMA;
    }

    @Produces
    @Singleton
    @DefaultBean
    SigningKeys signingKeys(@ConfigProperty(name = "jiga.data", defaultValue = "data") String folder) {
        return SigningKeys.open(Path.of(folder), foundation.clock());
    }

    @Produces
    @Singleton
    @DefaultBean
    Signer signer(SigningKeys keys) {
        return new Signer(keys);
    }

    /// No token verifier to others: [#acceptedTokens] is, for these and for other issuers'.
    @Produces
    @Singleton
    @DefaultBean
    @Typed(AccessTokens.class)
    AccessTokens accessTokens(SigningKeys keys, PublicUrl url) {
        return new AccessTokens(keys, url.base(), AUDIENCE, foundation.clock());
    }

    @Produces
    @Singleton
    ForeignTokens foreignTokens(
            @ConfigProperty(name = "jiga.issuers") Optional<String> names,
            @ConfigProperty(name = "firebase.auth.emulator.host") Optional<String> emulator,
            @ConfigProperty(name = "jiga.host") Optional<String> host,
            PublicUrl url) {
        var settings = new HashMap<String, String>();
        names.ifPresent(text -> settings.put(Issuers.NAMES, text));
        emulator.ifPresent(text -> settings.put(Issuers.EMULATOR, text));
        host.ifPresent(text -> settings.put("JIGA_HOST", text));
        settings.put("JIGA_PUBLIC_URL", url.base());
        settings.put("JIGA_PAYMENTS", payments);
        Issuers issuers = Issuers.read(settings);
        issuers.emulator()
                .ifPresent(at -> LOG.warn(
                        "FIREBASE_AUTH_EMULATOR_HOST is set ({}): TOKENS WITHOUT A SIGNATURE ARE TAKEN, so whoever"
                                + " reaches this store can be any of its users. Never set it where a stranger is.",
                        at));
        return ForeignTokens.of(issuers, foundation.clock());
    }

    void close(@Disposes ForeignTokens tokens) {
        tokens.close();
    }

    /// Whoever has an account here gets in all the same.
    @Produces
    @Singleton
    ReadyCheck issuersCheck(ForeignTokens tokens) {
        return new ReadyCheck() {
            @Override
            public String name() {
                return "issuers";
            }

            @Override
            public boolean isNeeded() {
                return false;
            }

            @Override
            public Optional<String> trouble() {
                return Optional.of(String.join("; ", tokens.troubles())).filter(words -> !words.isEmpty());
            }
        };
    }

    @Produces
    @Singleton
    @DefaultBean
    TokenVerifier acceptedTokens(AccessTokens own, ForeignTokens foreign, Revocations ended, CountKeyUse uses) {
        var admission = new AdmitForeigner(foundation.store(), outbox, foundation.clock());
        var keys = new AcceptedKeys(foundation.store(), ended, uses, foundation.clock());
        return new AcceptedTokens(own, keys, foreign, admission, ended, foundation.clock());
    }

    @Produces
    @Singleton
    CountKeyUse countKeyUse() {
        return new CountKeyUse(
                foundation.store(),
                foundation.clock(),
                CompletableFuture.delayedExecutor(
                        CountKeyUse.WRITTEN_EVERY.toSeconds(), TimeUnit.SECONDS, Thread::startVirtualThread));
    }

    /// While the documents are still open.
    void stop(@Observes @Priority(STOP_EARLY) ShutdownEvent stopping, CountKeyUse uses) {
        uses.close();
    }

    @Produces
    @Singleton
    TransactionalHandler countKeySpending(CountKeyUse uses) {
        return new CountKeySpending(foundation.json(), uses);
    }

    @Produces
    @Singleton
    WatchOrigins studioOrigins() {
        return new WatchOrigins(foundation.store(), foundation.clock());
    }

    void close(@Disposes WatchOrigins origins) {
        origins.close();
    }

    @Produces
    @Singleton
    MakePlayerToken makePlayerToken(AccessTokens tokens) {
        return new MakePlayerToken(foundation.store(), outbox, tokens, foundation.clock());
    }

    @Produces
    @Singleton
    ClaimPlayer claimPlayer(Passwords passwords, SignIns signIns, EndSignIns ends, Letters letters) {
        return new ClaimPlayer(foundation.store(), passwords, common, signIns, ends, letters);
    }

    @Produces
    @Singleton
    KeepApiKeys keepApiKeys(Revocations revocations) {
        return new KeepApiKeys(
                foundation.store(),
                revocations,
                foundation.clock(),
                foundation.ids()::next,
                text -> Network.of(text).isPresent());
    }

    @Produces
    @Singleton
    Passwords passwords() {
        return Passwords.ofThisMachine();
    }

    void close(@Disposes Passwords passwords) {
        passwords.close();
    }

    @Produces
    @Singleton
    DeviceTokens deviceTokens(SigningKeys keys) {
        return new DeviceTokens(keys, foundation.clock());
    }

    @Produces
    @Singleton
    SignIns signIns(AccessTokens tokens, DeviceTokens devices) {
        return new SignIns(tokens, devices, operator, foundation.clock(), foundation.ids()::next);
    }

    @Produces
    @Singleton
    RegisterUser registerUser(Passwords passwords, SignIns signIns, Letters letters) {
        return new RegisterUser(
                foundation.store(), outbox, foundation.ids()::next, passwords, common, signIns, letters);
    }

    @Produces
    @Singleton
    GuessLimits guessLimits() {
        return new GuessLimits(foundation.store(), foundation.clock(), foundation.ids()::next);
    }

    @Produces
    @Singleton
    SignInUser signInUser(GuessLimits limits, Passwords passwords, SignIns signIns) {
        return new SignInUser(foundation.store(), limits, passwords, signIns);
    }

    @Produces
    @Singleton
    ChangePassword changePassword(
            GuessLimits limits, Passwords passwords, SignIns signIns, EndSignIns ends, Letters letters) {
        return new ChangePassword(foundation.store(), limits, passwords, common, signIns, ends, letters, operator);
    }

    @Produces
    @Singleton
    Letters letters(@ConfigProperty(name = "jiga.rate-limit.anonymous", defaultValue = "60") long perAddress) {
        return new Letters(foundation.tasks(), foundation.clock(), foundation.ids()::next, perAddress > 0);
    }

    @Produces
    @Singleton
    AskForLetter askForLetter(Letters letters) {
        return new AskForLetter(foundation.store(), letters);
    }

    @Produces
    @Singleton
    FollowLink followLink(Passwords passwords, EndSignIns ends, Letters letters) {
        return new FollowLink(foundation.store(), passwords, common, ends, letters, foundation.clock());
    }

    @Produces
    @Singleton
    TaskHandler letterTask(MailSender mail, PublicUrl url) {
        return new LetterTask(new WriteLetter(foundation.store(), mail, operator, url, foundation.clock()));
    }

    @Produces
    @Singleton
    Visitors visitors(ClientAddresses addresses, DeviceTokens devices, PublicUrl url) {
        return new Visitors(addresses, devices, url);
    }

    @Produces
    @Singleton
    SignInAnswers signInAnswers(PublicUrl url) {
        return new SignInAnswers(url);
    }

    @Produces
    @Singleton
    FindUsers findUsers() {
        return new FindUsers(foundation.store(), operator);
    }

    @Produces
    @Singleton
    SuspendUser suspendUser(EndSignIns ends) {
        return new SuspendUser(foundation.store(), ends, foundation.audit(), operator, foundation.clock());
    }

    @Produces
    @Singleton
    OwnMachine ownMachine(PublicUrl url) {
        return new OwnMachine(playMoney, url);
    }

    @Produces
    @Singleton
    EndSignIns endSignIns(Revocations revocations) {
        return new EndSignIns(revocations);
    }

    @Produces
    @Singleton
    RefreshSignIn refreshSignIn(SignIns signIns, EndSignIns ends) {
        return new RefreshSignIn(foundation.store(), signIns, ends);
    }

    @Produces
    @Singleton
    KeepSignIns keepSignIns(EndSignIns ends) {
        return new KeepSignIns(foundation.store(), foundation.clock(), ends);
    }

    @Produces
    @Singleton
    SignOut signOut(EndSignIns ends) {
        return new SignOut(foundation.store(), foundation.clock(), ends);
    }

    /// What other services ask too.
    @Produces
    @Singleton
    UserDirectory users() {
        return new UserDirectory(foundation.store(), operator);
    }

    @Produces
    @Singleton
    KeepProfile keepProfile() {
        return new KeepProfile(foundation.store(), foundation.caches(), outbox, foundation.clock(), operator);
    }

    @Produces
    @Singleton
    KeepPreferences keepPreferences() {
        return new KeepPreferences(foundation.store(), foundation.clock());
    }

    @Produces
    @Singleton
    RenewSigningKey renewSigningKey(SigningKeys keys) {
        return new RenewSigningKey(keys, foundation.store(), foundation.tasks(), foundation.clock());
    }

    @Produces
    @Singleton
    Seeder seedUsers(Passwords passwords) {
        var demo = new SeedDemoAccounts(foundation.store(), outbox, foundation.clock(), passwords);
        return new Seeder() {
            @Override
            public int order() {
                return AFTER_EVERYTHING_BUT_THE_LEDGER;
            }

            @Override
            public void seed() {
                if (playMoney) {
                    demo.seed()
                            .forEach(made -> LOG.info(
                                    "demo account: {} with the password '{}'",
                                    made.email(),
                                    SeedDemoAccounts.PASSWORD));
                }
            }
        };
    }

    void start(@Observes StartupEvent started, RenewSigningKey renewal, Passwords passwords, EndSignIns ends) {
        renewal.start();
        var account = new OpenOperatorAccount(
                foundation.store(), outbox, foundation.clock(), foundation.ids()::next, passwords, ends);
        switch (account.open(operator)) {
            case MADE -> LOG.info("the operator's account was made");
            case PASSWORD_SET ->
                LOG.warn("the operator's account had another password than JIGA_ADMIN_PASSWORD: it was set, and the"
                        + " account was signed out everywhere");
            case NOTHING_CONFIGURED -> {
                if (operator.email() != null) {
                    LOG.warn("JIGA_ADMIN_EMAIL is set without JIGA_ADMIN_PASSWORD: whoever registers this address first"
                            + " is the operator of this sandbox store");
                }
            }
            case AS_CONFIGURED -> {
                // Nothing to say.
            }
        }
    }
}
