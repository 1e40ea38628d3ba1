package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A studio's keys, its tests and its players, from the outside.
@ExtendWith(RunningStore.class)
class KeysTest {
    private static final List<String> FOR_A_GAME =
            List.of("read:marketplace", "hire", "sessions", "wallet:read", "players");

    private final Client store;

    KeysTest(Client store) {
        this.store = store;
    }

    private static Answer key(Person owner, String kind, String mode, Map<String, Object> more) {
        var request = new HashMap<String, Object>(more);
        request.put("name", "Game");
        request.put("kind", kind);
        request.put("mode", mode);
        if (kind.equals("secret")) {
            request.putIfAbsent("scopes", FOR_A_GAME);
        }
        return owner.client().post("/api-keys", request).is(201);
    }

    private Client secret(Person owner, String mode) {
        return store.as(key(owner, "secret", mode, Map.of()).text("/key"));
    }

    private static Answer hire(Client client, long allocation) {
        return client.post("/marketplace/scout-observer-001/hire", Map.of("dofAllocation", allocation));
    }

    @Test
    void aKeyHiresTalksAndIsChargedToItsAccount() {
        Person studio = Person.withSilver(store);
        Client server = secret(studio, "live");
        Answer hired = hire(server, 10_000).is(201);
        String session = hired.text("/sessionId");

        try (SessionLine line = SessionLine.open(
                server.base().toString().replaceFirst("http", "ws") + "/ws/session/" + session,
                "Authorization",
                "Bearer " + server.token())) {
            line.hear("session_started");
            line.say(1, "Who are you?");
        }
        long consumed = server.delete("/sessions/" + session).is(200).amount("/consumed");

        assertThat(consumed).isGreaterThanOrEqualTo(100);
        assertThat(studio.wallet().balance()).isEqualTo(Person.SILVER - consumed);
        Eventually.see(
                () -> studio.client()
                        .get("/api-keys/" + studio.client().get("/api-keys").text("/items/0/id") + "/usage"),
                usage -> usage.at("/items/0/dofSpent").asLong() == consumed);
    }

    @Test
    void aTestKeyPaysWithWhatIsWorthNothingAndLeavesNoTrace() {
        Person studio = Person.withSilver(store);
        Client tester = secret(studio, "test");
        hire(tester, 10_000).isProblem(402, "INSUFFICIENT_DOFS");
        store.as(key(studio, "secret", "test", Map.of("scopes", List.of("wallet:write")))
                        .text("/key"))
                .post("/profile/wallet/test-funds", Map.of("amount", 50_000))
                .is(201);
        String session = hire(tester, 10_000).is(201).text("/sessionId");

        try (SessionLine line = SessionLine.open(
                tester.base().toString().replaceFirst("http", "ws") + "/ws/session/" + session,
                "Authorization",
                "Bearer " + tester.token())) {
            assertThat(line.hear("session_started").text("runtime")).isEqualTo("builtin");
            line.say(1, "Who are you?");
        }
        Answer ended = tester.delete("/sessions/" + session).is(200);

        assertThat(ended.amount("/consumed")).isGreaterThanOrEqualTo(100);
        assertThat(ended.amount("/distribution/owner")).isZero();
        Answer wallet = tester.get("/profile/wallet").is(200);
        assertThat(wallet.text("/currency")).isEqualTo("DOF_TEST");
        assertThat(wallet.amount("/balance")).isEqualTo(50_000 - ended.amount("/consumed"));
        assertThat(studio.wallet().balance()).isEqualTo(Person.SILVER);
        String receipt = tester.get("/sessions/" + session + "/receipt").is(200).text("/receipt");
        assertThat(new String(Base64.getUrlDecoder().decode(receipt.split("[.]")[1]), StandardCharsets.UTF_8))
                .contains("\"currency\":\"DOF_TEST\"");
        studio.client().get("/sessions/" + session).isProblem(404, "SESSION_NOT_FOUND");
        studio.client().get("/transactions/" + session).isProblem(404, "TRANSACTION_NOT_FOUND");
        tester.post("/sessions/" + session + "/review", Map.of("rating", 5, "comment", "Fine."))
                .isProblem(403, "NOT_FOR_KEYS");
    }

