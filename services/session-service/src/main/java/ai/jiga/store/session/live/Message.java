package ai.jiga.store.session.live;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.usecase.EndWish;
import ai.jiga.store.tickets.Ticket;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What reaches a live session.
sealed interface Message {
    record Attached(Caller.User player, @Nullable Ticket ticket, Connection client) implements Message {}

    record Said(Connection client, String text) implements Message {}

    record Lost(Connection client) implements Message {}

    record ToEnd(EndWish wish, CompletableFuture<Session> done) implements Message {}

    record Configured(Session session) implements Message {}

    /// Look at the clock.
    record Tick() implements Message {}

    record ShutDown() implements Message {}
}
