package ai.jiga.store.documents.sqlite;

import java.time.Instant;

/// What a backup file says of itself, verified against its content.
///
/// @param createdAt to the second
/// @param format of the tables
/// @param documents how many, of all collections
public record Backup(Instant createdAt, int format, long documents) {}
