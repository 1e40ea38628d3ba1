package ai.jiga.store.documents.engine;

import org.jspecify.annotations.Nullable;

/// A document as an engine holds it.
///
/// @param row the engine's own number for it, 0 where it has none
/// @param json null when it was not asked for
/// @param created microseconds
/// @param updated microseconds
public record StoredDocument(long row, @Nullable String json, long created, long updated) {}
