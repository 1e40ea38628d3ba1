/// The ledger's words and rules in plain Java: accounts, postings that sum to zero, wallets, packages, the
/// split of revenue, and the documents that keep them.
@NullMarked
package ai.jiga.store.transaction.model;

import org.jspecify.annotations.NullMarked;
