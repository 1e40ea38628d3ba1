package ai.jiga.store.contracts.events;

import ai.jiga.store.contracts.agent.AgentCreated;
import ai.jiga.store.contracts.agent.AgentDeleted;
import ai.jiga.store.contracts.agent.AgentUpdated;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.contracts.marketplace.AgentUnpublished;
import ai.jiga.store.contracts.marketplace.ListingChanged;
import ai.jiga.store.contracts.marketplace.ListingModerated;
import ai.jiga.store.contracts.marketplace.ListingViewed;
import ai.jiga.store.contracts.marketplace.ReviewSubmitted;
import ai.jiga.store.contracts.session.AgentHired;
import ai.jiga.store.contracts.session.SessionDofUpdate;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.session.SessionStarted;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.contracts.transaction.TransactionFailed;
import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.contracts.user.UserRegistered;
import ai.jiga.store.contracts.user.UserUpdated;
import ai.jiga.store.queue.EventData;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Each event's type, and the record that its `data` is.
public final class EventTypes {
    private static final SortedMap<String, Class<? extends EventData>> ALL =
            Collections.unmodifiableSortedMap(new TreeMap<>(Map.ofEntries(
                    Map.entry(AgentCreated.TYPE, AgentCreated.class),
                    Map.entry(AgentUpdated.TYPE, AgentUpdated.class),
                    Map.entry(AgentDeleted.TYPE, AgentDeleted.class),
                    Map.entry(AgentPublished.TYPE, AgentPublished.class),
                    Map.entry(AgentUnpublished.TYPE, AgentUnpublished.class),
                    Map.entry(AgentHired.TYPE, AgentHired.class),
                    Map.entry(ListingChanged.TYPE, ListingChanged.class),
                    Map.entry(ListingModerated.TYPE, ListingModerated.class),
                    Map.entry(ListingViewed.TYPE, ListingViewed.class),
                    Map.entry(ReviewSubmitted.TYPE, ReviewSubmitted.class),
                    Map.entry(SessionStarted.TYPE, SessionStarted.class),
                    Map.entry(SessionDofUpdate.TYPE, SessionDofUpdate.class),
                    Map.entry(SessionEnded.TYPE, SessionEnded.class),
                    Map.entry(TransactionInitiated.TYPE, TransactionInitiated.class),
                    Map.entry(TransactionCompleted.TYPE, TransactionCompleted.class),
                    Map.entry(TransactionFailed.TYPE, TransactionFailed.class),
                    Map.entry(UserRegistered.TYPE, UserRegistered.class),
                    Map.entry(UserUpdated.TYPE, UserUpdated.class))));

    private EventTypes() {}

    /// By type, in alphabetical order.
    public static SortedMap<String, Class<? extends EventData>> all() {
        return ALL;
    }
}
