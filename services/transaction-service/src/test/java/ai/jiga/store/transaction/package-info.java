/// The ledger through its use cases, on a store that runs every transaction body twice.
@NullMarked
package ai.jiga.store.transaction;

import org.jspecify.annotations.NullMarked;
