/// What tests of the marketplace need of its resources.
@NullMarked
package ai.jiga.store.marketplace.inbound;

import org.jspecify.annotations.NullMarked;
