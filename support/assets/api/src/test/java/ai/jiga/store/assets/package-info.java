/// What no name and no id can say.
@NullMarked
package ai.jiga.store.assets;

import org.jspecify.annotations.NullMarked;
