package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Passwords that are guessed, by one stranger or by many.
@ExtendWith(RunningStore.class)
class GuessingTest {
    private static final String HERE = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.9";

    private final Client store;

    GuessingTest(Client store) {
        this.store = store;
    }

    private static Answer signIn(Client store, String email, String password, String... headers) {
        return store.post("/auth/login", Map.of("email", email, "password", password), headers);
    }

    private static void failTenTimes(Client store, String email, String... headers) {
        for (int i = 0; i < 10; i++) {
            signIn(store, email, "wrong-lantern-orchard", headers).isProblem(401, "INVALID_CREDENTIALS");
        }
    }

    /// The pause after ten is short, and a busy machine may need it for the tenth answer: then the next counts.
    static Answer slowedDown(Client store, String email, String... headers) {
        return Eventually.see(
                        () -> signIn(store, email, "wrong-lantern-orchard", headers), answer -> answer.status() != 401)
                .isProblem(429, "RATE_LIMITED");
    }

    private static String cookie(Answer answer) {
        return answer.header("Set-Cookie").replaceFirst(";.*", "");
    }

    @Test
    void aStrangerDoesNotLockTheOwnerOutNeitherElsewhereNorOnADeviceOfTheirs(@TempDir Path room) throws Exception {
        try (StoreProcess behindAProxy =
                StoreProcess.start(room.resolve("data"), Map.of("JIGA_TRUSTED_PROXIES", "127.0.0.0/8,::1"))) {
            Client there = new Client(behindAProxy.url());
            String email = "ann@e2e.example";
            Answer registered = there.post("/auth/register", Person.registration(email), "X-Forwarded-For", ELSEWHERE)
                    .is(201);
            failTenTimes(there, email, "X-Forwarded-For", HERE);
            slowedDown(there, email, "X-Forwarded-For", HERE);

            Answer refused = signIn(there, email, Person.PASSWORD, "X-Forwarded-For", HERE)
                    .isProblem(429, "RATE_LIMITED");

            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 40);
            assertThat(refused.text("/detail")).contains("a device that you have signed in on before");
            signIn(there, email, Person.PASSWORD, "X-Forwarded-For", ELSEWHERE).is(200);
            signIn(there, email, Person.PASSWORD, "X-Forwarded-For", HERE, "Cookie", cookie(registered))
                    .is(200);
        }
    }

    @Test
    void whoWritesAddressesIntoAHeaderIsWhoTheyAre() {
        String email = Person.register(store).email();
        for (int i = 1; i <= 10; i++) {
            signIn(store, email, "wrong-lantern-orchard", "X-Forwarded-For", "203.0.113." + i)
                    .isProblem(401, "INVALID_CREDENTIALS");
        }

        slowedDown(store, email, "X-Forwarded-For", "203.0.113.11");
    }

    @Test
    void anAddressWithoutAnAccountIsSlowedDownAndToldSoInTheSameWords() {
        String known = Person.register(store).email();
        String unknown = "nobody-" + known;

        List<String> told = Stream.of(known, unknown)
                .map(email -> {
                    failTenTimes(store, email);
                    return slowedDown(store, email);
                })
                .map(refused -> refused.text("/detail").replaceAll("\\d+", "n"))
                .toList();

        assertThat(told.getLast()).isEqualTo(told.getFirst());
    }
}
