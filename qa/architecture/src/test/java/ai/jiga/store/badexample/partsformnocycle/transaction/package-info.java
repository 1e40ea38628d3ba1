/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.partsformnocycle.transaction;

import org.jspecify.annotations.NullMarked;
