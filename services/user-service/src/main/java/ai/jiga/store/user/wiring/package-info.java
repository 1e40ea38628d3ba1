/// Builds the user service's parts for the process that runs it.
@NullMarked
package ai.jiga.store.user.wiring;

import org.jspecify.annotations.NullMarked;
