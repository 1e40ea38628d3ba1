/// The product from outside: one started store, asked over HTTP and WebSocket as players, owners and operators ask it,
/// when all goes well and when it does not. Every test brings its own users, so that all of them run at once.
@NullMarked
package ai.jiga.store.e2e;

import org.jspecify.annotations.NullMarked;
