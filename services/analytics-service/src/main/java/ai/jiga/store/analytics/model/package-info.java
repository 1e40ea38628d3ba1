/// What analytics keeps: every event of the store, as it was sent.
@NullMarked
package ai.jiga.store.analytics.model;

import org.jspecify.annotations.NullMarked;
