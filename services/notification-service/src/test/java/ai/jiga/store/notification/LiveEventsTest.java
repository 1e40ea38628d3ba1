package ai.jiga.store.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.LiveLog;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.notification.usecase.FollowUser;
import ai.jiga.store.notification.usecase.FollowUser.Happened;
import ai.jiga.store.notification.wiring.NotificationWiring;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.testing.TestProcess;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What open pages hear: each event once, in order, from where they stopped.
final class LiveEventsTest {
    private static final UserId PLAYER = UserId.of("player");
    private static final UserId OWNER = UserId.of("owner");
    private static final AgentId NOVA = AgentId.of("nova");
    private static final SessionId SESSION = SessionId.of("session");
    private static final TransactionId TRANSACTION = TransactionId.of("transaction");

    private final TestProcess process = TestProcess.with(NotificationCollections.SCHEMA);
    private final Outbox outbox = process.foundation().outbox("some-service");
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FollowUser users = new FollowUser(process.store(), process.clock(), threads);
    private final NotificationWiring wiring = new NotificationWiring(process.foundation());

    LiveEventsTest() {
        process.start(
                List.of(
                        wiring.ofTransaction(),
                        wiring.ofSession(),
                        wiring.ofHire(),
                        wiring.ofStart(),
                        wiring.ofInitiation()),
                List.of());
    }

    @AfterEach
    void close() {
        users.close();
        threads.close();
        process.close();
    }

    /// A page that notes what it hears.
    private static final class Page implements FollowUser.Follower {
        private final BlockingQueue<String> types = new LinkedBlockingQueue<>();
        private final BlockingQueue<Happened> events = new LinkedBlockingQueue<>();
        private volatile String last = "";

        @Override
        public void heard(Happened event) {
            last = event.id();
            events.add(event);
            types.add(event.type());
        }

        @Override
        public void reset(String id) {
            last = id;
            types.add("reset");
        }

        @Override
        public void lost() {
            types.add("lost");
        }

        String next() {
            try {
                String type = types.poll(10, TimeUnit.SECONDS);
                return Optional.ofNullable(type)
                        .orElseThrow(() -> new AssertionError("nothing more came after " + last));
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        List<String> next(int count) {
            return IntStream.range(0, count).mapToObj(_ -> next()).toList();
        }
    }

    private Page opened(UserId user) {
        return opened(user, users.now(user));
    }

    private Page opened(UserId user, String after) {
        var page = new Page();
        page.last = after;
        users.follow(user, after, page);
        return page;
    }

    @Test
    void aHireIsHeardAsItGoesOn() {
        Page page = opened(PLAYER);
        happened(new AgentHired(SESSION, ListingId.of("listing"), NOVA, OWNER, PLAYER, Dof.of(10_000)));
        happened(new TransactionInitiated(TRANSACTION, PLAYER, "hire", Dof.of(10_000)));
        happened(new SessionStarted(SESSION, NOVA, PLAYER, OWNER, "hired"));
        happened(ended());
        assertThat(page.next(5))
                .containsExactly(
                        "agent.hired", "transaction.initiated", "session.started", "session.ended", "notification");
        assertThat(page.events)
                .extracting(Happened::id)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("\\d{13}-\\d{8}"));
    }

    @Test
    void whatOneIsTheOtherIsNotTold() {
        Page player = opened(PLAYER);
        Page owner = opened(OWNER);
        happened(new TransactionCompleted(
                TRANSACTION,
                PLAYER,
                "hire",
                Dof.of(1_000),
                SESSION,
                NOVA,
                OWNER,
                new Distribution(Dof.of(700), Dof.of(300), Dof.ZERO)));
        assertThat(player.next(1)).containsExactly("transaction.completed");
        assertThat(owner.next(2)).containsExactly("transaction.completed", "notification");
        assertThat(player.events.element().data().toString())
                .contains("\"out\"", "1000")
                .doesNotContain("700");
        assertThat(owner.events.element().data().toString())
                .contains("\"in\"", "700")
                .doesNotContain("1000");
    }

    @Test
    void twoPagesOfOneUserHearTheSame() {
        Page one = opened(PLAYER);
        Page two = opened(PLAYER);
        happened(ended());
        assertThat(one.next(2)).isEqualTo(two.next(2)).containsExactly("session.ended", "notification");
        assertThat(one.last).isEqualTo(two.last);
    }

