/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.partsformnocycle.session;

import org.jspecify.annotations.NullMarked;
