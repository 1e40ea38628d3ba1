/// The contract of documents on SQLite, and what only this engine promises.
@NullMarked
package ai.jiga.store.documents.sqlite;

import org.jspecify.annotations.NullMarked;
