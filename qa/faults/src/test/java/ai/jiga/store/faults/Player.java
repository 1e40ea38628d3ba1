package ai.jiga.store.faults;

import ai.jiga.store.faults.Api.Answer;
import ai.jiga.store.faults.Api.Sender;
import ai.jiga.store.faults.Notebook.Note;
import ai.jiga.store.faults.Notebook.Operation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody who buys, gives, hires, talks and publishes as fast as the store answers, and notes everything.
final class Player implements AutoCloseable {
    private static final long PRICE_OF_A_GIFT = 10_000;
    private static final String SYSTEM_AGENT = "Scout";

    private final String email;
    private final String id;
    private final Notebook notebook;
    private final HttpClient http;
    private final Random random;
    private Api api;
    private String token;

    private Player(String email, String id, Notebook notebook, HttpClient http, Random random, Api api, String token) {
        this.email = email;
        this.id = id;
        this.notebook = notebook;
        this.http = http;
        this.random = random;
        this.api = api;
        this.token = token;
    }

    static Player register(Api api, HttpClient http, Path notes, String name, long seed)
            throws IOException, InterruptedException {
        String email = "player-" + UUID.randomUUID() + "@faults.example";
        Answer registered = api.call(
                Sender.NOBODY,
                "POST",
                "/auth/register",
                Map.of("email", email, "password", StartedStore.PASSWORD, "displayName", name));
        expect(registered, 201);
        return new Player(
                email,
                registered.body().path("user").path("id").asText(),
                new Notebook(notes),
                http,
                new Random(seed),
                api,
                registered.text("accessToken"));
    }

    String id() {
        return id;
    }

    Notebook notebook() {
        return notebook;
    }

    /// With the store as it is after a restart: what it signed before is still good, and whoever was acknowledged an
    /// account has it.
    ///
    /// @param signIn whether to do so though the token is still good, which takes the store a while
    void comeBack(Api restarted, boolean signIn) throws IOException, InterruptedException {
        api = restarted;
        if (signIn || get("/profile").status() == 401) {
            signIn();
        }
    }

    private void signIn() throws IOException, InterruptedException {
        Answer signedIn = api.call(
                Sender.NOBODY, "POST", "/auth/login", Map.of("email", email, "password", StartedStore.PASSWORD));
        expect(signedIn, 200);
        token = signedIn.text("accessToken");
    }

    Answer get(String path) throws IOException, InterruptedException {
        return api.get(new Sender(token, null), path);
    }

    /// Goes on until the store is gone.
    ///
    /// @throws IllegalStateException when the store answers what it should not
    void work(List<Player> everybody) throws InterruptedException {
        try {
            while (true) {
                switch (random.nextInt(10)) {
                    case 0, 1 -> buy();
                    case 2, 3, 4 -> give(everybody.get(random.nextInt(everybody.size())));
                    case 5, 6, 7 -> play();
                    default -> publish();
                }
            }
        } catch (IOException killed) {
            // That is the point.
        }
    }

    private void buy() throws IOException, InterruptedException {
        JsonNode opened = keyed(
                Operation.PURCHASE,
                "POST",
                "/transactions/purchase",
                body(Map.of("package", "bronze", "paymentMethod", "sandbox", "returnUrl", "https://player.example/")),
                201);
        ObjectNode checkout = body(Map.of(
                "transactionId", opened.path("transactionId").asText(),
                "path", URI.create(opened.path("checkoutUrl").asText()).getPath()));
        pay(notebook.ask(Operation.PAY, "", checkout), checkout);
    }

    /// Paid once, however often it is tried: what counts is what the history says of it.
    private void pay(long number, JsonNode checkout) throws IOException, InterruptedException {
        String url = checkout.path("path").asText() + "/pay";
        Answer paid = api.call(Sender.NOBODY, "POST", url, Map.of("card", "success"));
        if (paid.status() != 409) {
            expect(paid, 200);
        }
        Answer seen = get("/transactions/" + checkout.path("transactionId").asText());
        expect(seen, 200);
        notebook.acknowledge(number, seen.body());
    }

    private void give(Player other) throws IOException, InterruptedException {
        if (other != this) {
            long amount = 1 + random.nextLong(PRICE_OF_A_GIFT);
            keyed(
                    Operation.TRANSFER,
                    "POST",
                    "/transactions/transfer",
                    body(Map.of("toUserId", other.id, "amount", amount)),
                    201,
                    402,
                    // Who has just registered has a wallet as soon as the event of it has come.
                    404);
        }
    }

    private void play() throws IOException, InterruptedException {
        endAll();
        JsonNode hired = keyed(
                Operation.HIRE,
                "POST",
                "/marketplace/" + systemListing() + "/hire",
                body(Map.of("dofAllocation", 5_000)),
                201,
                402);
        if (hired.has("sessionId")) {
            talk(hired);
            if (random.nextInt(10) < 7) {
                endAll();
            }
        }
    }

    private void talk(JsonNode hired) throws IOException, InterruptedException {
        JsonNode connection = hired.path("connection");
        String url = connection.path("websocketUrl").asText().replaceFirst("\\?.*", "");
        try (Line line = Line.open(
                http, URI.create(url + "?ticket=" + connection.path("ticket").asText()))) {
            int words = random.nextInt(4);
            for (int seq = 1; seq <= words; seq++) {
                ObjectNode word =
                        body(Map.of("sessionId", hired.path("sessionId").asText(), "seq", seq));
                long number = notebook.ask(Operation.SAY, "", word);
                long dof = line.say(seq, "Who are you?");
                notebook.acknowledge(number, body(Map.of("dof", dof)));
            }
        }
    }

