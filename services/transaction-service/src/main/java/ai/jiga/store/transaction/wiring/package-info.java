/// Builds the ledger's parts for the process that runs it.
@NullMarked
package ai.jiga.store.transaction.wiring;

import org.jspecify.annotations.NullMarked;
