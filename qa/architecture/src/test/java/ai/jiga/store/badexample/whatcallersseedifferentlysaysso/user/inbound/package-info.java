/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.whatcallersseedifferentlysaysso.user.inbound;

import org.jspecify.annotations.NullMarked;
