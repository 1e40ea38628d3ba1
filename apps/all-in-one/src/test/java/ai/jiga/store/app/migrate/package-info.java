/// Copies between real engines.
@NullMarked
package ai.jiga.store.app.migrate;

import org.jspecify.annotations.NullMarked;
