/// The words every service shares: whole [ai.jiga.store.kernel.Dof], typed ids, the caller, the error
/// catalogue and the two ways a use case may end. JDK only, no I/O, nothing that a framework must know.
@NullMarked
package ai.jiga.store.kernel;

import org.jspecify.annotations.NullMarked;
