package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import ai.jiga.store.e2e.SessionLine.Frame;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `/ws`: one line for whatever somebody wants to hear.
@ExtendWith(RunningStore.class)
class LiveLineTest {
    private final Client store;

    LiveLineTest(Client store) {
        this.store = store;
    }

    @Test
    void oneHearsWhatHappensToOneself() {
        Person player = Person.register(store);
        try (SessionLine one = open(player);
                SessionLine two = open(player)) {
            Frame subscribed = subscribe(one, "user");
            assertThat(subscribed.data().at("/snapshot/lastEventId").asText()).isNotBlank();
            subscribe(two, "user");
            player.buys("bronze");
            Frame event = hearEvent(one, "transaction.completed");
            assertThat(event.text("channel")).isEqualTo("user");
            assertThat(event.data().at("/event/id").asText())
                    .isGreaterThan(subscribed.data().at("/snapshot/lastEventId").asText());
            assertThat(hearEvent(two, "transaction.completed").data().path("event"))
                    .isEqualTo(event.data().path("event"));
        }
    }

    @Test
    void aSessionIsWatchedByItsPlayerAndIsNotToBeFoundByAnother() {
        Person player = Person.withSilver(store);
        Person other = Person.register(store);
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        String channel = "session:" + hire.session();
        try (SessionLine line = open(player);
                SessionLine theirs = open(other)) {
            assertThat(subscribe(line, channel).data().at("/snapshot/id").asText())
                    .isEqualTo(hire.session());
            assertThat(refused(theirs, channel)).isEqualTo("SESSION_NOT_FOUND");
            assertThat(refused(theirs, "session:nonsense")).isEqualTo("SESSION_NOT_FOUND");
            try (SessionLine playing = SessionLine.open(player, hire.session())) {
                playing.hear("session_started");
                playing.say(1, "Who are you?");
                hearSession(line, "/metrics/connected", "true");
            }
            player.ends(hire.session());
            hearSession(line, "/status", "ended");
        }
    }

    @Test
    void aListingIsWatchedByAnybody() {
        Person owner = Person.withSilver(store);
        Person stranger = Person.register(store);
        Variant variant = Variant.by(owner);
        String listing = variant.published();
        try (SessionLine line = open(stranger)) {
            assertThat(subscribe(line, "listing:" + listing)
                            .data()
                            .at("/snapshot/listingId")
                            .asText())
                    .isEqualTo(listing);
            owner.client()
                    .patch("/marketplace/" + listing, Map.of("title", "A ranger who changed"))
                    .is(200);
            assertThat(hearEvent(line, "listing.changed")
                            .data()
                            .at("/event/data/title")
                            .asText())
                    .isEqualTo("A ranger who changed");
            variant.unpublish().is(200);
            hearEvent(line, "listing.gone");
            owner.client()
                    .patch("/marketplace/" + listing, Map.of("title", "Nobody hears of this"))
                    .is(200);
            variant.publish("Back again").is(200);
            assertThat(line.hearAny().data().at("/event/type").asText())
                    .as("nothing in between, of what strangers may not see")
                    .isEqualTo("listing.changed");
            variant.unpublish().is(200);
            hearEvent(line, "listing.gone");
            assertThat(refused(line, "listing:" + listing)).isEqualTo("LISTING_NOT_FOUND");
        }
    }

