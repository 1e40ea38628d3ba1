/// The rules that keep the code base cut along its seams. [ai.jiga.store.architecture.CodeRule] reads compiled
/// classes, [ai.jiga.store.architecture.PomRule] reads the POMs. Each is run on the store itself, and on a small
/// example that breaks it, so that a rule that guards nothing is found out.
@NullMarked
package ai.jiga.store.architecture;

import org.jspecify.annotations.NullMarked;
