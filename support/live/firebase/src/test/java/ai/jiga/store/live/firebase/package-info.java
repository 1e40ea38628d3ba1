/// The contract and what only this engine has, on a database of ours that speaks as Firebase documents it.
@NullMarked
package ai.jiga.store.live.firebase;

import org.jspecify.annotations.NullMarked;
