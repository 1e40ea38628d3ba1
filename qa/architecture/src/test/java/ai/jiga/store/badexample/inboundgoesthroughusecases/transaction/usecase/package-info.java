/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.inboundgoesthroughusecases.transaction.usecase;

import org.jspecify.annotations.NullMarked;
