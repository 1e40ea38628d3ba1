package ai.jiga.store.documents.engine;

import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Update;
import java.time.Instant;

/// One write of a transaction, as its body asked for it; values are stored JSON already.
public sealed interface Write {
    Ref<?> ref();

    record Create(Ref<?> ref, String json) implements Write {}

    record Set(Ref<?> ref, String json) implements Write {}

    record Replace(Ref<?> ref, String json, Instant updatedAt) implements Write {}

    record Change(Ref<?> ref, Update update) implements Write {}

    record Upsert(Ref<?> ref, String initial, Update update) implements Write {}

    record Delete(Ref<?> ref) implements Write {}
}
