package ai.jiga.store.demo;

import ai.jiga.store.demo.Hiring.Hire;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The match itself: events stream in, questions are answered, the bill ticks, the line is lost and comes back.
final class Playing {
    private final Api api;
    private final HttpClient http;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Checks checks;
    private final Story story;
    private final Patience patience;
    private final Pace pace;

    Playing(
            Api api,
            HttpClient http,
            ObjectMapper json,
            InstantSource clock,
            Checks checks,
            Story story,
            Patience patience,
            Pace pace) {
        this.api = api;
        this.http = http;
        this.json = json;
        this.clock = clock;
        this.checks = checks;
        this.story = story;
        this.patience = patience;
        this.pace = pace;
    }

    /// What was played, for the settlement to be compared with.
    record Played(Conversation conversation, ConnectedTime connected, LiveSession line, int questions) {}

    /// The first half of the match, up to the question after which the line is lost.
    Played firstHalf(Person player, Hire hire, String agent, Match match) {
        var conversation = new Conversation(checks, story, agent, hire.allocation(), hire.rate());
        var connected = new ConnectedTime(clock);
        var bearer = switch (player.identity()) {
            case Api.Identity.Bearer(String token) -> new LiveSession.Pass.Header(token);
            case Api.Identity.Nobody() -> throw new IllegalStateException("A player is somebody");
        };
        var line = open(connected, conversation, hire.liveUrl(), bearer);
        story.checked("Connected; the clock starts now");
        var played = new Played(conversation, connected, line, questions(match));
        play(played, match, match.moments().subList(0, match.beforeTheDrop()));
        return played;
    }

    /// Loses the line, waits, comes back with a new ticket, and finds everything as it was.
    Played dropAndResume(Person player, Hire hire, Played before, Match match) {
        var conversation = before.conversation();
        before.line().cut();
        before.connected().leaves();
        story.note("The network is gone, in the middle of the match. No goodbye was said.");
        standsStill(player, hire, before.connected());

        var ticket = api.post(player.identity(), "/sessions/" + hire.sessionId() + "/connection", Map.of());
        var line = open(
                before.connected(),
                conversation,
                URI.create(ticket.text("/websocketUrl")),
                new LiveSession.Pass.Ticket(ticket.text("/ticket")));
        story.checked("Back with a one-time ticket; the store knows frame " + conversation.lastAcknowledged()
                + " as the last one");

        // The player cannot know whether the last frame arrived, so it is sent again, with the same number.
        var last = match.moments().get(match.beforeTheDrop() - 1);
        var seq = conversation.lastAcknowledged();
        line.send(Frame.sent(last.type(), seq, last.data()));
        var answer = await(
                line,
                conversation,
                pace.answered(),
                frame -> frame.settlesItsSeq() && frame.seq().getAsLong() == seq,
                "frame " + seq + " sent again was not answered");
        checks.holds("a frame sent again is answered as replayed", answer.replayed());
        checks.quietly(
                "What a frame sent again cost the first time",
                conversation.chargedFor(seq).orElse(-1),
                answer.dofConsumed());
        story.checked("Frame " + seq + " sent again: known, " + Story.dof(answer.dofConsumed())
                + " as before, not charged twice");
        return new Played(conversation, before.connected(), line, before.questions());
    }

    void secondHalf(Played played, Match match) {
        var moments = match.moments();
        play(played, match, moments.subList(match.beforeTheDrop(), moments.size()));
        // A last tick, so that the bill is seen to move even in a very short match.
        if (played.conversation().ticks() == 0) {
            listenFor(played.line(), played.conversation(), Duration.ofSeconds(3));
        }
        checks.holds(
                "the bill ticked while the match was played",
                played.conversation().ticks() > 0);
    }

    private LiveSession open(ConnectedTime connected, Conversation conversation, URI url, LiveSession.Pass pass) {
        connected.knocks();
        var line = LiveSession.connect(http, json, clock, url, pass);
        var greeting = await(
                line,
                conversation,
                pace.answered(),
                frame -> "session_started".equals(frame.type()),
                "the live line opened, but the session did not start on it");
        connected.isGreeted();
        checks.quietly(
                "The number of the last frame the store knows",
                conversation.lastAcknowledged(),
                Answer.amount(greeting.data(), "/resumedFromSeq", "session_started"));
        return line;
    }

