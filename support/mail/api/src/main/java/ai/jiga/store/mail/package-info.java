/// How the store writes to people: what a letter is, who sends it, and where those lie that nobody was to get.
@NullMarked
package ai.jiga.store.mail;

import org.jspecify.annotations.NullMarked;
