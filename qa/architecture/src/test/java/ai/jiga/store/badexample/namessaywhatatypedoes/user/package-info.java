/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.namessaywhatatypedoes.user;

import org.jspecify.annotations.NullMarked;
