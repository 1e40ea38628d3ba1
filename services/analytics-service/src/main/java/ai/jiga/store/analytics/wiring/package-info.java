/// Builds the parts of analytics for the process that runs it.
@NullMarked
package ai.jiga.store.analytics.wiring;

import org.jspecify.annotations.NullMarked;
