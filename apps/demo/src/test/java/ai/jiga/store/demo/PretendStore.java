package ai.jiga.store.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A store of two people and one session, kept in memory and made to the API's page: enough for the demo to play its
/// journey, and able to get one thing wrong.
final class PretendStore implements AutoCloseable, LoopbackServer.Handler {
    private static final long ALLOCATION = 20_000;
    private static final long RATE = 5_600;

    private final ObjectMapper json = new ObjectMapper();
    private final InstantSource clock = InstantSource.system();
    private final LoopbackServer server;
    private final Flaw flaw;
    private final ReceiptSigner signer = new ReceiptSigner();
    private final Map<String, Long> balances = new LinkedHashMap<>();
    private final Map<String, List<ObjectNode>> histories = new LinkedHashMap<>();
    private final Map<Long, Long> chargedBySeq = new LinkedHashMap<>();
    private final List<Map<String, Object>> usage = new ArrayList<>();
    private final Map<String, String> listing = new HashMap<>();
    private long held;
    private int hires;
    private int reviews;
    private long lastSeq;
    private long activeMillis;
    private long activeSince = -1;
    private boolean ended;
    private LoopbackServer.@Nullable Line line;

    PretendStore(Flaw flaw) throws IOException {
        this.flaw = flaw;
        this.server = new LoopbackServer(this);
    }

