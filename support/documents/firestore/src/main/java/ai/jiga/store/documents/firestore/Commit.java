package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.AlreadyExistsException;
import ai.jiga.store.documents.MissingDocumentException;
import ai.jiga.store.documents.PreconditionFailedException;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.FieldChanges;
import ai.jiga.store.documents.engine.Micros;
import ai.jiga.store.documents.engine.StoredDocument;
import ai.jiga.store.documents.engine.Write;
import com.google.cloud.firestore.FieldValue;
import com.google.cloud.firestore.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a body wrote, folded to one write for each document and handed to the vendor's transaction.
///
/// Field changes are computed here, from the document as the transaction reads it, rather than by the vendor's
/// transforms: those saturate where a sum leaves a `long`, and overwrite a field of another type, and neither may
/// happen to money. Documents that the body has not read are read now, all in one round trip. Only the commit's time is
/// the vendor's to fill in.
final class Commit {
    private final Transaction transaction;
    private final FirestoreReader reader;
    private final Places places;
    private final Codec codec;
    private final FieldChanges fields;
    private final Operations operations;
    private final Map<Ref<?>, Target> targets = new LinkedHashMap<>();

    Commit(Transaction transaction, FirestoreReader reader, Places places, Codec codec, Operations operations) {
        this.transaction = transaction;
        this.reader = reader;
        this.places = places;
        this.codec = codec;
        this.fields = new FieldChanges(codec);
        this.operations = operations;
    }

    void apply(List<Write> writes) {
        Set<Ref<?>> unknown = new HashSet<>();
        Set<Ref<?>> decided = new HashSet<>();
        for (Write write : writes) {
            boolean needsState =
                    write instanceof Write.Change || write instanceof Write.Upsert || write instanceof Write.Replace;
            if (needsState && !decided.contains(write.ref()) && reader.seen(write.ref()) == null) {
                unknown.add(write.ref());
            }
            if (!needsState) {
                decided.add(write.ref());
            }
        }
        Map<Ref<?>, Optional<StoredDocument>> read = reader.stored(List.copyOf(unknown));
        for (Write write : writes) {
            apply(write, read);
        }
        targets.forEach(this::send);
    }

    private void apply(Write write, Map<Ref<?>, Optional<StoredDocument>> read) {
        Ref<?> ref = write.ref();
        Target target = targets.computeIfAbsent(ref, r -> {
            Optional<StoredDocument> seen = reader.seen(r);
            return new Target(seen == null ? read.get(r) : seen);
        });
        switch (write) {
            case Write.Create create -> target.create(create);
            case Write.Set set -> target.put(set.value().json());
            case Write.Replace replace -> {
                StoredDocument before = target.before(ref);
                if (before == null || before.updated() != Micros.of(replace.updatedAt())) {
                    throw new PreconditionFailedException(ref + " was written since it was read");
                }
                target.put(replace.value().json());
            }
            case Write.Change change -> {
                String json = target.json(ref);
                if (json == null) {
                    throw new MissingDocumentException(ref + " does not exist");
                }
                target.change(ref, json, change.update());
            }
            case Write.Upsert upsert -> {
                String json = target.json(ref);
                target.change(ref, json == null ? upsert.initial().json() : json, upsert.update());
            }
            case Write.Delete _ -> target.delete();
        }
    }

    private void send(Ref<?> ref, Target target) {
        var document = places.document(ref);
        String json = target.json;
        if (json == null) {
            if (target.mustBeAbsent) {
                // Created and deleted again: what remains of it is that it must not have been there.
                transaction.create(document, Map.of());
                operations.wrote(ref.collection());
            }
            transaction.delete(document);
            operations.deleted(ref.collection());
            return;
        }
        Map<String, Object> values = Values.fields(codec.tree(json));
        target.serverTimes.forEach(field -> placeServerTime(values, field));
        if (target.mustBeAbsent) {
            transaction.create(document, values);
        } else {
            transaction.set(document, values);
        }
        operations.wrote(ref.collection());
    }

    @SuppressWarnings("unchecked") // maps of Values.fields
    private static void placeServerTime(Map<String, Object> values, String field) {
        Map<String, Object> object = values;
        String[] names = field.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            object = (Map<String, Object>) object.computeIfAbsent(names[i], _ -> new LinkedHashMap<String, Object>());
        }
        object.put(names[names.length - 1], FieldValue.serverTimestamp());
    }

    /// One document, as far as the writes have come.
    private final class Target {
        private final @Nullable Optional<StoredDocument> before;
        private final List<String> serverTimes = new ArrayList<>();
        private boolean known;
        private boolean mustBeAbsent;
        private @Nullable String json;

        Target(@Nullable Optional<StoredDocument> before) {
            this.before = before;
            this.known = before != null;
            this.json = before == null ? null : before.map(StoredDocument::json).orElse(null);
        }

        @Nullable
        StoredDocument before(Ref<?> ref) {
            if (before == null) {
                throw new IllegalStateException(ref + " was not read");
            }
            return before.orElse(null);
        }

        @Nullable
        String json(Ref<?> ref) {
            if (!known) {
                throw new IllegalStateException(ref + " was not read");
            }
            return json;
        }

        void create(Write.Create create) {
            if (known && json != null) {
                throw new AlreadyExistsException(create.ref() + " exists");
            }
            mustBeAbsent = mustBeAbsent || !known;
            put(create.value().json());
        }

        void put(String text) {
            known = true;
            json = text;
            serverTimes.clear();
        }

        void delete() {
            known = true;
            json = null;
            serverTimes.clear();
        }

        void change(Ref<?> ref, String text, Update update) {
            known = true;
            // The time is a place holder, and never stored.
            json = fields.apply(ref, text, update, 0).json();
            for (Update.Change change : update.changes()) {
                String field = change.field();
                serverTimes.removeIf(time -> time.equals(field) || time.startsWith(field + "."));
                if (change instanceof Update.ServerTimestamp) {
                    serverTimes.add(field);
                }
            }
        }
    }
}
