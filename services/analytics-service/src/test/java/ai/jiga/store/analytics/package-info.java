/// Analytics, driven by events.
@NullMarked
package ai.jiga.store.analytics;

import org.jspecify.annotations.NullMarked;
