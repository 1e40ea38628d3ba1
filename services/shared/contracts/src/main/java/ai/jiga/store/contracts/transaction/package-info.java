/// What other services may ask of the ledger: hold, settle, charge; and its events.
@NullMarked
package ai.jiga.store.contracts.transaction;

import org.jspecify.annotations.NullMarked;
