/// Part of an example that breaks one rule of the architecture.
@NullMarked
package ai.jiga.store.badexample.packagesarenullmarked.agent;

import org.jspecify.annotations.NullMarked;