    @Test
    void aSecretKeyInABrowserIsRefusedAndAPublishableOneReadsFromItsPagesAlone() {
        Person studio = Person.register(store);
        secret(studio, "live")
                .send("GET", "/marketplace", null, "Origin", "https://play.example")
                .isProblem(403, "SECRET_KEY_IN_BROWSER");
        secret(studio, "live")
                .send("GET", "/marketplace", null, "Sec-Fetch-Site", "same-origin")
                .isProblem(403, "SECRET_KEY_IN_BROWSER");
        // As Node's own client does.
        secret(studio, "live")
                .send("GET", "/marketplace", null, "Sec-Fetch-Mode", "cors")
                .is(200);

        Client page =
                store.as(key(studio, "publishable", "live", Map.of("allowedOrigins", List.of("https://play.example")))
                        .text("/key"));
        Answer read = Eventually.see(
                () -> page.send("GET", "/marketplace", null, "Origin", "https://play.example"),
                answer -> answer.headers()
                        .firstValue("Access-Control-Allow-Origin")
                        .isPresent());
        assertThat(read.is(200).header("Access-Control-Allow-Origin")).isEqualTo("https://play.example");
        assertThat(read.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        page.send("GET", "/marketplace", null, "Origin", "https://evil.example").isProblem(403, "KEY_NOT_ALLOWED_HERE");
        page.send("GET", "/marketplace", null, "Origin", "null").isProblem(403, "KEY_NOT_ALLOWED_HERE");
        page.get("/profile/wallet").isProblem(401, "UNAUTHORIZED");
        hire(page, 10_000).isProblem(401, "UNAUTHORIZED");
    }

    @Test
    void aChangeTakesAwayWhatIsNullAndLeavesWhatItDoesNotName() {
        Person studio = Person.register(store);
        Answer made = key(
                studio,
                "secret",
                "live",
                Map.of("expiresAt", "2099-01-01T00:00:00Z", "budgets", Map.of("day", 1_000, "total", 3_000)));
        String key = "/api-keys/" + made.text("/id");

        studio.client().patch(key, "{\"budgets\":{\"day\":5000}}").is(200);
        Answer raised = studio.client().get("/api-keys").is(200);
        assertThat(raised.at("/items/0/budgets").toString()).isEqualTo("{\"day\":5000,\"total\":3000}");
        assertThat(raised.text("/items/0/expiresAt")).isEqualTo("2099-01-01T00:00:00Z");

        Answer freed = studio.client()
                .patch(key, "{\"expiresAt\":null,\"budgets\":{\"day\":null}}")
                .is(200);
        assertThat(freed.at("/budgets").toString()).isEqualTo("{\"total\":3000}");
        assertThat(freed.at("/expiresAt").isMissingNode()).isTrue();
        studio.client().patch(key, "{\"budgets\":{\"day\":\"much\"}}").isProblem(400, "VALIDATION_FAILED");
        studio.client().patch(key, "{\"budgets\":{\"dya\":1}}").isProblem(400, "UNKNOWN_MEMBER");
        studio.client().post("/api-keys", Map.of("name", "No kind")).isProblem(400, "VALIDATION_FAILED");
    }

    @Test
    void aPlayersTokenSaysItsRealEndAndAnEmptyListOfAgentsIsNoList() {
        Person studio = Person.register(store);
        Client server = store.as(key(
                        studio,
                        "secret",
                        "live",
                        Map.of(
                                "scopes",
                                List.of("players", "hire"),
                                "expiresAt",
                                Instant.now().plusSeconds(60).toString()))
                .text("/key"));

        Answer token = server.post("/players/p-1/tokens", Map.of()).is(201);
        assertThat(token.amount("/expiresIn")).isBetween(1L, 60L);
        server.post("/players/p-1/tokens", Map.of("spends", "studio", "cap", Map.of("day", 5_000, "agents", List.of())))
                .isProblem(400, "VALIDATION_FAILED");
        server.post("/players/p-1/tokens", Map.of("cap", Map.of("agents", List.of("scout-observer-001"))))
                .isProblem(422, "CAP_NEEDS_STUDIO");
    }

    @Test
    void aKeyForOtherAddressesIsRefusedHere() {
        Person studio = Person.register(store);

        store.as(key(studio, "secret", "live", Map.of("allowedAddresses", List.of("203.0.113.0/24")))
                        .text("/key"))
                .get("/marketplace")
                .isProblem(403, "KEY_NOT_ALLOWED_HERE");
        store.as(key(studio, "secret", "live", Map.of("allowedAddresses", List.of("127.0.0.0/8", "::1")))
                        .text("/key"))
                .get("/marketplace")
                .is(200);
    }

    @Test
    void aKeyThatIsDeletedIsRefusedAtOnceAndSoAreItsPlayers() {
        Person studio = Person.register(store);
        Answer made = key(studio, "secret", "live", Map.of());
        Client server = store.as(made.text("/key"));
        Client player =
                store.as(server.post("/players/kim/tokens", Map.of()).is(201).text("/token"));
        player.get("/profile/wallet").is(200);

        studio.client().delete("/api-keys/" + made.text("/id")).is(204);

        server.get("/marketplace").isProblem(401, "INVALID_TOKEN");
        player.get("/profile/wallet").isProblem(401, "INVALID_TOKEN");
    }

    @Test
    void eachKeyAndEachPlayerHasALimitOfTheirOwn(@TempDir Path room) throws Exception {
        try (StoreProcess limited = StoreProcess.start(room.resolve("data"), Map.of("JIGA_RATE_LIMIT_USER", "10"))) {
            Client there = new Client(limited.url());
            Person studio = Person.register(there);
            Client server = there.as(key(studio, "secret", "live", Map.of()).text("/key"));
            Client player = there.as(
                    server.post("/players/kim/tokens", Map.of()).is(201).text("/token"));

            // The limit is of a minute of the clock: one may end meanwhile.
            Eventually.see(() -> server.get("/marketplace/categories"), answer -> answer.status() == 429);

            player.get("/profile/wallet").is(200);
            studio.client().get("/api-keys").is(200);
        }
    }

    @Test
    void aPlayerSpendsTheStudiosWithinACapAndNoFurther() {
        Person studio = Person.withSilver(store);
        Client server = secret(studio, "live");
        Client player = store.as(server.post(
                        "/players/kim/tokens",
                        Map.of("displayName", "Kim", "spends", "studio", "cap", Map.of("day", 5_000)))
                .is(201)
                .text("/token"));

        Answer refused = hire(player, 5_001).isProblem(402, "BUDGET_EXCEEDED");
        assertThat(refused.text("/budget")).isEqualTo("day");
        assertThat(refused.amount("/limit")).isEqualTo(5_000);
        String session = hire(player, 5_000).is(201).text("/sessionId");

        assertThat(studio.wallet().held()).isEqualTo(5_000);
        assertThat(player.get("/profile/wallet").is(200).amount("/balance")).isZero();
        studio.client().get("/sessions/" + session).isProblem(404, "SESSION_NOT_FOUND");
        player.delete("/sessions/" + session).is(200);
        assertThat(studio.wallet().available()).isEqualTo(Person.SILVER);
    }

    @Test
    void whoPaysForASessionMayEndItAndWhatIsPaidForBeginsNow() {
        Person studio = Person.withSilver(store);
        Answer made = key(studio, "secret", "live", Map.of());
        Client player = store.as(store.as(made.text("/key"))
                .post(
                        "/players/kim/tokens",
                        Map.of(
                                "spends",
                                "studio",
                                "cap",
                                Map.of("day", 50_000, "agents", List.of("scout-observer-001"))))
                .is(201)
                .text("/token"));
        player.post("/marketplace/echo-assistant-001/hire", Map.of("dofAllocation", 10_000))
                .isProblem(403, "AGENT_NOT_PAID_FOR");
        player.post(
                        "/marketplace/scout-observer-001/hire",
                        Map.of(
                                "dofAllocation",
                                10_000,
                                "startTime",
                                Instant.now().plusSeconds(86_400).toString()))
                .isProblem(422, "INVALID_START_TIME");
        player.post("/transactions/purchase", Person.purchase("bronze")).isProblem(403, "NOT_FOR_KEYS");
        String session = hire(player, 10_000).is(201).text("/sessionId");
        studio.client().delete("/api-keys/" + made.text("/id")).is(204);

        Person.register(store).client().delete("/sessions/" + session).isProblem(404, "SESSION_NOT_FOUND");
        studio.client().delete("/sessions/" + session).is(200);

        assertThat(studio.wallet().available()).isEqualTo(Person.SILVER);
    }

    @Test
    void aKeyForTheMarketplaceFindsNoDraftBesideIt() {
        Person owner = Person.withSilver(store);
        String draft = Variant.by(owner).id();
        Client reader = store.as(key(owner, "secret", "live", Map.of("scopes", List.of("read:marketplace")))
                .text("/key"));

        owner.client().get("/agents/" + draft).is(200);
        reader.get("/agents/" + draft).isProblem(404, "AGENT_NOT_FOUND");
        reader.get("/agents/scout-observer-001").is(200);
    }

    @Test
    void aPlayerClaimsTheAccountAndKeepsWhatIsInIt() {
        Person studio = Person.withSilver(store);
        Answer token = secret(studio, "live")
                .post("/players/kim/tokens", Map.of("displayName", "Kim"))
                .is(201);
        Client player = store.as(token.text("/token"));
        String email = "kim-" + token.text("/player/userId") + "@e2e.example";
        // The wallet is opened a moment after the account.
        Eventually.see(
                        () -> studio.client()
                                .post(
                                        "/transactions/transfer",
                                        Map.of("toUserId", token.text("/player/userId"), "amount", 1_000)),
                        answer -> answer.status() != 404)
                .is(201);

        Answer claimed = player.post("/players/claim", Map.of("email", email, "password", Person.PASSWORD))
                .is(200);

        assertThat(claimed.text("/user/displayName")).isEqualTo("Kim");
        assertThat(store.as(claimed.text("/accessToken")).get("/profile/wallet").amount("/available"))
                .isEqualTo(1_000);
        player.get("/profile/wallet").isProblem(401, "INVALID_TOKEN");
        store.post("/auth/login", Map.of("email", email, "password", Person.PASSWORD))
                .is(200);
    }
}
