package ai.jiga.store.notification.inbound;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.notification.model.Message;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.model.NotificationCollections;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.TransactionalHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Tells users about the events of one type. The platform itself reads no notifications.
///
/// A notification has the id of its event and stays where it is, read or not: it is the proof that it was written.
public final class NotifyOf<T extends EventData> implements TransactionalHandler {
    private final ObjectMapper json;
    private final String type;
    private final Class<T> record;
    private final Function<T, List<Message>> messages;

    /// @param messages one for each recipient at most
    public NotifyOf(ObjectMapper json, String type, Class<T> record, Function<T, List<Message>> messages) {
        this.json = json;
        this.type = type;
        this.record = record;
        this.messages = messages;
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
        Map<Ref<Notification>, Message> told = new LinkedHashMap<>();
        for (Message message : messages.apply(data(event))) {
            if (!message.recipient().equals(UserId.SYSTEM)) {
                told.put(NotificationCollections.notification(message.recipient(), event.id()), message);
            }
        }
        tx.getAll(List.copyOf(told.keySet())).forEach(there -> told.remove(there.ref()));
        told.forEach((ref, message) -> tx.create(ref, Notification.unread(event.id(), message, event.timestamp())));
    }

    private T data(Event event) {
        try {
            return json.treeToValue(event.data(), record);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a " + record.getSimpleName() + ": event " + event.id(), e);
        }
    }
}
