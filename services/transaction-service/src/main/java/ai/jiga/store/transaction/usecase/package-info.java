/// What may be done with DOF, one class each. Every one of them takes effect once, in one transaction with
/// its proof.
@NullMarked
package ai.jiga.store.transaction.usecase;

import org.jspecify.annotations.NullMarked;
