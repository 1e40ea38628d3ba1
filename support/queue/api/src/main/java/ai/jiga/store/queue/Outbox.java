package ai.jiga.store.queue;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Transaction;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a service writes its events, in the transaction that causes them. One for each service.
public final class Outbox {
    public static final Collection<OutboxEntry> ENTRIES =
            Collection.of("outbox", OutboxEntry.class).index(Index.asc("key"), Index.asc("sequence"));
    public static final Collection<InboxEntry> INBOX =
            Collection.of("inbox", InboxEntry.class).expires("expiresAt");
    public static final Collection<ParkedEvent> PARKED = Collection.of("parked_events", ParkedEvent.class)
            .index(Index.asc("parkedAt"))
            .index(Index.asc("handler"), Index.asc("key"), Index.asc("sequence"));
    public static final Collection<Task> TASKS =
            Collection.of("tasks", Task.class).index(Index.asc("due"));
    public static final Schema SCHEMA = Schema.of(ENTRIES, INBOX, PARKED, TASKS);

    private final String source;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final Consumer<String> relay;
    private final Supplier<@Nullable String> requestId;
    private final Supplier<@Nullable String> traceId;

    /// @param source the writing service's name
    /// @param ids makes UUIDv7s
    /// @param relay told the key of each committed event, so that it travels at once
    /// @param requestId of the request being served by this thread, or null
    /// @param traceId the trace that this request belongs to, or null
    public Outbox(
            String source,
            ObjectMapper mapper,
            InstantSource clock,
            Supplier<String> ids,
            Consumer<String> relay,
            Supplier<@Nullable String> requestId,
            Supplier<@Nullable String> traceId) {
        this.source = source;
        this.mapper = mapper;
        this.clock = clock;
        this.ids = ids;
        this.relay = relay;
        this.requestId = requestId;
        this.traceId = traceId;
    }

    /// To be called outside of the transaction body, once for each event it may write.
    public EventStamp stamp() {
        return new EventStamp(ids.get(), clock.instant(), requestId.get(), traceId.get());
    }

    /// Writes one document.
    ///
    /// @param sequence the aggregate's version after this change: later events of a key have a higher one
    public void append(Transaction tx, EventStamp stamp, long sequence, EventData data) {
        append(tx, List.of(event(stamp, sequence, data)));
    }

    /// An event that is to be appended together with others of its commit.
    ///
    /// @param sequence as in [#append(Transaction, EventStamp, long, EventData)]
    public Event event(EventStamp stamp, long sequence, EventData data) {
        var metadata = new Event.Metadata("1.0", source, data.key(), sequence, stamp.requestId(), stamp.traceId());
        return new Event(stamp.id(), data.type(), stamp.at(), mapper.valueToTree(data), metadata);
    }

    /// Writes one document, under the id of the first event.
    ///
    /// @param events of one key, whichever service made them, in their order; at least one
    public void append(Transaction tx, List<Event> events) {
        OutboxEntry entry = OutboxEntry.of(events);
        if (events.stream().anyMatch(event -> !event.metadata().key().equals(entry.key()))) {
            throw new IllegalArgumentException("events of one entry have one key: " + events);
        }
        tx.create(ENTRIES.id(entry.event().id()), entry);
        tx.afterCommit(() -> relay.accept(entry.key()));
    }
}
