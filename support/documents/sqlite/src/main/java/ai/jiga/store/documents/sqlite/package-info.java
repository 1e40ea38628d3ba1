/// The document store in one SQLite file. One thread writes and commits all waiting transactions together;
/// readers have connections of their own; every declared index is an index over expressions of the JSON
/// body. What was answered is on the disk.
@NullMarked
package ai.jiga.store.documents.sqlite;

import org.jspecify.annotations.NullMarked;
