/// Builds the notification service's parts for the process that runs it.
@NullMarked
package ai.jiga.store.notification.wiring;

import org.jspecify.annotations.NullMarked;
