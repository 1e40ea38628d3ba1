/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.nostaticstate.session;

import org.jspecify.annotations.NullMarked;
