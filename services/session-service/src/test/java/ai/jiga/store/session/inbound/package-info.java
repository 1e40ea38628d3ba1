/// The line, byte by byte, through a real server.
@NullMarked
package ai.jiga.store.session.inbound;

import org.jspecify.annotations.NullMarked;
