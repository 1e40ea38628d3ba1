/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.servicesknownoengine.search.lucene;

import org.jspecify.annotations.NullMarked;
