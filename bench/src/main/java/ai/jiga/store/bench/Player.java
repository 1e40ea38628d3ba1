package ai.jiga.store.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/// A player with a full wallet, who hires the same agent over and over.
final class Player {
    private static final String PURCHASE =
            "{\"package\":\"silver\",\"paymentMethod\":\"sandbox\",\"returnUrl\":\"http://localhost\"}";

    /// DOF of that package: enough for thousands of hires with a chat message each.
    private static final long SILVER = 500_000;

    private static final String HIRE = "{\"dofAllocation\":5000}";

    private final StoreApi api;
    private final String token;
    private final String listing;
    private final AtomicLong spent = new AtomicLong();

    private Player(StoreApi api, String token, String listing) {
        this.api = api;
        this.token = token;
        this.listing = listing;
    }

    /// Registers and buys DOF.
    ///
    /// @param listing whose agent is hired
    static Player register(StoreApi api, int number, String listing) throws IOException {
        JsonNode registered = api.post(
                "/auth/register",
                null,
                "{\"email\":\"player-%d@bench.example\",\"password\":\"river-lantern-orchard\",\"displayName\":\"Player\"}"
                        .formatted(number));
        String token = registered.path("accessToken").asText();
        JsonNode order = api.post("/transactions/purchase", token, PURCHASE);
        api.post(order.path("checkoutUrl").asText() + "/pay", token, "{\"card\":\"success\"}");
        return new Player(api, token, listing);
    }

    String token() {
        return token;
    }

    /// The main job once: hire, connect, one action that is charged, end; settled when it comes back.
    void play(Steps steps) throws Exception {
        JsonNode hire = steps.hire().time(() -> api.post("/marketplace/" + listing + "/hire", token, HIRE));
        String session = hire.path("sessionId").asText();
        try (SessionTalk talk = steps.connect().time(() -> new SessionTalk(api, hire.path("connection")))) {
            steps.action().time(() -> talk.say(1, "Who are you?"));
            JsonNode ended = steps.end().time(() -> api.delete("/sessions/" + session, token));
            spent.addAndGet(ended.path("consumed").asLong());
        }
    }

    /// A fast answer that is wrong is no answer: nothing is held any more, and what is left is what was not charged.
    ///
    /// @throws IllegalStateException when it is not so
    void checkWallet() throws IOException {
        JsonNode wallet = api.get("/profile/wallet", token);
        long left = SILVER - spent.get();
        if (wallet.path("held").asLong() != 0 || wallet.path("balance").asLong() != left) {
            throw new IllegalStateException("After the hires " + left + " DOF should be left; the wallet is " + wallet);
        }
    }

    /// What the parts of the main job took.
    record Steps(Latencies hire, Latencies connect, Latencies action, Latencies end) {
        Steps() {
            this(new Latencies(), new Latencies(), new Latencies(), new Latencies());
        }

        long settled() {
            return end.count();
        }
    }
}
