/// One-time tickets: how a browser, which cannot send a header with a WebSocket or an event stream, shows who it is.
/// Issued over an authenticated request, good for one connection within a minute.
@NullMarked
package ai.jiga.store.tickets;

import org.jspecify.annotations.NullMarked;
