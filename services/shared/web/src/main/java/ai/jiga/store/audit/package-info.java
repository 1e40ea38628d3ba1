/// What operators did, kept for ever: in the transaction of the deed.
@NullMarked
package ai.jiga.store.audit;

import org.jspecify.annotations.NullMarked;
