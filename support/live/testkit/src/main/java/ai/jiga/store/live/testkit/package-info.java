/// What every engine of the live mirror keeps to.
@NullMarked
package ai.jiga.store.live.testkit;

import org.jspecify.annotations.NullMarked;
