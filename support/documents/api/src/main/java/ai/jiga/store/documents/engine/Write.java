package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import java.time.Instant;

/// One write of a transaction, as its body asked for it; values are as they are stored.
public sealed interface Write {
    Ref<?> ref();

    record Create(Ref<?> ref, Encoded value) implements Write {}

    record Set(Ref<?> ref, Encoded value) implements Write {}

    record Replace(Ref<?> ref, Encoded value, Instant updatedAt) implements Write {}

    record Change(Ref<?> ref, Update update) implements Write {}

    record Upsert(Ref<?> ref, Encoded initial, Update update) implements Write {}

    record Delete(Ref<?> ref) implements Write {}
}
