package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.testkit.Sample.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.testkit.Sample.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Engines that delete what has expired themselves: documents whose time has come go with a sweep, and no others.
public interface ExpiryContract extends EngineUnderTest {
    /// Deletes what has expired now, and says how many documents that were.
    int sweepExpired(DocumentStore store);

    @Test
    default void aSweepDeletesWhatHasExpired() {
        var clock = new ManualClock();
        try (DocumentStore store = open(StoreSetup.standard().clock(clock))) {
            Instant now = clock.instant();
            put(store, TICKETS, "soon", new Ticket("t", now.plusSeconds(10)));
            put(store, TICKETS, "later", new Ticket("t", now.plusSeconds(100)));
            put(store, TICKETS, "never", new Ticket("t", null));
            assertThat(sweepExpired(store)).isZero();
            clock.advance(Duration.ofSeconds(10));
            assertThat(sweepExpired(store)).isEqualTo(1);
            assertThat(store.query(TICKETS.query().limit(9)).documents())
                    .extracting(Document::id)
                    .containsExactly("later", "never");
            assertThat(sweepExpired(store)).isZero();
        }
    }

    @Test
    default void anExpiryThatWasMovedOnIsRespected() {
        var clock = new ManualClock();
        try (DocumentStore store = open(StoreSetup.standard().clock(clock))) {
            Ref<Ticket> ref =
                    put(store, TICKETS, "t", new Ticket("t", clock.instant().plusSeconds(1)));
            clock.advance(Duration.ofSeconds(5));
            store.transact(tx -> {
                tx.update(ref, Update.of().set("expiresAt", clock.instant().plusSeconds(5)));
                return true;
            });
            assertThat(sweepExpired(store)).isZero();
            store.transact(tx -> {
                tx.update(ref, Update.of().remove("expiresAt"));
                return true;
            });
            clock.advance(Duration.ofDays(9));
            assertThat(sweepExpired(store)).isZero();
        }
    }

    @Test
    default void aSweepTakesMoreThanOneBatchAndWatchersSeeIt() {
        var clock = new ManualClock();
        try (DocumentStore store = open(StoreSetup.standard().clock(clock).withoutRehearsal())) {
            for (int part = 0; part < 3; part++) {
                int from = part * 400;
                store.transact(tx -> {
                    for (int i = from; i < from + 400; i++) {
                        tx.set(TICKETS.id("t" + i), new Ticket("t", clock.instant()));
                    }
                    return true;
                });
            }
            var empty = new CountDownLatch(1);
            try (var _ = store.watch(TICKETS.query().limit(1), documents -> {
                if (documents.isEmpty()) {
                    empty.countDown();
                }
            })) {
                assertThat(sweepExpired(store)).isEqualTo(1200);
                assertThat(store.count(TICKETS.query())).isZero();
                assertThat(empty.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
