/// What can be done with a session: start it, take its seat, meter it, end it, settle it, read it.
@NullMarked
package ai.jiga.store.session.usecase;

import org.jspecify.annotations.NullMarked;
