/// Tests of what the schedule does.
@NullMarked
package ai.jiga.store.user.inbound;

import org.jspecify.annotations.NullMarked;
