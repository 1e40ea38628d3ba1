package ai.jiga.store.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.analytics.inbound.AppendEvents;
import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.contracts.events.EventTypes;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.documents.Document;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.testing.TestProcess;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppendEventsTest {
    private static final UserId ADA = UserId.of("ada");

    private final TestProcess process =
            TestProcess.with(AnalyticsCollections.SCHEMA).start(List.of(new AppendEvents()), List.of());
    private final Outbox outbox = process.foundation().outbox("user-service");

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void anEventIsKeptAsItWasSent() {
        EventStamp stamp = write(1, new UserRegistered(ADA, "Ada"));
        assertThat(kept(stamp.id())).satisfies(event -> {
            assertThat(event.type()).isEqualTo("user.registered");
            assertThat(event.timestamp()).isEqualTo(stamp.at());
            assertThat(event.data().path("displayName").asText()).isEqualTo("Ada");
            assertThat(event.metadata().source()).isEqualTo("user-service");
            assertThat(event.metadata().sequence()).isEqualTo(1);
        });
    }

    @Test
    void eachEventOfAnAggregateIsKept() {
        EventStamp first = write(1, new UserRegistered(ADA, "Ada"));
        EventStamp second = write(2, new UserUpdated(ADA, "Ada L."));
        assertThat(kept(first.id()).type()).isEqualTo("user.registered");
        assertThat(kept(second.id()).type()).isEqualTo("user.updated");
    }

    @Test
    void anEventThatIsSentAgainChangesNothing() {
        EventStamp stamp = write(1, new UserRegistered(ADA, "Ada"));
        Event event = kept(stamp.id());
        process.store().transact(tx -> {
            new AppendEvents().handle(event, tx);
            return true;
        });
        assertThat(kept(stamp.id())).isEqualTo(event);
    }

    @Test
    void noTypeOfEventIsLeftOut() {
        assertThat(new AppendEvents().types()).isEqualTo(EventTypes.all().keySet());
    }

    private EventStamp write(long sequence, EventData data) {
        EventStamp stamp = outbox.stamp();
        process.store().transact(tx -> {
            outbox.append(tx, stamp, sequence, data);
            return true;
        });
        process.settleEvents();
        return stamp;
    }

    private Event kept(String id) {
        return process.store()
                .get(AnalyticsCollections.batch(id))
                .map(Document::value)
                .map(batch -> batch.events().getFirst())
                .orElseThrow();
    }
}
