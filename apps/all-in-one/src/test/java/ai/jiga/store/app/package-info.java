/// The app from within: its settings, its schema, and the copying of stores.
@NullMarked
package ai.jiga.store.app;

import org.jspecify.annotations.NullMarked;
