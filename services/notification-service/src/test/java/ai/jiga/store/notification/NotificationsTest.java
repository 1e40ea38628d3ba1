package ai.jiga.store.notification;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.notification.usecase.ListNotifications;
import ai.jiga.store.notification.usecase.ReadNotification;
import ai.jiga.store.notification.wiring.NotificationWiring;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.testing.TestProcess;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotificationsTest {
    private static final UserId PLAYER = UserId.of("player");
    private static final UserId OWNER = UserId.of("owner");
    private static final AgentId NOVA = AgentId.of("nova");
    private static final ListingId LISTING = ListingId.of("listing");
    private static final SessionId SESSION = SessionId.of("session");
    private static final TransactionId TRANSACTION = TransactionId.of("transaction");

    private final TestProcess process = TestProcess.with(NotificationCollections.SCHEMA);
    private final Outbox outbox = process.foundation().outbox("some-service");
    private final ListNotifications notifications = new ListNotifications(process.store());
    private final ReadNotification reading = new ReadNotification(process.store(), process.clock());

    NotificationsTest() {
        var wiring = new NotificationWiring(process.foundation());
        process.start(
                List.of(wiring.ofPublication(), wiring.ofTransaction(), wiring.ofSession(), wiring.ofReview()),
                List.of());
    }

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void theOwnerIsToldThatTheAgentIsPublished() {
        happened(published(OWNER));
        assertThat(texts(OWNER)).containsExactly("Aurora is on the marketplace now: players can find and hire it.");
        assertThat(list(OWNER).items().getFirst().about().listingId()).isEqualTo(LISTING);
    }

    @Test
    void thePlatformIsToldNothing() {
        happened(published(UserId.SYSTEM));
        assertThat(texts(UserId.SYSTEM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            purchase         | 500000 | 500,000 DOF are in your wallet.
            variant_creation | 150000 | It cost 150,000 DOF, once.
            refund           | 1200   | 1,200 DOF are back in your wallet.
            sellback         | 9000   | You sold back 9,000 DOF.
            grant            | 500    | 500 DOF are in your wallet.
            something_new    | 5      | It was about 5 DOF.
            """)
    void whoeverStartedATransactionHasItConfirmed(String type, long amount, String text) {
        happened(completed(type, amount, null, null));
        assertThat(texts(PLAYER)).containsExactly(text);
    }

    /// The end of its session tells.
    @Test
    void whatAHireCostIsNotToldThePlayerTwice() {
        happened(completed("hire", 4_213, OWNER, null));
        assertThat(texts(PLAYER)).isEmpty();
    }

    @Test
    void bothSidesOfATransferAreTold() {
        happened(completed("transfer", 1_000, OWNER, null));
        assertThat(texts(PLAYER)).containsExactly("You sent 1,000 DOF. The fee came on top of that.");
        assertThat(texts(OWNER)).containsExactly("Another user sent you 1,000 DOF.");
    }

    @Test
    void theOwnerIsToldTheShareOfAHire() {
        happened(completed("hire", 12_000, OWNER, new Distribution(Dof.of(8_400), Dof.of(3_600), Dof.ZERO)));
        assertThat(texts(OWNER)).containsExactly("Your share of a hire is 8,400 DOF out of 12,000 DOF.");
    }

    @Test
    void aHireThatCostNothingEarnsNothing() {
        happened(completed("hire", 0, OWNER, Distribution.NOTHING));
        assertThat(texts(OWNER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ended_by_player      | hired | 754000  | You ended it. It ran for 12 minutes and cost you 4,213 DOF of the 20,000 DOF set aside.
            allocation_exhausted | hired | 3600000 | The DOF set aside for it are used up. It ran for 1 hour and cost you 4,213 DOF of the 20,000 DOF set aside.
            away_too_long        | hired | 1000    | You were away for too long. It ran for 1 second and cost you 4,213 DOF of the 20,000 DOF set aside.
            time_limit           | hired | 7500000 | It reached its time limit. It ran for 2 hours and 5 minutes and cost you 4,213 DOF of the 20,000 DOF set aside.
            trial_over           | trial | 300000  | The trial is over. It ran for 5 minutes and cost you nothing.
            never_connected      | hired | 0       | Nobody connected in time, so it was closed. It cost you nothing.
            """)
    void thePlayerIsToldWhyASessionEndedAndWhatItCost(String reason, String type, long millis, String text) {
        happened(ended(OWNER, type, reason, millis));
        assertThat(texts(PLAYER)).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ended_by_player | hired | It ran for 12 minutes, and the player used 0 DOF.
            trial_over      | trial | It ran for 12 minutes as a free trial.
            never_connected | hired | The player never connected, so nothing was charged.
            """)
    void theOwnerIsToldOfASessionThatEarnedNothing(String reason, String type, String text) {
        happened(ended(OWNER, type, reason, 754_000, 0));
        assertThat(texts(OWNER)).containsExactly(text);
    }

    /// The share of it tells.
    @Test
    void theOwnerIsNotToldTwiceOfASessionThatEarned() {
        happened(ended(OWNER, "hired", "ended_by_player", 754_000));
        assertThat(texts(OWNER)).isEmpty();
    }

    @Test
    void anOwnerWhoPlaysIsToldOnce() {
        happened(ended(PLAYER, "owned", "ended_by_player", 754_000));
        assertThat(texts(PLAYER)).hasSize(1);
    }

    @Test
    void theOwnerIsToldOfAReview() {
        happened(new ReviewSubmitted(SESSION, LISTING, NOVA, OWNER, PLAYER, 5));
        assertThat(texts(OWNER)).containsExactly("A player gave your agent 5 stars out of 5.");
        assertThat(texts(PLAYER)).isEmpty();
    }

    @Test
    void theNewestComesFirstPageByPage() {
        for (int i = 1; i <= 5; i++) {
            happened(completed("grant", i, null, null));
            process.clock().advance(Duration.ofSeconds(1));
        }
        Page<Notification> first = notifications.list(PLAYER, false, 3, null);
        Page<Notification> second = notifications.list(PLAYER, false, 3, first.nextCursor());
        assertThat(first.items())
                .extracting(Notification::text)
                .allMatch(t -> t.contains("DOF"))
                .hasSize(3);
        assertThat(first.items().getFirst().text()).startsWith("5 DOF");
        assertThat(second.items())
                .extracting(Notification::text)
                .element(1)
                .asString()
                .startsWith("1 DOF");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void whatIsReadIsNoLongerAmongTheUnread() {
        happened(published(OWNER));
        process.clock().advance(Duration.ofSeconds(1));
        happened(new ReviewSubmitted(SESSION, LISTING, NOVA, OWNER, PLAYER, 4));
        Notification newest = list(OWNER).items().getFirst();
        reading.read(OWNER, newest.id());
        assertThat(notifications.list(OWNER, true, 10, null).items())
                .extracting(Notification::kind)
                .containsExactly("agent_published");
        assertThat(list(OWNER).items()).extracting(Notification::read).containsExactly(true, false);
    }

    @Test
    void readingAgainKeepsTheFirstTime() {
        happened(published(OWNER));
        String id = list(OWNER).items().getFirst().id();
        Outcome<Notification> first = reading.read(OWNER, id);
        process.clock().advance(Duration.ofMinutes(5));
        assertThat(reading.read(OWNER, id)).isEqualTo(first);
        assertThat(list(OWNER).items().getFirst()).isEqualTo(first.orThrow());
    }

    @ParameterizedTest
    @CsvSource({"no-such-id", "''", "../other", "a/b"})
    void anIdThatNobodyHasIsNotFound(String id) {
        assertThat(reading.read(OWNER, id))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        refused -> assertThat(refused.rejection().code()).isEqualTo(ErrorCode.NOTIFICATION_NOT_FOUND));
    }

    @Test
    void nobodySeesOrReadsAnothersNotifications() {
        happened(published(OWNER));
        String id = list(OWNER).items().getFirst().id();
        assertThat(texts(PLAYER)).isEmpty();
        assertThat(reading.read(PLAYER, id)).isInstanceOf(Outcome.Rejected.class);
        assertThat(list(OWNER).items().getFirst().read()).isFalse();
    }

    private void happened(EventData data) {
        EventStamp stamp = outbox.stamp();
        process.store().transact(tx -> {
            outbox.append(tx, stamp, 1, data);
            return true;
        });
        process.settleEvents();
    }

    private Page<Notification> list(UserId user) {
        return notifications.list(user, false, 100, null);
    }

    private List<String> texts(UserId user) {
        return list(user).items().stream().map(Notification::text).toList();
    }

    private static AgentPublished published(UserId owner) {
        return new AgentPublished(NOVA, LISTING, owner, "Aurora", Rank.GOLD, AgentType.ASSISTANT);
    }

    private static TransactionCompleted completed(
            String type, long amount, @Nullable UserId counterparty, @Nullable Distribution split) {
        return new TransactionCompleted(TRANSACTION, PLAYER, type, Dof.of(amount), null, null, counterparty, split);
    }

    private static SessionEnded ended(UserId owner, String type, String reason, long millis) {
        return ended(owner, type, reason, millis, 4_213);
    }

    private static SessionEnded ended(UserId owner, String type, String reason, long millis, long consumed) {
        return new SessionEnded(
                SESSION, NOVA, PLAYER, owner, type, reason, Dof.of(20_000), Dof.of(consumed), millis, 3, false);
    }
}
