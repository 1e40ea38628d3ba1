/// The forms of bodies, without HTTP.
@NullMarked
package ai.jiga.store.agent.inbound;

import org.jspecify.annotations.NullMarked;
