package ai.jiga.store.documents;

import java.time.Instant;

/// A document as it was read.
///
/// @param updatedAt the commit time of its last write; strictly later with each write, so it serves as a precondition
public record Document<T>(Ref<T> ref, T value, Instant createdAt, Instant updatedAt) {
    public String id() {
        return ref.id();
    }
}
