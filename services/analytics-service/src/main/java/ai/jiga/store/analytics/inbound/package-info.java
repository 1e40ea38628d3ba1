/// What analytics does about events.
@NullMarked
package ai.jiga.store.analytics.inbound;

import org.jspecify.annotations.NullMarked;