    @Test
    void whoLeavesAChannelHearsNothingMore() {
        Person player = Person.register(store);
        try (SessionLine line = open(player);
                SessionLine other = open(player)) {
            subscribe(line, "user");
            subscribe(other, "user");
            line.send("unsubscribe", null, Map.of("channel", "user"));
            line.send("ping").hear("pong");
            player.buys("bronze");
            hearEvent(other, "transaction.completed");
            line.send("ping");
            assertThat(line.hearAny().type()).isEqualTo("pong");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            this is not JSON                                      | MALFORMED_FRAME
            []                                                    | MALFORMED_FRAME
            {"type": 7}                                           | MALFORMED_FRAME
            {"type": "subscribe"}                                 | MALFORMED_FRAME
            {"type": "subscribe", "data": {"channel": 7}}         | MALFORMED_FRAME
            {"type": "ping", "data": 5}                           | MALFORMED_FRAME
            {"type": "subscribe", "data": {"channel": "listing:\\ud83d"}} | MALFORMED_FRAME
            {"type": "dance"}                                     | UNKNOWN_FRAME
            {"type": "subscribe", "data": {"channel": "wallet"}}  | CHANNEL_NOT_FOUND
            {"type": "subscribe", "data": {"channel": "user:me"}} | CHANNEL_NOT_FOUND
            {"type": "subscribe", "data": {"channel": "session"}} | CHANNEL_NOT_FOUND
            {"type": "subscribe", "data": {"channel": "listing:"}} | LISTING_NOT_FOUND
            """)
    void whatIsNotUnderstoodIsRefusedAndTheLineGoesOn(String text, String code) {
        try (SessionLine line = open(Person.register(store))) {
            line.sendText(text);
            assertThat(line.hear("error").text("code")).isEqualTo(code);
            line.send("ping").hear("pong");
        }
    }

    @Test
    void aLineHasRoomForTwentyChannelsAndAMessageForItsName() {
        Person player = Person.withSilver(store);
        try (SessionLine line = open(player)) {
            for (var listing : store.get("/marketplace?limit=13").is(200).at("/items")) {
                subscribe(line, "listing:" + listing.path("listingId").asText());
            }
            line.sendText("x".repeat(5_000));
            assertThat(line.closed()).isEqualTo(1009);
        }
    }

    @Test
    void aTicketLetsInOnceAndOneOfASessionNobody() {
        Person player = Person.withSilver(store);
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        Answer ticket = player.client().post("/auth/ticket", Map.of()).is(201);
        String address = SessionLine.withTicket(ticket.text("/websocketUrl"), ticket.text("/ticket"));
        try (SessionLine line = SessionLine.open(address)) {
            line.send("ping").hear("pong");
        }
        assertThat(SessionLine.refusal(address)).isEqualTo(401);
        assertThat(SessionLine.refusal(SessionLine.withTicket(ticket.text("/websocketUrl"), hire.ticket())))
                .isEqualTo(401);
        assertThat(SessionLine.refusal(ticket.text("/websocketUrl"))).isEqualTo(401);
    }

    @Test
    void whoSignsOutIsSentAway() {
        Person player = Person.register(store);
        Answer signIn = store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                .is(200);
        var signedIn = new Person(store.as(signIn.text("/accessToken")), player.id(), player.email());
        try (SessionLine line = open(signedIn)) {
            line.send("ping").hear("pong");
            store.post("/auth/logout", Map.of("refreshToken", signIn.text("/refreshToken")))
                    .is(204);
            assertThat(line.closed()).isEqualTo(4003);
        }
    }

    @ParameterizedTest
    @CsvSource({"/ws", "/ws/session/01890000-0000-7000-8000-000000000000"})
    void whoDoesNotSpeakWebSocketIsToldWhatIsSpoken(String path) {
        Answer answer = store.get(store.url(path)).isProblem(426, "UPGRADE_REQUIRED");
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
    }

    private static SessionLine open(Person person) {
        return SessionLine.open(
                person.client().base().toString().replaceFirst("http", "ws") + "/ws",
                "Authorization",
                "Bearer " + person.client().token());
    }

    private static Frame subscribe(SessionLine line, String channel) {
        Frame subscribed =
                line.send("subscribe", null, Map.of("channel", channel)).hear("subscribed");
        assertThat(subscribed.text("channel")).isEqualTo(channel);
        return subscribed;
    }

    private static String refused(SessionLine line, String channel) {
        return line.send("subscribe", null, Map.of("channel", channel))
                .hear("error")
                .text("code");
    }

    private static Frame hearEvent(SessionLine line, String type) {
        while (true) {
            Frame frame = line.hear("event");
            if (frame.data().at("/event/type").asText().equals(type)) {
                return frame;
            }
        }
    }

    private static void hearSession(SessionLine line, String member, String value) {
        while (true) {
            Frame frame = hearEvent(line, "session.changed");
            if (frame.data().at("/event/data" + member).asText().equals(value)) {
                return;
            }
        }
    }
}
