/// How requests and events reach the ledger.
@NullMarked
package ai.jiga.store.transaction.inbound;

import org.jspecify.annotations.NullMarked;
