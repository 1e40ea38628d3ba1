/// How the kernel's own types (ids, DOF) look as JSON: text and whole numbers.
@NullMarked
package ai.jiga.store.contracts.json;

import org.jspecify.annotations.NullMarked;
