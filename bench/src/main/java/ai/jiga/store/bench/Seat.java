package ai.jiga.store.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Somebody in a session, who listens at its line all the time: whoever shows no sign of life is put out.
final class Seat implements AutoCloseable {
    private static final String HIRE = "{\"dofAllocation\":30000}";
    private static final String TEXT = "Who are you?";
    /// Of the last frame about an action.
    private static final Pattern COST = Pattern.compile("\"type\":\"agent_response\".*\"dofConsumed\":(\\d+)");

    private static final long GONE = -1;
    private static final byte[] ECHO = TEXT.getBytes(StandardCharsets.UTF_8);

    private final String token;
    private final String session;
    private final SessionTalk talk;
    private final BlockingQueue<Long> heard = new ArrayBlockingQueue<>(1);
    private long seq;
    private long acknowledged;
    private volatile @Nullable Exception gone;

    private Seat(String token, String session, SessionTalk talk) {
        this.token = token;
        this.session = session;
        this.talk = talk;
        Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
        try {
            talk.listen(
                    text -> {
                        if (text.contains("\"type\":\"error\"")) {
                            throw new IllegalStateException("The session did not go on; the store said " + text);
                        }
                        Matcher answer = COST.matcher(text);
                        if (answer.find()) {
                            heard.add(Long.parseLong(answer.group(1)));
                        }
                    },
                    () -> heard.add(0L));
        } catch (IOException | IllegalStateException e) {
            gone = e;
            heard.offer(GONE);
        }
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
    void act() throws IOException, InterruptedException {
        talk.sayOnly(++seq, TEXT);
        acknowledged += hear();
    }

    void echo() throws IOException, InterruptedException {
        talk.ping(ECHO);
        hear();
    }

    private long hear() throws IOException, InterruptedException {
        long cost = heard.take();
        if (cost == GONE) {
            throw new IOException("the line is gone", gone);
        }
        return cost;
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
