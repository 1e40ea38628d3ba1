/// Sessions with somebody connected: one thread each, which reads frames, asks the agent, and charges before
/// it acknowledges.
@NullMarked
package ai.jiga.store.session.live;

import org.jspecify.annotations.NullMarked;
