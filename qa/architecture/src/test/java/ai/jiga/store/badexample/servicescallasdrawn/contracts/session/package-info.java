/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.servicescallasdrawn.contracts.session;

import org.jspecify.annotations.NullMarked;
