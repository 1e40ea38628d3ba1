/// Payment providers: what a checkout is called there, and how an event of theirs is told from a forged one.
@NullMarked
package ai.jiga.store.transaction.outbound;

import org.jspecify.annotations.NullMarked;
