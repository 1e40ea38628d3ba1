package ai.jiga.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.faults.Api.Answer;
import ai.jiga.store.faults.Api.Sender;
import ai.jiga.store.faults.Notebook.Note;
import ai.jiga.store.faults.Notebook.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares what the players' notebooks say with what a restarted store says, and the store with itself.
final class Accounting {
    private static final Duration INDEXED_WITHIN = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final Api api;
    private final String operator;

    private Accounting(Api api, String operator) {
        this.api = api;
        this.operator = operator;
    }

    static Accounting by(Api api) throws IOException, InterruptedException {
        Answer signedIn = api.call(
                Sender.NOBODY,
                "POST",
                "/auth/login",
                Map.of("email", StartedStore.OPERATOR, "password", StartedStore.PASSWORD));
        assertThat(signedIn.status()).as("%s", signedIn.body()).isEqualTo(200);
        return new Accounting(api, signedIn.text("accessToken"));
    }

    /// The same operator at the store as it is after a restart, whose token is good for a while.
    Accounting on(Api restarted) throws IOException, InterruptedException {
        boolean known = restarted.get(new Sender(operator, null), "/profile").status() == 200;
        return known ? new Accounting(restarted, operator) : by(restarted);
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        Answer answer = api.get(new Sender(operator, null), path);
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /// The log is forced to the disk at every commit (`synchronous` 2 is FULL).
    void runsDurably() throws IOException, InterruptedException {
        JsonNode settings = ask("/admin/engines").path("documents").path("settings");
        assertThat(settings.path("synchronous").asText()).isEqualTo("2");
        assertThat(settings.path("journal_mode").asText()).isEqualToIgnoringCase("wal");
    }

    void booksBalance() throws IOException, InterruptedException {
        assertThat(ask("/admin/ledger/verify").path("problems")).isEmpty();
        JsonNode books = ask("/admin/books");
        assertThat(books.path("balanced").asBoolean()).as("%s", books).isTrue();
        assertThat(ask("/admin/dead-letters").path("items"))
                .as("events that no handler could take")
                .isEmpty();
    }

    /// Each player has, to the last DOF, what the notes of all come to.
    void walletsAreAsNoted(List<Player> players) throws IOException, InterruptedException {
        Map<String, Long> expected = new HashMap<>();
        for (Player player : players) {
            for (Note note : player.notebook().notes()) {
                if (!note.isInDoubt()) {
                    count(expected, player.id(), note);
                }
            }
        }
        for (Player player : players) {
            Answer wallet = player.get("/profile/wallet");
            assertThat(wallet.body().path("held").asLong())
                    .as("held by %s", wallet.body())
                    .isZero();
            assertThat(wallet.body().path("available").asLong())
                    .as("the wallet of %s, %s", player.id(), wallet.body())
                    .isEqualTo(expected.getOrDefault(player.id(), 0L));
        }
    }

    private static void count(Map<String, Long> expected, String player, Note note) {
        JsonNode answer = note.acknowledged();
        switch (note.operation()) {
            case PAY -> add(expected, player, answer.path("amount").asLong());
            case TRANSFER -> {
                if (answer.has("transactionId")) {
                    long amount = note.asked().path("body").path("amount").asLong();
                    add(expected, player, -amount - (amount + 9) / 10);
                    add(expected, note.asked().path("body").path("toUserId").asText(), amount);
                }
            }
            case END -> add(expected, player, -answer.path("consumed").asLong());
            default -> {
                // Moves nothing for good.
            }
        }
    }

    private static void add(Map<String, Long> expected, String player, long amount) {
        expected.merge(player, amount, Math::addExact);
    }

    /// @param after the last note that was looked at before
    void acknowledgedIsThere(Player player, long after) throws IOException, InterruptedException {
        List<Note> notes = player.notebook().notes();
        for (Note note : notes) {
            if (note.number() > after && !note.isInDoubt()) {
                isThere(player, note);
            }
        }
        noSessionIsStuck(player);
        searchShowsWhatIsPublished(player, notes, after);
    }

    private static void isThere(Player player, Note note) throws IOException, InterruptedException {
        JsonNode answer = note.acknowledged();
        switch (note.operation()) {
            case PAY -> completed(player, note.asked().path("transactionId").asText());
            case TRANSFER -> {
                if (answer.has("transactionId")) {
                    completed(player, answer.path("transactionId").asText());
                }
            }
            case SAY -> onTheBill(player, note);
            case END -> {
                String session = note.asked().path("sessionId").asText();
                Answer again = player.endAgain(session);
                for (String field : List.of("consumed", "released", "distribution", "transactionId")) {
                    assertThat(again.body().path(field))
                            .as("%s of %s", field, session)
                            .isEqualTo(answer.path(field));
                }
            }
            case CREATE -> {
                Answer agent = player.get("/agents/" + answer.path("id").asText());
                assertThat(agent.status()).as("%s", agent.body()).isEqualTo(200);
            }
            default -> {
                // Shown by what follows from it.
            }
        }
    }

    private static void completed(Player player, String transaction) throws IOException, InterruptedException {
        Answer seen = player.get("/transactions/" + transaction);
        assertThat(seen.text("status")).as("%s: %s", transaction, seen.body()).isEqualTo("completed");
    }

    private static void onTheBill(Player player, Note word) throws IOException, InterruptedException {
        Answer bill = player.get("/sessions/" + word.asked().path("sessionId").asText() + "/usage?limit=100");
        long seq = word.asked().path("seq").asLong();
        long charged = 0;
        for (JsonNode line : bill.body().path("items")) {
            charged += line.path("seq").asLong() == seq ? line.path("dof").asLong() : 0;
        }
        assertThat(charged)
                .as("word %s of %s", seq, bill.body())
                .isEqualTo(word.acknowledged().path("dof").asLong());
    }

    /// All were ended by their players: none is under way, none waits for its settlement.
    private static void noSessionIsStuck(Player player) throws IOException, InterruptedException {
        Answer sessions = player.get("/sessions?limit=100");
        assertThat(sessions.status()).isEqualTo(200);
        for (JsonNode session : sessions.body().path("items")) {
            assertThat(session.path("status").asText()).as("%s", session).isIn("ended", "failed", "expired");
            assertThat(session.path("settlement").asText("settled"))
                    .as("%s", session)
                    .isNotEqualTo("held");
        }
    }

    private static void searchShowsWhatIsPublished(Player player, List<Note> notes, long after)
            throws IOException, InterruptedException {
        Map<String, String> titles = new HashMap<>();
        Set<String> gone = new HashSet<>();
        for (Note note : notes) {
            if (note.number() > after && !note.isInDoubt()) {
                String path = note.asked().path("path").asText();
                if (note.operation() == Operation.PUBLISH) {
                    JsonNode listing = note.asked().path("body").path("listing");
                    titles.put(
                            path.replace("/publish", ""), listing.path("title").asText());
                } else if (note.operation() == Operation.UNPUBLISH) {
                    gone.add(path.replace("/unpublish", ""));
                }
            }
        }
        for (Map.Entry<String, String> published : titles.entrySet()) {
            awaitShown(player, published.getValue(), !gone.contains(published.getKey()));
        }
    }

    /// The index follows the documents by events: soon, not at once.
    private static void awaitShown(Player player, String title, boolean shown)
            throws IOException, InterruptedException {
        long until = System.nanoTime() + INDEXED_WITHIN.toNanos();
        @Nullable Answer found = null;
        while (System.nanoTime() < until) {
            found = player.get("/marketplace/search?q=" + title);
            if (found.body().path("total").asLong(-1) == (shown ? 1 : 0)) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new AssertionError("search should " + (shown ? "show " : "not show ") + title + ": " + found);
    }
}
