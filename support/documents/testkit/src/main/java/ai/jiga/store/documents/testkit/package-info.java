/// The contract of [ai.jiga.store.documents.DocumentStore] as tests, one interface for each capability, joined in
/// [ai.jiga.store.documents.testkit.DocumentStoreContract]. An engine's test implements that in one class.
@NullMarked
package ai.jiga.store.documents.testkit;

import org.jspecify.annotations.NullMarked;
