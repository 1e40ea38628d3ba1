package ai.jiga.store.user.wiring;

import ai.jiga.store.documents.Schema;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.inbound.RenewSigningKey;
import ai.jiga.store.user.inbound.SignInAnswers;
import ai.jiga.store.user.inbound.Visitors;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.usecase.ChangePassword;
import ai.jiga.store.user.usecase.EndSignIns;
import ai.jiga.store.user.usecase.FindUsers;
import ai.jiga.store.user.usecase.GuessLimits;
import ai.jiga.store.user.usecase.KeepPreferences;
import ai.jiga.store.user.usecase.KeepProfile;
import ai.jiga.store.user.usecase.KeepSignIns;
import ai.jiga.store.user.usecase.Letters;
import ai.jiga.store.user.usecase.OpenOperatorAccount;
import ai.jiga.store.user.usecase.RefreshSignIn;
import ai.jiga.store.user.usecase.RegisterUser;
import ai.jiga.store.user.usecase.SeedDemoAccounts;
import ai.jiga.store.user.usecase.SignInUser;
import ai.jiga.store.user.usecase.SignIns;
import ai.jiga.store.user.usecase.SignOut;
import ai.jiga.store.user.usecase.SuspendUser;
import ai.jiga.store.user.usecase.UserDirectory;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.Seeder;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds the user service: accounts, and how their users sign in. Beside it: [TokensWiring], [KeysWiring] and
/// [LettersWiring].
@Singleton
public class UserWiring {
    private static final Logger LOG = LoggerFactory.getLogger(UserWiring.class);
    static final String SERVICE = "user-service";

    static final String PLAY_MONEY = "sandbox";

    private static final int AFTER_EVERYTHING_BUT_THE_LEDGER = 50;

    private final Foundation foundation;
    private final Outbox outbox;
    private final CommonPasswords common = new CommonPasswords();
    private final Operator operator;
    private final boolean playMoney;

    public UserWiring(
            Foundation foundation,
            @ConfigProperty(name = "jiga.payments", defaultValue = "none") String payments,
            @ConfigProperty(name = "jiga.admin.email") Optional<String> adminEmail,
            @ConfigProperty(name = "jiga.admin.password") Optional<String> adminPassword) {
        this.foundation = foundation;
        this.outbox = foundation.outbox(SERVICE);
        this.playMoney = payments.equals(PLAY_MONEY);
        this.operator = Operator.configured(adminEmail, adminPassword, playMoney, common);
    }

    @Produces
    @Singleton
    Operator operator() {
        return operator;
    }

    @Produces
    @Singleton
    CommonPasswords commonPasswords() {
        return common;
    }

    @Produces
    @Singleton
    static Schema userSchema() {
        return UserCollections.SCHEMA;
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
                    demo.seed();
                    // At each start: whoever tries a store again has lost the first one's lines.
                    SeedDemoAccounts.ACCOUNTS.forEach(account -> LOG.info(
                            "demo account: {} with the password '{}', unless that was changed",
                            account.email(),
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
