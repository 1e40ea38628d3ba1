/// What the player wants to know, made out from free text with a table of phrases. Small typos are forgiven.
@NullMarked
package ai.jiga.store.models.builtin.intent;

import org.jspecify.annotations.NullMarked;
