package ai.jiga.store.documents.sqlite;

import java.time.Instant;

/// What a backup file says of itself, verified against its content.
///
/// @param createdAt to the second
/// @param format of the tables
/// @param documents how many, of all collections
/// @param files of the [trees][Besides.Tree] that came along, all of them together
public record Backup(Instant createdAt, int format, long documents, long files) {}