    private void play(Played played, Match match, List<Match.Moment> moments) {
        for (var moment : moments) {
            listenFor(played.line(), played.conversation(), scaled(moment.after(), match.length()));
            if (moment.isQuestion()) {
                story.says("You", moment.inWords());
            } else {
                story.game(moment.inWords());
            }
            var frame = played.conversation().next(moment.type(), moment.data());
            var seq = frame.seq().getAsLong();
            played.line().send(frame);
            played.connected().speaks();
            await(
                    played.line(),
                    played.conversation(),
                    pace.answered(),
                    _ -> played.conversation().acknowledged(seq),
                    "frame " + seq + " (" + moment.inWords() + ") was never acknowledged");
        }
    }

    private Duration scaled(Duration inTheMatch, Duration wholeMatch) {
        return Duration.ofMillis(inTheMatch.toMillis() * pace.match().toMillis() / Math.max(1, wholeMatch.toMillis()));
    }

    /// Two readings of the bill, far enough apart for a running clock to show, must agree.
    private void standsStill(Person player, Hire hire, ConnectedTime connected) {
        var deadline = clock.instant().plus(pace.pauseNoticed());
        patience.pause(Duration.ofMillis(200));
        while (true) {
            var first = consumed(player, hire);
            var read = clock.instant();
            patience.pause(pace.away());
            var until = clock.instant();
            var second = consumed(player, hire);
            if (first == second) {
                connected.stoodStill(Duration.between(read, until));
                story.checked("While the player is away the bill stands still at " + Story.dof(first));
                return;
            }
            if (clock.instant().isAfter(deadline)) {
                throw DemoStopped.failed(
                        "The bill went on ticking after the connection was lost: from %s to %s while nobody was there."
                                .formatted(Story.dof(first), Story.dof(second)));
            }
        }
    }

    private long consumed(Person player, Hire hire) {
        var session = api.get(player.identity(), "/sessions/" + hire.sessionId());
        var consumed = session.amount("/dof/consumed");
        checks.quietly("What a session has left", hire.allocation() - consumed, session.amount("/dof/remaining"));
        return consumed;
    }

    /// Listens until a frame is the one waited for; whatever comes before it is heard all the same.
    private Frame await(
            LiveSession line, Conversation conversation, Duration atMost, Predicate<Frame> wanted, String otherwise) {
        var end = clock.instant().plus(atMost);
        while (true) {
            switch (line.listen(Duration.between(clock.instant(), end))) {
                case LiveSession.Heard.Said(Frame frame) -> {
                    conversation.heard(frame);
                    if (wanted.test(frame)) {
                        return frame;
                    }
                }
                case LiveSession.Heard.Silence() -> {
                    if (!clock.instant().isBefore(end)) {
                        throw DemoStopped.failed("After " + atMost.toSeconds() + " s " + otherwise + ".");
                    }
                }
                case LiveSession.Heard.Gone(String why) ->
                    throw DemoStopped.failed("The store closed the live line (" + why + "), and " + otherwise + ".");
            }
        }
    }

    private void listenFor(LiveSession line, Conversation conversation, Duration duration) {
        var end = clock.instant().plus(duration);
        while (clock.instant().isBefore(end)) {
            switch (line.listen(Duration.between(clock.instant(), end))) {
                case LiveSession.Heard.Said(Frame frame) -> conversation.heard(frame);
                case LiveSession.Heard.Silence() -> {}
                case LiveSession.Heard.Gone(String why) ->
                    throw DemoStopped.failed("The store closed the live line in the middle of the match: " + why);
            }
        }
    }

    /// After the end: what the live line says last.
    void hearTheEnd(Played played) {
        await(
                played.line(),
                played.conversation(),
                pace.answered(),
                frame -> "session_ended".equals(frame.type()),
                "the live line did not say that the session had ended");
        played.line().cut();
    }

    private static int questions(Match match) {
        return (int) match.moments().stream().filter(Match.Moment::isQuestion).count();
    }
}
