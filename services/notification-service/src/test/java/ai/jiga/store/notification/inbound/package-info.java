/// Doors, without a server.
@NullMarked
package ai.jiga.store.notification.inbound;

import org.jspecify.annotations.NullMarked;
