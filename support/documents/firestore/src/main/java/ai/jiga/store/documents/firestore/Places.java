package ai.jiga.store.documents.firestore;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.engine.StoredDocument;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.CollectionReference;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Where documents lie in the database, in both directions.
record Places(Firestore firestore) {
    DocumentReference document(Ref<?> ref) {
        return document(ref.parent(), ref.collection(), ref.id());
    }

    DocumentReference document(String parent, Collection<?> collection, String id) {
        return collection(parent, collection).document(StoredId.of(id));
    }

    CollectionReference collection(String parent, Collection<?> collection) {
        return parent.isEmpty()
                ? firestore.collection(collection.name())
                : firestore.document(StoredId.path(parent)).collection(collection.name());
    }

    <T> Ref<T> ref(Collection<T> collection, DocumentSnapshot snapshot) {
        DocumentReference parent = snapshot.getReference().getParent().getParent();
        return new Ref<>(
                collection,
                parent == null ? "" : StoredId.plainPath(parent.getPath()),
                StoredId.plain(snapshot.getId()));
    }

    static StoredDocument stored(DocumentSnapshot snapshot) {
        return new StoredDocument(
                0,
                Values.json(snapshot.getData()).toString(),
                micros(snapshot.getCreateTime()),
                micros(snapshot.getUpdateTime()));
    }

    private static long micros(@org.jspecify.annotations.Nullable Timestamp time) {
        Timestamp known = Objects.requireNonNull(time, "a document that exists has its times");
        return TimeUnit.SECONDS.toMicros(known.getSeconds()) + TimeUnit.NANOSECONDS.toMicros(known.getNanos());
    }
}