    private String systemListing() throws IOException, InterruptedException {
        Answer found = get("/marketplace/search?q=" + SYSTEM_AGENT);
        expect(found, 200);
        for (JsonNode item : found.body().path("items")) {
            if (item.path("agent").path("name").asText().equals(SYSTEM_AGENT)) {
                return item.path("listingId").asText();
            }
        }
        throw new IllegalStateException("the store lists no " + SYSTEM_AGENT + ": " + found.body());
    }

    private void publish() throws IOException, InterruptedException {
        String word = word();
        ObjectNode agent = body(Map.of(
                "name", word,
                "rank", "Bronze",
                "type", "Assistant",
                "provider", "builtin",
                "nationality", "British",
                "language", "en-GB",
                "voiceId", "nova",
                "toolkit", List.of("observation"),
                "features", Map.of("hasVoiceChat", false, "hasCommentator", false, "hasMemory", false)));
        String agentId = keyed(Operation.CREATE, "POST", "/agents", agent, 201)
                .path("id")
                .asText();
        ObjectNode listing = body(Map.of(
                "listing",
                Map.of(
                        "title", word,
                        "description", "Found by one word.",
                        "tags", List.of(),
                        "category", List.of(category()),
                        "pricing", Map.of("baseRate", 3_000),
                        "availability", Map.of("schedule", "always"))));
        keyed(Operation.PUBLISH, "POST", "/agents/" + agentId + "/publish", listing, 200);
        if (random.nextInt(3) == 0) {
            keyed(Operation.UNPUBLISH, "POST", "/agents/" + agentId + "/unpublish", body(Map.of()), 200);
        }
    }

    private String category() throws IOException, InterruptedException {
        Answer categories = get("/marketplace/categories");
        expect(categories, 200);
        return categories.body().path("items").path(0).path("id").asText();
    }

    /// No other word is within two edits of it, for all that matters.
    private String word() {
        return random.ints(16, 'a', 'z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }

    private JsonNode keyed(Operation operation, String method, String path, ObjectNode body, int... expected)
            throws IOException, InterruptedException {
        String key = UUID.randomUUID().toString();
        ObjectNode asked = Api.JSON.createObjectNode();
        asked.put("method", method).put("path", path).set("body", body);
        return send(notebook.ask(operation, key, asked), key, asked, expected);
    }

    private JsonNode send(long number, String key, JsonNode asked, int... expected)
            throws IOException, InterruptedException {
        Answer answer = api.call(
                new Sender(token, key),
                asked.path("method").asText(),
                asked.path("path").asText(),
                asked.path("body"));
        expect(answer, expected);
        notebook.acknowledge(number, answer.body());
        return answer.body();
    }

    /// Asks again what is in doubt, with the same keys: afterwards it is known, and happened once.
    ///
    /// @return how many doubts there were
    int resolveDoubts() throws IOException, InterruptedException {
        int doubts = 0;
        for (Note note : notebook.notes()) {
            // A word without an answer may have been charged or not: the bill says, and nobody asks again.
            if (!note.isInDoubt() || note.operation() == Operation.SAY) {
                continue;
            }
            doubts++;
            switch (note.operation()) {
                case PAY -> pay(note.number(), note.asked());
                case END -> end(note.number(), note.asked().path("sessionId").asText());
                case TRANSFER -> send(note.number(), note.key(), note.asked(), 201, 402, 404);
                case HIRE -> send(note.number(), note.key(), note.asked(), 201, 402);
                default -> send(note.number(), note.key(), note.asked(), 200, 201);
            }
        }
        return doubts;
    }

    /// Ends what runs.
    void endAll() throws IOException, InterruptedException {
        List<Note> notes = notebook.notes();
        Set<String> ended = new HashSet<>();
        for (Note note : notes) {
            if (note.operation() == Operation.END && !note.isInDoubt()) {
                ended.add(note.asked().path("sessionId").asText());
            }
        }
        for (Note note : notes) {
            String session = sessionOf(note);
            if (session != null && !ended.contains(session)) {
                end(notebook.ask(Operation.END, "", body(Map.of("sessionId", session))), session);
            }
        }
    }

    static @Nullable String sessionOf(Note hire) {
        return hire.operation() == Operation.HIRE
                        && !hire.isInDoubt()
                        && hire.acknowledged().has("sessionId")
                ? hire.acknowledged().path("sessionId").asText()
                : null;
    }

    private void end(long number, String session) throws IOException, InterruptedException {
        Answer ended = endAgain(session);
        expect(ended, 200);
        notebook.acknowledge(number, ended.body());
    }

    Answer endAgain(String session) throws IOException, InterruptedException {
        return api.call(new Sender(token, null), "DELETE", "/sessions/" + session, null);
    }

    private static ObjectNode body(Map<String, ?> fields) {
        return Api.JSON.valueToTree(fields);
    }

    private static void expect(Answer answer, int... statuses) {
        for (int status : statuses) {
            if (answer.status() == status) {
                return;
            }
        }
        throw new IllegalStateException("the store answered " + answer.status() + ": " + answer.body());
    }

    @Override
    public void close() throws IOException {
        notebook.close();
    }
}
