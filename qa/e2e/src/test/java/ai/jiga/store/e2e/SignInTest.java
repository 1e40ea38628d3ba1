package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// How a sign-in goes on, and how it ends.
@ExtendWith(RunningStore.class)
class SignInTest {
    private final Client store;

    SignInTest(Client store) {
        this.store = store;
    }

    private static Answer signIn(Client store, Person player) {
        return store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                .is(200);
    }

    private static void signOut(Client store, Answer signIn) {
        store.post("/auth/logout", Map.of("refreshToken", signIn.text("/refreshToken")))
                .is(204);
    }

    /// As a browser keeps it.
    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    @Test
    void tabsThatRefreshAtOnceStaySignedIn() throws Exception {
        Answer signIn = signIn(store, Person.register(store));
        String cookie = cookie(signIn);
        String held = signIn.text("/refreshToken");
        for (int turn = 0; turn < 8; turn++) {
            var body = Map.of("refreshToken", held);
            List<Answer> answers = Eventually.atOnce(
                    turn % 2 == 0 ? 2 : 10, () -> store.post("/auth/refresh", body, "Cookie", cookie));

            answers.forEach(answer -> answer.is(200));
            assertThat(answers.stream().map(answer -> answer.text("/refreshToken")))
                    .containsOnly(answers.getFirst().text("/refreshToken"));
            store.as(answers.getLast().text("/accessToken")).get("/auth/user").is(200);
            held = answers.getFirst().text("/refreshToken");
        }
        // By somebody who does not show the device it is reuse.
        store.post("/auth/refresh", Map.of("refreshToken", signIn.text("/refreshToken")))
                .isProblem(401, "REFRESH_TOKEN_REUSED");
        store.post("/auth/refresh", Map.of("refreshToken", held), "Cookie", cookie)
                .is(401);
    }

