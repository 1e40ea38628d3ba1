package ai.jiga.store.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Somebody in a session, with its line open.
final class Seat implements AutoCloseable {
    private static final String HIRE = "{\"dofAllocation\":30000}";
    private static final String TEXT = "Who are you?";
    private static final byte[] ECHO = TEXT.getBytes(StandardCharsets.UTF_8);

    private final String token;
    private final String session;
    private final SessionTalk talk;
    private long seq;
    private long acknowledged;

    private Seat(String token, String session, SessionTalk talk) {
        this.token = token;
        this.session = session;
        this.talk = talk;
    }

    /// So many more, each player's with all agents.
    ///
    /// @param first number of the first player
    static List<Seat> take(StoreApi api, int first, int seats) throws IOException, InterruptedException {
        List<String> agents = api.get("/marketplace?limit=100", null).findValuesAsText("listingId");
        List<Callable<List<Seat>>> players = new ArrayList<>();
        for (int taken = 0; taken < seats; taken += agents.size()) {
            int number = first + taken / agents.size();
            List<String> some = agents.subList(0, Math.min(agents.size(), seats - taken));
            players.add(() -> of(api, Player.register(api, number, agents.getFirst()), some));
        }
        List<Seat> all = new ArrayList<>();
        for (int i = 0; i < players.size(); i += 8) {
            Callers.together(players.subList(i, Math.min(players.size(), i + 8)))
                    .forEach(all::addAll);
        }
        return all;
    }

    private static List<Seat> of(StoreApi api, Player player, List<String> agents) throws IOException {
        List<Seat> seats = new ArrayList<>();
        for (String agent : agents) {
            JsonNode hire = api.post("/marketplace/" + agent + "/hire", player.token(), HIRE);
            seats.add(new Seat(
                    player.token(), hire.path("sessionId").asText(), new SessionTalk(api, hire.path("connection"))));
        }
        return seats;
    }

    /// One action that is charged, acknowledged.
    void act() throws IOException {
        acknowledged += talk.say(++seq, TEXT);
    }

    void echo() throws IOException {
        talk.echo(ECHO);
    }

    /// Whether the store knows less than it has acknowledged.
    boolean isLostIn(StoreApi api) throws IOException {
        return api.get("/sessions/" + session, token).at("/dof/consumed").asLong() < acknowledged;
    }

    @Override
    public void close() throws IOException {
        talk.close();
    }
}
