/// The live mirror in a Firebase Realtime Database, over its REST interface.
@NullMarked
package ai.jiga.store.live.firebase;

import org.jspecify.annotations.NullMarked;
