/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.modelknowsnootherlayer.agent.model;

import org.jspecify.annotations.NullMarked;
