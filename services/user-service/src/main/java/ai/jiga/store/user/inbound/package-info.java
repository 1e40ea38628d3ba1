/// How users and the schedule reach the user service.
@NullMarked
package ai.jiga.store.user.inbound;

import org.jspecify.annotations.NullMarked;
