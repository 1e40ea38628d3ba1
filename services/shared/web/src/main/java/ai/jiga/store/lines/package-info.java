/// Lines that stay open: who is let onto one, what a WebSocket is held to, what may be listened to, and who looks after
/// those lines that have no thread of their own.
@NullMarked
package ai.jiga.store.lines;

import org.jspecify.annotations.NullMarked;
