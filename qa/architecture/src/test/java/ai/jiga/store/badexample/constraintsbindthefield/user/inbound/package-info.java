/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.constraintsbindthefield.user.inbound;

import org.jspecify.annotations.NullMarked;
