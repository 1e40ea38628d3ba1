package ai.jiga.store.user.inbound;

import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.user.usecase.CountKeyUse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;

/// Counts what keys paid, once for each transaction.
public final class CountKeySpending implements TransactionalHandler {
    private final ObjectMapper json;
    private final CountKeyUse uses;

    public CountKeySpending(ObjectMapper json, CountKeyUse uses) {
        this.json = json;
        this.uses = uses;
    }

    @Override
    public String name() {
        return "user.count-key-spending";
    }

    @Override
    public Set<String> types() {
        return Set.of(TransactionCompleted.TYPE);
    }

    /// Most people pay without a key.
    @Override
    public boolean wants(Event event) {
        return event.data().hasNonNull("spender");
    }

    @Override
    public void handle(Event event, Transaction tx) {
        try {
            uses.count(tx, json.treeToValue(event.data(), TransactionCompleted.class), event.timestamp());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a TransactionCompleted: event " + event.id(), e);
        }
    }
}
