/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.seamsknowonlyseams.queue;

import org.jspecify.annotations.NullMarked;
