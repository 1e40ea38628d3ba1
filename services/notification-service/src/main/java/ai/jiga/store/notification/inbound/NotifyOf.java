package ai.jiga.store.notification.inbound;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.LiveChange;
import ai.jiga.store.notification.model.LiveChanges;
import ai.jiga.store.notification.model.Message;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.notification.usecase.KeepLiveEvents;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.TransactionalHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Tells users about the events of one type: by notifications, which they read when they like, and by live
/// events, which their open pages hear. The platform itself reads neither.
///
/// A notification has the id of its event and stays where it is, read or not: it is the proof that it was
/// written. A live event names the event that caused it.
public final class NotifyOf<T extends EventData> implements TransactionalHandler {
    private final ObjectMapper json;
    private final String type;
    private final Class<T> record;
    private final Function<T, List<Message>> messages;
    private final Function<T, List<LiveChange>> changes;
    private final KeepLiveEvents live;

    /// @param messages one for each recipient at most
    /// @param changes what open pages hear besides the messages
    public NotifyOf(
            ObjectMapper json,
            String type,
            Class<T> record,
            Function<T, List<Message>> messages,
            Function<T, List<LiveChange>> changes) {
        this.json = json;
        this.type = type;
        this.record = record;
        this.messages = messages;
        this.changes = changes;
        this.live = new KeepLiveEvents(json);
    }

    /// Such as `notification.of-session-ended`.
    @Override
    public String name() {
        return "notification.of-" + type.replace('.', '-').replace('_', '-');
    }

    @Override
    public Set<String> types() {
        return Set.of(type);
    }

    @Override
    public boolean isRepeatable(Event event) {
        return true;
    }

    @Override
    public void handle(Event event, Transaction tx) {
        T happened = data(event);
        Map<Ref<Notification>, Message> told = new LinkedHashMap<>();
        List<LiveChange> heard = new ArrayList<>(changes.apply(happened));
        for (Message message : messages.apply(happened)) {
            if (!message.recipient().equals(UserId.SYSTEM)) {
                told.put(NotificationCollections.notification(message.recipient(), event.id()), message);
                heard.add(LiveChanges.told(event.id(), message));
            }
        }
        tx.getAll(List.copyOf(told.keySet())).forEach(there -> told.remove(there.ref()));
        List<KeepLiveEvents.Kept> kept = live.read(tx, event, heard);
        told.forEach((ref, message) -> tx.create(ref, Notification.unread(event.id(), message, event.timestamp())));
        kept.forEach(one -> one.write(tx));
    }

    private T data(Event event) {
        try {
            return json.treeToValue(event.data(), record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + record.getSimpleName() + ": event " + event.id(), e);
        }
    }
}
