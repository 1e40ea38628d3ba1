/// The seam behind which every agent's brain sits. A session opens a [Conversation] with an [AgentRuntime], hands it
/// what the player says and what happens in the game, and prices the [Act]s of each [Reply]. Nothing here knows about
/// sessions, wallets or tariffs, and no engine knows which of them is asking.
@NullMarked
package ai.jiga.store.models;

import org.jspecify.annotations.NullMarked;
