/// The document store every service stands on, with the semantics of Firestore in native mode, because what
/// is correct there is correct on an embedded engine, and not the reverse. Engines implement
/// [ai.jiga.store.documents.DocumentStore]; what a query, an index or a transaction means is said here and
/// held by the contract tests in the testkit.
@NullMarked
package ai.jiga.store.documents;

import org.jspecify.annotations.NullMarked;
