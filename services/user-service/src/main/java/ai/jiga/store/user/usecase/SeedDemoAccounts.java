package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.security.Passwords;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.Profile;
import ai.jiga.store.user.model.User;
import ai.jiga.store.user.model.UserCollections;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Two accounts that everybody may use, of a store with play money and of no other.
public final class SeedDemoAccounts {
    /// Known to the world: it opens nothing but play money.
    public static final String PASSWORD = "try-the-store";

    public static final List<Demo> ACCOUNTS = List.of(
            new Demo(UserId.of("demo-player"), new EmailAddress("player@demo.jiga.local"), "Demo Player"),
            new Demo(UserId.of("demo-owner"), new EmailAddress("owner@demo.jiga.local"), "Demo Owner"));

    private final DocumentStore store;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Passwords passwords;

    public SeedDemoAccounts(DocumentStore store, Outbox outbox, InstantSource clock, Passwords passwords) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
        this.passwords = passwords;
    }

    /// An account of the demo. The ledger gives it play money by its id.
    public record Demo(UserId id, EmailAddress email, String displayName) {}

    /// Makes those that are missing.
    ///
    /// @return those that were made
    public List<Demo> seed() {
        var made = new ArrayList<Demo>();
        for (Demo demo : ACCOUNTS) {
            if (store.get(UserCollections.email(demo.email())).isEmpty() && open(demo)) {
                made.add(demo);
            }
        }
        return made;
    }

    private boolean open(Demo demo) {
        Instant now = clock.instant();
        EventStamp stamp = outbox.stamp();
        var profile = new Profile(demo.displayName(), null, null);
        User user = User.registered(demo.id(), demo.email(), passwords.hash(PASSWORD), profile, now)
                .withVerifiedEmail(now);
        return store.transact(tx -> {
            boolean free = Accounts.holder(tx, demo.email()).isEmpty()
                    && tx.get(UserCollections.user(demo.id())).isEmpty();
            if (free) {
                Accounts.open(tx, user, demo.email(), outbox, stamp);
            }
            return free;
        });
    }
}
