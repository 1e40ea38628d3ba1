/// How notifications come about (events) and are read (REST).
@NullMarked
package ai.jiga.store.notification.inbound;

import org.jspecify.annotations.NullMarked;
