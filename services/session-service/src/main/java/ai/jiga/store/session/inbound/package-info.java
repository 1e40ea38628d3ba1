/// How requests, sockets and tasks reach the sessions.
@NullMarked
package ai.jiga.store.session.inbound;

import org.jspecify.annotations.NullMarked;
