/// How contracts look as JSON.
@NullMarked
package ai.jiga.store.contracts.json;

import org.jspecify.annotations.NullMarked;
