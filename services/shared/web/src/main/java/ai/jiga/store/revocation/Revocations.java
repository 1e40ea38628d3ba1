package ai.jiga.store.revocation;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Every process watches the revocations, which are few, and asks its memory. What it revokes itself it knows by the
/// time its commit returns; what others revoke, when the engine tells: well within a second while it is in reach.
///
/// Until the first state has come, and while there are more than memory has room for, whoever is not known to be out
/// is looked up in the documents: slower, and never wrong.
///
/// Thread-safe.
public final class Revocations implements EndedSignIns, AutoCloseable {
    /// Declared in the user service's schema, and used by every process that lets users in.
    public static final Collection<Revocation> REVOCATIONS =
            Collection.of("revocations", Revocation.class).expires("expiresAt").index(Index.desc("expiresAt"));

    /// Some 200 bytes each.
    private static final int MOST = 20_000;

    private final DocumentStore store;
    private final InstantSource clock;
    private final int most;
    private final CountDownLatch first = new CountDownLatch(1);
    private final DocumentStore.Watch watch;
    /// Those of this process that the engine has not told of yet.
    private final ConcurrentMap<String, Revocation> ours = new ConcurrentHashMap<>();

    private volatile State state = new State(Map.of(), Instant.MAX);

    /// @param gapsUntil before this time there may be others
    private record State(Map<String, Revocation> byId, Instant gapsUntil) {}

    public Revocations(DocumentStore store, InstantSource clock) {
        this(store, clock, MOST);
    }

    /// @param most how many are remembered
    public Revocations(DocumentStore store, InstantSource clock, int most) {
        this.store = store;
        this.clock = clock;
        this.most = most;
        this.watch = store.watch(REVOCATIONS.query().descending("expiresAt").limit(most), this::told);
    }

    /// Keeps it, in the transaction that ends what it is about.
    public void write(Transaction tx, Revocation revocation) {
        tx.set(REVOCATIONS.id(revocation.documentId()), revocation);
        tx.afterCommit(() -> ours.put(revocation.documentId(), revocation));
    }

    @Override
    public boolean include(UserId user, Admission admission) {
        return includeAtOnce(user, admission)
                || clock.instant().isBefore(state.gapsUntil())
                        && store.getAll(refs(user, admission)).stream()
                                .anyMatch(document -> document.value().covers(admission));
    }

    @Override
    public boolean includeAtOnce(UserId user, Admission admission) {
        return admission.isOver(clock.instant()) || ids(user, admission).anyMatch(id -> isKnown(id, admission));
    }

    private boolean isKnown(String id, Admission admission) {
        return covers(state.byId().get(id), admission) || covers(ours.get(id), admission);
    }

    private static boolean covers(@Nullable Revocation revocation, Admission admission) {
        return revocation != null && revocation.covers(admission);
    }

    private static List<Ref<Revocation>> refs(UserId user, Admission admission) {
        return ids(user, admission).map(REVOCATIONS::id).toList();
    }

    /// Under which ids it may stand that what was opened so is over.
    private static Stream<String> ids(UserId user, Admission admission) {
        Stream<String> own = switch (admission) {
            case Admission.SignedIn signIn -> Stream.of(signIn.id());
            case Admission.VouchedFor vouched -> Stream.empty();
            case Admission.ByKey key -> Stream.of(Revocation.idOfKey(key.keyId()));
            case Admission.AsPlayer player -> Stream.of(Revocation.idOfKey(player.keyId()));
        };
        return Stream.concat(Stream.of(Revocation.idOfAll(user)), own);
    }

    /// Waits until the engine has told for the first time, so that nothing has to be looked up from then on.
    ///
    /// @return whether it has
    public boolean await(Duration atMost) throws InterruptedException {
        return first.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void told(List<Document<Revocation>> found) {
        // The longest valid come first: what did not fit in ends no later than the last one that did.
        Instant gapsUntil =
                found.size() < most ? Instant.MIN : found.getLast().value().expiresAt();
        var byId = new HashMap<String, Revocation>();
        found.forEach(document -> byId.put(document.id(), document.value()));
        state = new State(byId, gapsUntil);
        ours.values()
                .removeIf(mine -> mine.equals(byId.get(mine.documentId()))
                        || !mine.expiresAt().isAfter(gapsUntil)
                        || !clock.instant().isBefore(mine.expiresAt()));
        first.countDown();
    }

    @Override
    public void close() {
        watch.close();
    }
}
