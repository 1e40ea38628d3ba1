/// What is done with the events that are kept.
@NullMarked
package ai.jiga.store.analytics.usecase;

import org.jspecify.annotations.NullMarked;
