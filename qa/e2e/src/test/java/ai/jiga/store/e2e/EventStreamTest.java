package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// `GET /events/stream`: what happens to somebody, as it happens.
@ExtendWith(RunningStore.class)
class EventStreamTest {
    private final Client store;

    EventStreamTest(Client store) {
        this.store = store;
    }

    @Test
    void aHireIsHeardFromItsBeginningToItsEnd() {
        Person player = Person.withSilver(store);
        try (EventLine stream = EventLine.open(player)) {
            assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(stream.headers().firstValue("Cache-Control")).contains("no-store");
            Hire hire = player.hires(Variant.SCOUT, 10_000);
            assertThat(stream.hear("agent.hired").json().at("/data/sessionId").asText())
                    .isEqualTo(hire.session());
            try (SessionLine line = SessionLine.open(player, hire.session())) {
                line.hear("session_started");
                line.say(1, "Who are you?");
                stream.hear("session.started");
            }
            player.ends(hire.session());
            Map<String, EventLine.Event> heard =
                    stream.hearAll("session.ended", "transaction.completed", "notification");
            EventLine.Event ended = Objects.requireNonNull(heard.get("session.ended"));
            assertThat(ended.json().at("/id").asText()).isEqualTo(ended.id());
            assertThat(ended.json().at("/type").asText()).isEqualTo("session.ended");
            assertThat(ended.json().at("/data/reason").asText()).isEqualTo("ended_by_player");
            assertThat(Objects.requireNonNull(heard.get("transaction.completed"))
                            .json()
                            .at("/data/sessionId")
                            .asText())
                    .isEqualTo(hire.session());
            assertThat(Objects.requireNonNull(heard.get("notification"))
                            .json()
                            .at("/data/text")
                            .asText())
                    .isNotBlank();
        }
    }

    @Test
    void twoTabsHearTheSameAndAnotherHearsNothingOfIt() {
        Person player = Person.register(store);
        Person other = Person.register(store);
        try (EventLine one = EventLine.open(player);
                EventLine two = EventLine.open(player);
                EventLine theirs = EventLine.open(other)) {
            player.buys("bronze");
            assertThat(one.hear("transaction.completed")).isEqualTo(two.hear("transaction.completed"));
            other.buys("silver");
            assertThat(theirs.hear("transaction.completed")
                            .json()
                            .at("/data/amount")
                            .asLong())
                    .isEqualTo(Person.SILVER);
        }
    }

    @Test
    void whoComesBackHearsWhatWasMissed() {
        Person player = Person.register(store);
        String stopped;
        try (EventLine first = EventLine.open(player)) {
            stopped = first.lastId();
        }
        player.buys("bronze");
        player.buys("bronze");
        List<EventLine.Event> missed;
        try (EventLine second = EventLine.open(player, "Last-Event-ID", stopped)) {
            missed = List.of(second.hear("transaction.completed"), second.hear("transaction.completed"));
        }
        try (EventLine third = EventLine.open(player.client().base() + "/api/v1/events/stream?lastEventId="
                + missed.getFirst().id() + "&ticket=" + ticket(player))) {
            assertThat(third.hear("transaction.completed")).isEqualTo(missed.getLast());
        }
    }

    @Test
    void whatIsKeptNoMoreIsAReset() {
        Person player = Person.withSilver(store);
        try (EventLine stream = EventLine.open(player, "Last-Event-ID", "1000000000000-00000007")) {
            EventLine.Event reset = stream.next();
            assertThat(reset.type()).isEqualTo("reset");
            assertThat(reset.json().at("/lastEventId").asText()).isEqualTo(reset.id());
            player.buys("bronze");
            assertThat(stream.hear("transaction.completed").id()).isGreaterThan(reset.id());
        }
    }

    @Test
    void aTicketOpensOneStreamAndATicketOfASessionNone() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        String address = player.client().base() + "/api/v1/events/stream";
        String once = address + "?ticket=" + ticket(player);
        EventLine.open(once).close();
        assertThat(EventLine.refusal(once)).isEqualTo(401);
        assertThat(EventLine.refusal(address + "?ticket=" + hire.ticket())).isEqualTo(401);
        assertThat(EventLine.refusal(address)).isEqualTo(401);
        store.get("/events/stream", "Accept", "text/event-stream").isProblem(401, "UNAUTHORIZED");
        store.get("/events/stream?ticket=nonsense").isProblem(401, "INVALID_TICKET");
    }

    @Test
    void aHeadIsAnsweredAndEnds() {
        Person player = Person.register(store);
        Answer answer = player.client().send("HEAD", "/events/stream", null).is(200);
        assertThat(answer.header("Content-Type")).startsWith("text/event-stream");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoSignsOutIsToldNothingMore() {
        Person player = Person.register(store);
        Answer signIn = store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                .is(200);
        var signedIn = new Person(store.as(signIn.text("/accessToken")), player.id(), player.email());
        try (EventLine theirs = EventLine.open(signedIn);
                EventLine others = EventLine.open(player)) {
            store.post("/auth/logout", Map.of("refreshToken", signIn.text("/refreshToken")))
                    .is(204);
            theirs.ends();
            player.buys("bronze");
            others.hear("transaction.completed");
        }
    }

    @Test
    void nobodyOpensMoreStreamsThanTheyNeed() {
        Person player = Person.register(store);
        var streams = new ArrayList<EventLine>();
        try {
            for (int i = 0; i < 20; i++) {
                streams.add(EventLine.open(player));
            }
            player.client().get("/events/stream").isProblem(429, "TOO_MANY_LINES");
            streams.removeFirst().close();
            Eventually.see(
                    () -> EventLine.refusal(player.client().base() + "/api/v1/events/stream?ticket=" + ticket(player)),
                    status -> status == 200);
        } finally {
            streams.forEach(EventLine::close);
        }
    }

    @Test
    void aStoreThatRestartsIsCaughtUpWith(@TempDir Path room) throws Exception {
        Person player;
        String stopped;
        try (StoreProcess first = StoreProcess.start(room.resolve("data"))) {
            player = Person.register(new Client(first.url()));
            try (EventLine stream = EventLine.open(player)) {
                stopped = stream.lastId();
                player.buys("bronze");
                stream.hear("transaction.completed");
                assertThat(first.stop(Duration.ofSeconds(10))).isIn(0, 143);
                stream.ends();
            }
        }
        try (StoreProcess second = StoreProcess.start(room.resolve("data"))) {
            Client there = new Client(second.url());
            Answer signIn = there.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                    .is(200);
            var again = new Person(there.as(signIn.text("/accessToken")), player.id(), player.email());
            try (EventLine stream = EventLine.open(again, "Last-Event-ID", stopped)) {
                stream.hear("transaction.completed");
                again.buys("bronze");
                stream.hear("transaction.completed");
            }
        }
    }

    private static String ticket(Person person) {
        return person.client().post("/auth/ticket", Map.of()).is(201).text("/ticket");
    }
}
