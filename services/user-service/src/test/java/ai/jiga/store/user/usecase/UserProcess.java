package ai.jiga.store.user.usecase;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.mail.Mail;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.revocation.Revocations;
import ai.jiga.store.security.AccessTokens;
import ai.jiga.store.security.Device;
import ai.jiga.store.security.DeviceTokens;
import ai.jiga.store.security.ForeignTokens;
import ai.jiga.store.security.Issuers;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.security.SigningKeys;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.user.inbound.LetterTask;
import ai.jiga.store.user.model.CommonPasswords;
import ai.jiga.store.user.model.Operator;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import ai.jiga.store.web.PublicUrl;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The user service in a process of its own, as its wiring builds it.
final class UserProcess implements AutoCloseable {
    static final String PASSWORD = "seven quiet lanterns";
    static final Visitor STRANGER = new Visitor("192.0.2.1", null);
    static final String ISSUER = "https://store.example";

    final TestProcess process = TestProcess.with(UserCollections.SCHEMA);
    final CommonPasswords common = new CommonPasswords();
    final Outbox outbox = process.foundation().outbox("user-service");
    final Passwords passwords;
    final SigningKeys keys;
    final AccessTokens tokens;
    final Revocations revocations;
    final EndSignIns ends;
    final ForeignTokens foreign = ForeignTokens.of(Issuers.read(Map.of()), process.clock());
    private static final Pattern LINK = Pattern.compile(ISSUER + "/(verify|reset)#(\\S+)");
    volatile @Nullable RuntimeException mailRefusal;
    private final Queue<Runnable> minute = new ConcurrentLinkedQueue<>();
    final CountKeyUse keyUses;
    final AcceptedKeys acceptedKeys;
    final KeepApiKeys apiKeys;
    final MakePlayerToken players;
    final ClaimPlayer claims;
    final TokenVerifier accepted;
    final DeviceTokens devices;
    final SignIns signIns;
    final List<Mail> mails = Collections.synchronizedList(new ArrayList<>());
    final Letters letters;
    final AskForLetter asks;
    final FollowLink links;
    final ChangePassword passwordChanges;
    private final WriteLetter writer;
    final RegisterUser register;
    final GuessLimits limits;
    final SignInUser signIn;
    final RefreshSignIn refresh;
    final SignOut signOut;
    final UserDirectory users;
    final KeepProfile profile;
    final KeepPreferences preferences;
    final FindUsers finding;
    final SuspendUser suspensions;

    UserProcess(Path folder) {
        this(folder, Operator.NOBODY, new Passwords(2, 100));
    }

    UserProcess(Path folder, Operator operator, Passwords passwords) {
        this.passwords = passwords;
        var store = process.store();
        var clock = process.clock();
        keys = SigningKeys.open(folder, clock);
        tokens = new AccessTokens(keys, ISSUER, "jiga-store", clock);
        revocations = new Revocations(store, clock);
        keyUses = new CountKeyUse(store, clock, minute::add);
        acceptedKeys = new AcceptedKeys(store, revocations, keyUses, clock);
        apiKeys = new KeepApiKeys(
                store, revocations, clock, process.foundation().ids()::next, text -> text.startsWith("203.0.113."));
        accepted = new AcceptedTokens(
                tokens, acceptedKeys, foreign, new AdmitForeigner(store, outbox, clock), revocations, clock);
        ends = new EndSignIns(revocations);
        devices = new DeviceTokens(keys, clock);
        signIns = new SignIns(
                tokens, devices, operator, clock, process.foundation().ids()::next);
        letters = new Letters(
                process.foundation().tasks(), clock, process.foundation().ids()::next, true);
        asks = new AskForLetter(store, letters);
        links = new FollowLink(store, passwords, common, ends, letters, clock);
        writer = new WriteLetter(store, this::take, operator, new PublicUrl(ISSUER), clock);
        register =
                new RegisterUser(store, outbox, process.foundation().ids()::next, passwords, common, signIns, letters);
        limits = new GuessLimits(store, clock, process.foundation().ids()::next);
        passwordChanges = new ChangePassword(store, limits, passwords, common, signIns, ends, letters, operator);
        signIn = new SignInUser(store, limits, passwords, signIns);
        refresh = new RefreshSignIn(store, signIns, ends);
        players = new MakePlayerToken(store, outbox, tokens, clock);
        claims = new ClaimPlayer(store, passwords, common, signIns, ends, letters);
        signOut = new SignOut(store, clock, ends);
        users = new UserDirectory(store, operator);
        profile = new KeepProfile(store, process.foundation().caches(), outbox, clock, operator);
        preferences = new KeepPreferences(store, clock);
        finding = new FindUsers(store, operator);
        suspensions = new SuspendUser(store, ends, process.foundation().audit(), operator, clock);
    }

    private void take(Mail mail) {
        RuntimeException refusal = mailRefusal;
        if (refusal != null) {
            throw refusal;
        }
        mails.add(mail);
    }

    /// From here on, tasks run when [#lettersGo] says so.
    UserProcess withPost() {
        process.start(List.of(), List.of(new LetterTask(writer)));
        return this;
    }

    void lettersGo() {
        process.runDueTasks();
    }

    /// What stands behind the '#' of the newest letter with a link to this page: letters go in any order.
    String linkTo(String page) {
        return mails.reversed().stream()
                .map(mail -> LINK.matcher(mail.text()))
                .filter(Matcher::find)
                .filter(link -> link.group(1).equals(page))
                .map(link -> link.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link in " + mails));
    }

    static Operator operator(String email, Optional<String> password) {
        return Operator.configured(Optional.of(email), password, true, new CommonPasswords());
    }

    IssuedTokens registered(String email) {
        return registers(email, PASSWORD, "Ann", null, null).orThrow();
    }

    Outcome<IssuedTokens> registers(
            @Nullable String email,
            @Nullable String password,
            @Nullable String displayName,
            @Nullable String nationality,
            @Nullable String timezone) {
        return register.register(email, password, displayName, nationality, timezone, STRANGER);
    }

    /// From an address and a device that nobody knows.
    Outcome<IssuedTokens> signsIn(@Nullable String email, String password) {
        return signIn.signIn(email, password, STRANGER);
    }

    /// By a client that does not say on which device it runs.
    Outcome<IssuedTokens> refreshes(String token) {
        return refresh.refresh(token, null);
    }

    /// On the device that got these tokens when it signed in.
    Device deviceOf(IssuedTokens signedIn) {
        return devices.verify(signedIn.deviceToken()).orElseThrow();
    }

    void advance(Duration by) {
        process.clock().advance(by);
    }

    static ErrorCode refusal(Outcome<?> outcome) {
        return rejection(outcome).code();
    }

    static Rejection rejection(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Rejected<?> rejected) {
            return rejected.rejection();
        }
        throw new AssertionError("not refused, but " + outcome);
    }

    /// Calls as many times at once as the machine manages.
    static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var start = new CyclicBarrier(times);
        try (var threads = Executors.newFixedThreadPool(times)) {
            Callable<T> together = () -> {
                start.await();
                return call.call();
            };
            var results = threads.invokeAll(Collections.nCopies(times, together));
            var values = new ArrayList<T>();
            for (var result : results) {
                values.add(result.get());
            }
            return values;
        }
    }

    @Override
    public void close() {
        passwords.close();
        foreign.close();
        revocations.close();
        process.close();
    }

    /// What is done a minute later, is done.
    void aMinutePasses() {
        process.clock().advance(CountKeyUse.WRITTEN_EVERY);
        for (int due = minute.size(); due > 0; due--) {
            minute.remove().run();
        }
    }
}
