/// Operators' work, through its use cases.
@NullMarked
package ai.jiga.store.gateway.operations;

import org.jspecify.annotations.NullMarked;
