/// Notifications, caused by events and read by their users.
@NullMarked
package ai.jiga.store.notification;

import org.jspecify.annotations.NullMarked;
