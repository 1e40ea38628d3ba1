/// Builds the session service.
@NullMarked
package ai.jiga.store.session.wiring;

import org.jspecify.annotations.NullMarked;
