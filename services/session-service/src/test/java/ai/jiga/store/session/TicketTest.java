package ai.jiga.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.tickets.Ticket;
import ai.jiga.store.tickets.Tickets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A ticket opens one line of its session, whatever has become of that line.
class TicketTest {
    private final Lounge lounge = new Lounge();
    private final SessionId id = lounge.hired(Lounge.COACH, 10_000);

    @AfterEach
    void close() {
        lounge.close();
    }

    private Ticket ticket() {
        var player = new Caller.User(Lounge.PLAYER, Caller.Role.USER);
        String purpose = Tickets.session(id.value());
        return lounge.tickets
                .open(lounge.tickets.issue(player, purpose).ticket(), purpose)
                .orElseThrow();
    }

    private FakeClient show(Ticket ticket) {
        var client = new FakeClient(lounge.process.clock());
        lounge.live.connect(new Caller.User(Lounge.PLAYER, Caller.Role.USER), id, ticket, client);
        return client;
    }

    private static void assertRefused(FakeClient client) throws InterruptedException {
        assertThat(client.next("error").at("/data/code").asText()).isEqualTo("INVALID_TICKET");
        Eventually.holds(() -> client.closed().isPresent());
    }

    @Test
    void shownAgainWhileItsLineStandsItIsRefusedAndTheLineGoesOn() throws Exception {
        Ticket ticket = ticket();
        FakeClient first = show(ticket);
        first.next("session_started");

        assertRefused(show(ticket));
        assertThat(first.closed()).isEmpty();
        show(ticket()).next("session_started");
    }

    @Test
    void shownAgainAfterItsLineWasLostItIsRefused() throws Exception {
        Ticket ticket = ticket();
        FakeClient first = show(ticket);
        first.next("session_started");
        lounge.line(id, new FakeClient(lounge.process.clock())).lost();
        Eventually.holds(() -> lounge.live.count() == 0);

        assertRefused(show(ticket));
        show(ticket()).next("session_started");
    }

    @Test
    void whatItOpenedIsForgottenWhenItOpensNothingAnyMore() throws Exception {
        show(ticket()).next("session_started");
        lounge.process.clock().advance(Duration.ofMinutes(2));
        FakeClient second = show(ticket());
        second.next("session_started");

        assertThat(lounge.read.own(Lounge.PLAYER, id).orThrow().tickets()).hasSize(1);
    }

    @Test
    void whoOpensItsLineOverAndOverIsToldToWait() throws Exception {
        for (int i = 0; i < 30; i++) {
            show(ticket()).next("session_started");
        }
        FakeClient tooMany = show(ticket());
        assertThat(tooMany.next("error").at("/data/code").asText()).isEqualTo("RATE_LIMITED");

        lounge.process.clock().advance(Duration.ofMinutes(1));
        show(ticket()).next("session_started");
    }
}