    @Test
    void whoComesBackHearsWhatWasMissedAndNothingTwice() {
        Page before = opened(PLAYER);
        happened(granted());
        before.next(2);
        String stopped = before.last;
        IntStream.range(0, 30).forEach(_ -> happened(granted()));
        Page after = opened(PLAYER, stopped);
        assertThat(after.next(60)).containsOnly("transaction.completed", "notification");
        happened(new SessionStarted(SESSION, NOVA, PLAYER, OWNER, "hired"));
        assertThat(after.next()).isEqualTo("session.started");
    }

    @Test
    void whoListenedBeforeAnythingHappenedMissesNothing() {
        String nothingYet = users.now(PLAYER);
        happened(ended());
        assertThat(opened(PLAYER, nothingYet).next(2)).containsExactly("session.ended", "notification");
    }

    @Test
    void anEventThatIsDeliveredAgainIsHeardOnce() {
        Page page = opened(PLAYER);
        TransactionalHandler handler = wiring.ofSession();
        EventStamp stamp = outbox.stamp();
        var event = new Event(
                stamp.id(),
                SessionEnded.TYPE,
                stamp.at(),
                process.foundation().json().valueToTree(ended()),
                new Event.Metadata("1.0", "session-service", "session", 1, null, null));
        deliver(handler, event);
        deliver(handler, event);
        IntStream.range(0, LiveLog.PAGE).forEach(_ -> happened(granted()));
        deliver(handler, event);
        happened(new SessionStarted(SESSION, NOVA, PLAYER, OWNER, "hired"));
        assertThat(page.next(2 + 2 * LiveLog.PAGE + 1))
                .startsWith("session.ended", "notification", "transaction.completed")
                .endsWith("session.started")
                .containsOnlyOnce("session.ended");
    }

    @Test
    void afterADayThePageIsToldToReadAnew() {
        Page before = opened(PLAYER);
        happened(granted());
        before.next(2);
        String stopped = before.last;
        happened(granted());
        process.clock().advance(LiveLog.KEPT.plusMinutes(1));
        assertThat(opened(PLAYER, stopped).next()).isEqualTo("reset");
    }

    @Test
    void whoHeardTheLastEventAtAnyTimeMissedNothing() {
        Page before = opened(PLAYER);
        happened(granted());
        before.next(2);
        String stopped = before.last;
        process.clock().advance(LiveLog.KEPT.minusMinutes(1));
        happened(new SessionStarted(SESSION, NOVA, PLAYER, OWNER, "hired"));
        process.clock().advance(Duration.ofMinutes(2));
        assertThat(opened(PLAYER, stopped).next()).isEqualTo("session.started");
    }

    @Test
    void afterAThousandEventsThePageIsToldToReadAnew() {
        Page before = opened(PLAYER);
        happened(granted());
        before.next(2);
        String stopped = before.last;
        IntStream.range(0, LiveLog.MOST / 2).forEach(_ -> happened(granted()));
        assertThat(opened(PLAYER, stopped).next(LiveLog.MOST)).doesNotContain("reset");
        happened(granted());
        Page late = opened(PLAYER, stopped);
        assertThat(late.next()).isEqualTo("reset");
        happened(new SessionStarted(SESSION, NOVA, PLAYER, OWNER, "hired"));
        assertThat(late.next()).isEqualTo("session.started");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "0", "1780315200000-99999999", "9999999999999-00000001", "-1"})
    void anIdThatNobodyWasGivenIsAReset(String id) {
        happened(granted());
        Page page = opened(PLAYER, id);
        assertThat(page.next()).isEqualTo("reset");
        happened(granted());
        assertThat(page.next()).isEqualTo("transaction.completed");
    }

    private void deliver(TransactionalHandler handler, Event event) {
        process.store().transact(tx -> {
            handler.handle(event, tx);
            return true;
        });
    }

    private void happened(EventData data) {
        EventStamp stamp = outbox.stamp();
        process.store().transact(tx -> {
            outbox.append(tx, stamp, 1, data);
            return true;
        });
        process.settleEvents();
    }

    private static TransactionCompleted granted() {
        return new TransactionCompleted(TRANSACTION, PLAYER, "grant", Dof.of(500), null, null, null, null);
    }

    private static SessionEnded ended() {
        return new SessionEnded(
                SESSION,
                NOVA,
                PLAYER,
                UserId.SYSTEM,
                "hired",
                "ended_by_player",
                Dof.of(20_000),
                Dof.of(4_213),
                60_000,
                3,
                false);
    }
}
