package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import ai.jiga.store.e2e.Person.Hire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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