    @Test
    void aClientWithoutCookiesSendsItsDeviceInTheBody() {
        Person player = Person.register(store);
        Answer first = signIn(store, player);
        var again = Map.of(
                "email", player.email(),
                "password", Person.PASSWORD,
                "deviceToken", first.text("/deviceToken"));

        String device = store.post("/auth/login", again).is(200).text("/deviceToken");

        var refresh = Map.of("refreshToken", first.text("/refreshToken"), "deviceToken", device);
        Answer second = store.post("/auth/refresh", refresh).is(200);
        assertThat(store.post("/auth/refresh", refresh).is(200).text("/refreshToken"))
                .isEqualTo(second.text("/refreshToken"));
        assertThat(second.json().has("deviceToken")).isFalse();
        assertThat(second.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theCookieIsForThisSiteAloneOutOfReachOfScriptsAndOpensNothing() {
        Answer signIn = signIn(store, Person.register(store));

        assertThat(signIn.header("Set-Cookie").split("; ?"))
                .hasSize(5)
                .contains("Path=/api/v1/auth", "HttpOnly", "SameSite=Lax", "Max-Age=34560000")
                .anyMatch(part -> part.equals("jiga_device=" + signIn.text("/deviceToken")));
        assertThat(signIn.header("Cache-Control")).isEqualTo("no-store");
        store.get("/auth/user", "Cookie", cookie(signIn)).isProblem(401, "UNAUTHORIZED");
        store.as(signIn.text("/deviceToken")).get("/auth/user").isProblem(401, "INVALID_TOKEN");
        store.post("/auth/refresh", Map.of("refreshToken", signIn.text("/deviceToken")), "Cookie", cookie(signIn))
                .isProblem(401, "INVALID_TOKEN");
    }

    @Test
    void aPageOfTheStoreKeepsWhatRenewsItsSignInWhereNoScriptReadsIt() {
        Person player = Person.register(store);
        var here = Map.of("email", player.email(), "password", Person.PASSWORD, "cookie", true);
        Answer signIn =
                store.post("/auth/login", here, "Sec-Fetch-Site", "same-origin").is(200);
        List<String> set = signIn.headers("Set-Cookie");

        assertThat(signIn.json().has("refreshToken")).isFalse();
        assertThat(signIn.json().has("deviceToken")).isFalse();
        assertThat(set)
                .hasSize(2)
                .anySatisfy(cookie -> assertThat(cookie.split("; ?"))
                        .hasSize(5)
                        .contains("Path=/api/v1/auth", "HttpOnly", "SameSite=Strict", "Max-Age=2592000")
                        .anyMatch(part -> part.startsWith("jiga_refresh=")));

        String cookies = cookies(set);
        Answer next =
                store.send("POST", "/auth/refresh", null, "Cookie", cookies).is(200);
        assertThat(next.json().has("refreshToken")).isFalse();
        store.as(next.text("/accessToken")).get("/auth/user").is(200);
        // Another tab, with the cookie of before.
        assertThat(cookies(store.send("POST", "/auth/refresh", null, "Cookie", cookies)
                        .is(200)
                        .headers("Set-Cookie")))
                .isEqualTo(cookies(next.headers("Set-Cookie")));

        String device = set.stream()
                .filter(one -> one.startsWith("jiga_device"))
                .findFirst()
                .orElseThrow();
        String now = cookies(List.of(device, next.header("Set-Cookie")));
        Answer out = store.post("/auth/logout", Map.of("cookie", true), "Cookie", now)
                .is(204);
        assertThat(out.header("Set-Cookie")).startsWith("jiga_refresh=; ").contains("Max-Age=0");
        store.send("POST", "/auth/refresh", null, "Cookie", now).isProblem(401, "INVALID_TOKEN");
        store.as(next.text("/accessToken")).get("/auth/user").isProblem(401, "INVALID_TOKEN");
    }

    @Test
    void whereOneIsSignedInCanBeSeenAndEnded() {
        Person player = Person.register(store);
        Answer there = store.post(
                        "/auth/login",
                        Map.of("email", player.email(), "password", Person.PASSWORD),
                        "User-Agent",
                        "  A phone  ")
                .is(200);
        Client here = player.client();

        Answer list = here.get("/auth/sign-ins").is(200);
        assertThat(list.at("/items")).hasSize(2);
        assertThat(list.text("/items/0/client")).isEqualTo("A phone");
        assertThat(list.at("/items/0/current").asBoolean()).isFalse();
        assertThat(list.at("/items/1/current").asBoolean()).isTrue();
        String other = list.text("/items/0/id");

        Person.register(store).client().delete("/auth/sign-ins/" + other).isProblem(404, "SIGN_IN_NOT_FOUND");
        store.as(there.text("/accessToken")).get("/auth/user").is(200);
        here.delete("/auth/sign-ins/" + other).is(204);
        here.delete("/auth/sign-ins/" + other).is(204);
        store.as(there.text("/accessToken")).get("/auth/user").isProblem(401, "INVALID_TOKEN");
        store.post("/auth/refresh", Map.of("refreshToken", there.text("/refreshToken")))
                .isProblem(401, "INVALID_TOKEN");
        assertThat(here.get("/auth/sign-ins").is(200).at("/items")).hasSize(1);
    }

    @Test
    void theCookieOfASignInIsTakenFromNoOtherPage() {
        Person player = Person.register(store);
        var here = Map.of("email", player.email(), "password", Person.PASSWORD, "cookie", true);
        String cookies = cookies(store.post("/auth/login", here).is(200).headers("Set-Cookie"));

        for (String[] page : new String[][] {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "same-site"}
        }) {
            store.send("POST", "/auth/refresh", null, "Cookie", cookies, page[0], page[1])
                    .isProblem(403, "ORIGIN_NOT_ALLOWED");
            store.post("/auth/logout", Map.of("cookie", true), "Cookie", cookies, page[0], page[1])
                    .isProblem(403, "ORIGIN_NOT_ALLOWED");
            store.post("/auth/login", here, page[0], page[1]).isProblem(403, "ORIGIN_NOT_ALLOWED");
        }
        store.send("POST", "/auth/refresh", null, "Cookie", cookies).is(200);
        store.send("POST", "/auth/refresh", null).isProblem(401, "INVALID_TOKEN");
    }

    private static String cookies(List<String> set) {
        return set.stream()
                .map(cookie -> cookie.replaceFirst(";.*", ""))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    @Test
    void signingOutEndsTheAccessTokenTooAndNoOtherSignIn() {
        Person player = Person.register(store);
        Answer signIn = signIn(store, player);
        Client there = store.as(signIn.text("/accessToken"));
        there.get("/auth/user").is(200);

        signOut(store, signIn);

        there.get("/auth/user").isProblem(401, "INVALID_TOKEN");
        there.get("/marketplace").isProblem(401, "INVALID_TOKEN");
        player.client().get("/auth/user").is(200);
        player.client().send("POST", "/auth/logout", null).is(204);
        player.client().get("/auth/user").isProblem(401, "INVALID_TOKEN");
        store.as(signIn(store, player).text("/accessToken")).get("/auth/user").is(200);
    }

    @Test
    void whatASignInOpenedEndsWithIt() {
        Person owner = Person.withSilver(store);
        Answer signIn = signIn(store, owner);
        Person player = new Person(store.as(signIn.text("/accessToken")), owner.id(), owner.email());
        Hire hire = player.hires(Variant.SCOUT, 10_000);
        String ticket = player.client()
                .send("POST", "/sessions/" + hire.session() + "/connection", null)
                .is(200)
                .text("/ticket");
        try (SessionLine line = SessionLine.open(player, hire.session())) {
            line.hear("session_started");

            signOut(store, signIn);

            assertThat(line.closed()).isEqualTo(4003);
        }
        for (String unused : new String[] {ticket, hire.ticket()}) {
            assertThat(SessionLine.refusal(SessionLine.withTicket(hire.url(), unused)))
                    .isEqualTo(401);
        }
        assertThat(SessionLine.refusal(
                        hire.url(), "Authorization", "Bearer " + player.client().token()))
                .isEqualTo(401);
        Eventually.see(
                () -> owner.session(hire.session()),
                session -> session.text("/status").equals("paused"));
        try (SessionLine line = SessionLine.open(owner, hire.session())) {
            line.hear("session_started");
        }
        owner.ends(hire.session());
    }

    @Test
    void aRestartBringsNoTokenBack(@TempDir Path room) throws Exception {
        Person player;
        Answer signIn;
        String port;
        try (StoreProcess first = StoreProcess.start(room.resolve("data"))) {
            port = String.valueOf(first.url().getPort());
            Client there = new Client(first.url());
            player = Person.register(there);
            signIn = signIn(there, player);
            signOut(there, signIn);
            assertThat(first.stop(Duration.ofSeconds(10))).isIn(0, 143);
        }
        // At the same address, or its tokens would be another store's.
        try (StoreProcess second = StoreProcess.start(room.resolve("data"), Map.of("JIGA_PORT", port))) {
            Client there = new Client(second.url());
            there.as(signIn.text("/accessToken")).get("/auth/user").isProblem(401, "INVALID_TOKEN");
            there.as(String.valueOf(player.client().token())).get("/auth/user").is(200);
        }
    }
}