    String url() {
        return "http://localhost:" + server.port();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean is(Flaw other) {
        return flaw == other;
    }

    @Override
    public synchronized LoopbackServer.Reply answer(LoopbackServer.Request request) {
        var who = request.header("authorization").replace("Bearer token-", "");
        var path = request.path().replace("/api/v1", "");
        var body = parsed(request.body());
        var route = request.method() + " " + path;
        return switch (route) {
            case "GET /ready" -> ok(200, Map.of("status", "healthy"));
            case "POST /auth/register" -> register(body);
            case "POST /auth/login" -> ok(200, Map.of("accessToken", "token-operator"));
            case "GET /profile/wallet" -> ok(200, wallet(who));
            case "POST /transactions/purchase" ->
                ok(
                        201,
                        Map.of(
                                "transactionId",
                                "t1",
                                "checkoutUrl",
                                url() + "/checkout/" + who,
                                "amount",
                                "14.99",
                                "currency",
                                "USD",
                                "dofAmount",
                                500_000));
            case "POST /agents/create-variant" -> variant(who, body);
            case "POST /agents/variant-1/publish" -> publish(body);
            case "GET /marketplace/categories" ->
                ok(200, Map.of("items", List.of(Map.of("id", "sports"), Map.of("id", "fps", "name", "Shooters"))));
            case "GET /marketplace/search" -> search();
            case "POST /marketplace/listing-1/hire" -> hire();
            case "GET /sessions/session-1" ->
                ok(200, Map.of("dof", Map.of("consumed", consumed(), "remaining", ALLOCATION - consumed())));
            case "POST /sessions/session-1/connection" ->
                ok(200, Map.of("websocketUrl", liveUrl() + "?ticket=once", "ticket", "once"));
            case "DELETE /sessions/session-1" -> end();
            case "GET /sessions/session-1/usage" -> ok(200, Map.of("items", usageLines()));
            case "GET /sessions/session-1/receipt" -> ok(200, Map.of("receipt", receipt(), "keyId", "k1"));
            case "GET /.well-known/jwks.json" -> ok(200, Map.of("keys", List.of(signer.publicKey())));
            case "POST /sessions/session-1/review" -> review();
            case "GET /transactions" -> ok(200, Map.of("items", histories.getOrDefault(who, List.of())));
            case "GET /admin/books" -> books(request.target().replaceFirst("[^?]*\\??(userId=)?", ""));
            default -> path.startsWith("/checkout/") ? pay(path.split("/")[2]) : ok(404, Map.of("code", "NOT_FOUND"));
        };
    }

    private LoopbackServer.Reply register(JsonNode body) {
        var id = body.path("email").asText().contains("owner") ? "owner" : "player";
        balances.put(id, 0L);
        return ok(201, Map.of("user", Map.of("id", id), "accessToken", "token-" + id));
    }

    private Map<String, Object> wallet(String who) {
        var holds = "player".equals(who) ? held : 0;
        var balance = balances.getOrDefault(who, 0L);
        return Map.of(
                "balance",
                balance,
                "available",
                balance - holds,
                "held",
                holds,
                "earnings",
                0,
                "pending",
                "owner".equals(who) ? balances.getOrDefault("earnings", 0L) : 0L);
    }

    private LoopbackServer.Reply pay(String who) {
        balances.merge(who, is(Flaw.CREDITS_ONE_TOO_FEW) ? 499_999L : 500_000L, Long::sum);
        record(who, "purchase", "in", 500_000)
                .put("currency", "USD")
                .put("amount", "14.99")
                .put("dofAmount", 500_000);
        return ok(200, Map.of("status", "completed"));
    }

    private LoopbackServer.Reply variant(String who, JsonNode body) {
        var cost = is(Flaw.VARIANT_COSTS_ONE_MORE) ? 150_001 : 150_000;
        balances.merge(who, (long) -cost, Long::sum);
        record(who, "variant_creation", "out", cost);
        return ok(
                201,
                Map.of(
                        "variant",
                        Map.of("id", "variant-1", "baseRate", RATE, "name", body.at("/customization/name")),
                        "userBalance",
                        Map.of("before", 500_000, "after", 500_000 - cost)));
    }

    private LoopbackServer.Reply publish(JsonNode body) {
        listing.put("title", body.at("/listing/title").asText());
        listing.put("category", body.at("/listing/category/0").asText());
        return ok(200, Map.of("agentId", "variant-1", "listingId", "listing-1", "status", "active"));
    }

    private LoopbackServer.Reply search() {
        var card = Map.of(
                "listingId",
                "listing-1",
                "agentId",
                "variant-1",
                "title",
                listing.getOrDefault("title", ""),
                "pricing",
                Map.of("baseRate", RATE),
                "stats",
                Map.of("rating", reviews == 0 ? 0 : 5, "ratingCount", reviews));
        return ok(200, Map.of("items", List.of(card), "total", 1));
    }

    private LoopbackServer.Reply hire() {
        hires++;
        if (hires == 1 || is(Flaw.HOLDS_A_REPEATED_HIRE_TWICE)) {
            held += ALLOCATION;
        }
        return ok(
                201,
                Map.of(
                        "sessionId", "session-1",
                        "agentId", "variant-1",
                        "contract", Map.of("dofAllocated", ALLOCATION, "baseRate", RATE),
                        "transaction", Map.of("id", "t2", "dofAmount", ALLOCATION),
                        "connection", Map.of("websocketUrl", liveUrl(), "ticket", "ticket-" + hires)),
                hires == 1 ? Map.of() : Map.of("Idempotent-Replayed", "true"));
    }

    private String liveUrl() {
        return "ws://localhost:" + server.port() + "/ws/session/session-1";
    }

    @Override
    public synchronized LoopbackServer.LineListener open(LoopbackServer.Request request, LoopbackServer.Line opened) {
        line = opened;
        if (activeSince < 0) {
            activeSince = clock.millis();
        }
        say(opened, "session_started", 0, Map.of("dof", ALLOCATION, "resumedFromSeq", lastSeq));
        return new LoopbackServer.LineListener() {
            @Override
            public void text(String text) {
                heard(opened, parsed(text));
            }

            @Override
            public void gone() {
                left();
            }
        };
    }

    private synchronized void left() {
        if (activeSince >= 0 && !is(Flaw.TICKS_WITHOUT_THE_PLAYER)) {
            activeMillis += clock.millis() - activeSince;
            activeSince = -1;
        }
    }

    private synchronized void heard(LoopbackServer.Line from, JsonNode frame) {
        var seq = frame.path("seq").asLong();
        if (chargedBySeq.containsKey(seq)) {
            if (is(Flaw.CHARGES_A_REPEATED_FRAME)) {
                usage.add(usageLine(seq, "chat", 1));
            }
            say(from, "ack", seq, Map.of("dofConsumed", chargedBySeq.getOrDefault(seq, 0L), "replayed", true));
            return;
        }
        lastSeq = seq;
        var question = "text_input".equals(frame.path("type").asText());
        var action = question ? "chat" : "sound".equals(frame.at("/data/kind").asText()) ? "sound" : "";
        if (!action.isEmpty()) {
            usage.add(usageLine(seq, action, 1));
        }
        chargedBySeq.put(seq, dof(action));
        if (question) {
            say(from, "agent_response", seq, Map.of("text", "Stay ", "done", false));
            say(from, "agent_response", seq, Map.of("text", "calm.", "done", true, "dofConsumed", dof(action)));
        } else {
            say(from, "ack", seq, Map.of("dofConsumed", dof(action)));
        }
        say(from, "dof_update", 0, Map.of("consumed", consumed(), "remaining", ALLOCATION - consumed(), "rate", RATE));
    }

    private long dof(String action) {
        var price = Map.of("chat", 100L, "sound", 25L).getOrDefault(action, 0L);
        return is(Flaw.CHARGES_THE_FULL_TARIFF) ? price : price * 7 / 10;
    }

    private Map<String, Object> usageLine(long seq, String action, long units) {
        return Map.of("seq", seq, "action", action, "units", units, "dof", dof(action));
    }

    private long millis() {
        return activeMillis
                + (activeSince < 0 ? 0 : clock.millis() - activeSince)
                + (is(Flaw.CHARGES_TOO_MUCH_TIME) && ended ? 60_000 : 0);
    }

    private long consumed() {
        return RATE * millis() / 3_600_000
                + usage.stream()
                        .mapToLong(l -> (Long) l.getOrDefault("dof", 0L))
                        .sum();
    }

    private List<Map<String, Object>> usageLines() {
        var lines = new ArrayList<>(usage);
        if (is(Flaw.LOSES_A_USAGE_LINE)) {
            lines.removeFirst();
        }
        lines.add(Map.of("action", "time", "units", millis(), "dof", RATE * millis() / 3_600_000));
        return lines;
    }

    private LoopbackServer.Reply end() {
        var again = ended;
        if (!ended) {
            left();
            activeSince = -1;
            ended = true;
            settle();
        }
        var consumed = consumed() + (again && is(Flaw.CHARGES_THE_SECOND_END) ? 1 : 0);
        var said = Map.of("reason", "player", "consumed", consumed, "released", ALLOCATION - consumed);
        if (line != null && !again) {
            say(line, "session_ended", 0, said);
        }
        return ok(
                200,
                Map.of(
                        "status",
                        "ended",
                        "consumed",
                        consumed,
                        "released",
                        ALLOCATION - consumed,
                        "distribution",
                        Map.of("owner", ownerShare(), "platform", consumed() - ownerShare(), "creator", 0),
                        "transactionId",
                        "t2"));
    }

    private long ownerShare() {
        var share = consumed() - consumed() * 25 / 100 - consumed() * 5 / 100;
        return is(Flaw.ROUNDS_THE_SPLIT_UP) ? share + 1 : share;
    }

    private void settle() {
        held = 0;
        balances.merge("player", is(Flaw.KEEPS_THE_CHANGE) ? -ALLOCATION : -consumed(), Long::sum);
        balances.put("earnings", ownerShare());
        if (!is(Flaw.HISTORY_LACKS_THE_HIRE)) {
            record("player", "hire", "out", consumed());
        }
        record("owner", "earning", "in", ownerShare());
    }

    private LoopbackServer.Reply review() {
        reviews++;
        if (reviews > 1 && !is(Flaw.TAKES_TWO_REVIEWS)) {
            reviews = 1;
            return ok(409, Map.of("code", "ALREADY_REVIEWED"));
        }
        return ok(201, Map.of("rating", 5));
    }

    private LoopbackServer.Reply books(String userId) {
        var wallets = balances.getOrDefault("player", 0L) + balances.getOrDefault("owner", 0L);
        var earnings = balances.getOrDefault("earnings", 0L);
        var revenue = ended ? consumed() - ownerShare() : 0;
        var totals = List.of(
                account("wallets", wallets - held),
                account("held", held),
                account("earnings", earnings),
                account("revenue", 150_000 + revenue - (is(Flaw.BOOKS_LACK_A_POSTING) && ended ? 1 : 0)),
                account("issuance", -wallets - earnings - 150_000 - revenue));
        var ones = List.of(
                account("wallet:" + userId, balances.getOrDefault(userId, 0L)),
                account("earnings:" + userId, "owner".equals(userId) ? earnings : 0));
        var accounts = userId.isEmpty() ? totals : ones;
        return ok(200, Map.of("accounts", accounts, "sums", Map.of("DOF", 0), "balanced", true));
    }

    private static Map<String, Object> account(String name, long balance) {
        return Map.of("account", name, "asset", "DOF", "balance", balance);
    }

    private ObjectNode record(String who, String type, String direction, long amount) {
        var entry = json.createObjectNode();
        entry.put("type", type).put("status", "completed").put("direction", direction);
        entry.put("currency", "DOF").put("amount", amount);
        histories.computeIfAbsent(who, _ -> new ArrayList<>()).add(entry);
        return entry;
    }

    private String receipt() {
        return (is(Flaw.SIGNS_WITH_ANOTHER_KEY) ? new ReceiptSigner() : signer)
                .sign("session-1", consumed() + (is(Flaw.SIGNS_ANOTHER_AMOUNT) ? 1 : 0));
    }

    private void say(LoopbackServer.Line to, String type, long seq, Map<String, ?> data) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("type", type);
        if (seq > 0) {
            frame.put("seq", seq);
        }
        frame.put("timestamp", clock.instant().toString());
        frame.put("data", data);
        to.send(written(frame));
    }

    private LoopbackServer.Reply ok(int status, Object body) {
        return ok(status, body, Map.of());
    }

    private LoopbackServer.Reply ok(int status, Object body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Content-Type", "application/json");
        return new LoopbackServer.Reply(status, all, written(body));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode parsed(String text) {
        try {
            return json.readTree(text.isEmpty() ? "{}" : text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
