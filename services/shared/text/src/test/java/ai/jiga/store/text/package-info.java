/// Tests of what words may be.
@NullMarked
package ai.jiga.store.text;

import org.jspecify.annotations.NullMarked;
