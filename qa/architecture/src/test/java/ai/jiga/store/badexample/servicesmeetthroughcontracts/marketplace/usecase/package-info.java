/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.servicesmeetthroughcontracts.marketplace.usecase;

import org.jspecify.annotations.NullMarked;
