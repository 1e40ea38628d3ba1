package ai.jiga.store.queue.testkit;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Transaction;
import java.util.ArrayList;
import java.util.List;

/// What was done, as a document that grows by one entry each time: doing something twice shows.
record Recorded(List<Long> sequences) {
    static final Collection<Recorded> EFFECTS = Collection.of("effects", Recorded.class);
    static final Collection<Recorded> VERSIONS = Collection.of("versions", Recorded.class);
    static final Schema SCHEMA = Schema.of(EFFECTS, VERSIONS);

    Recorded {
        sequences = List.copyOf(sequences);
    }

    static Ref<Recorded> effect(String handler, String key) {
        return EFFECTS.id(handler + ":" + key);
    }

    static void add(Transaction tx, Ref<Recorded> ref, long sequence) {
        var sequences = new ArrayList<>(
                tx.get(ref).map(Document::value).map(Recorded::sequences).orElse(List.of()));
        sequences.add(sequence);
        tx.set(ref, new Recorded(sequences));
    }

    static List<Long> read(DocumentStore store, Ref<Recorded> ref) {
        return store.get(ref).map(Document::value).map(Recorded::sequences).orElse(List.of());
    }
}
