@NullMarked
package ai.jiga.store.wiring;

import org.jspecify.annotations.NullMarked;
