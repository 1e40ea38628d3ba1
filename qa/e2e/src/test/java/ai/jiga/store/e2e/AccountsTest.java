package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Accounts that are opened twice, and passwords that are guessed.
@ExtendWith(RunningStore.class)
class AccountsTest {
    private final Client store;

    AccountsTest(Client store) {
        this.store = store;
    }

    @Test
    void anAddressIsRegisteredOnceHoweverItIsWritten() {
        Person player = Person.register(store);

        store.post("/auth/register", Person.registration(player.email())).isProblem(409, "EMAIL_TAKEN");
        store.post("/auth/register", Person.registration(player.email().toUpperCase(Locale.ROOT)))
                .isProblem(409, "EMAIL_TAKEN");
    }

    @Test
    void ofRegistrationsAtOnceOneWins() throws Exception {
        Map<String, Object> registration = Person.registration("race-" + UUID.randomUUID() + "@e2e.example");

        List<Answer> answers = Eventually.atOnce(4, () -> store.post("/auth/register", registration));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void whatIsNoRegistrationIsRefusedFieldByField() {
        Answer refused = store.post("/auth/register", Map.of("email", "", "displayName", ""))
                .isProblem(400, "VALIDATION_FAILED");

        assertThat(refused.json().findValuesAsText("field")).contains("email", "password", "displayName");
        store.post("/auth/register", Map.of("email", "c@e2e.example", "password", "1234567890", "displayName", "C"))
                .isProblem(422, "PASSWORD_TOO_COMMON");
    }

    @Test
    void whoGuessesPasswordsHasToWaitAndASignInThatIsThereGoesOn() {
        Person player = Person.register(store);
        Map<String, String> guess = Map.of("email", player.email(), "password", "wrong-lantern-orchard");
        for (int i = 0; i < 10; i++) {
            store.post("/auth/login", guess).isProblem(401, "INVALID_CREDENTIALS");
        }

        Answer refused = GuessingTest.slowedDown(store, player.email());

        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 10);
        store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                .isProblem(429, "RATE_LIMITED");
        player.client().get("/auth/user").is(200);
    }

    @Test
    void anAddressWithoutAnAccountIsAnsweredLikeAWrongPassword() {
        Person player = Person.register(store);

        Answer nobody = store.post(
                        "/auth/login", Map.of("email", "nobody@e2e.example", "password", "wrong-lantern-orchard"))
                .isProblem(401, "INVALID_CREDENTIALS");
        Answer wrong = store.post("/auth/login", Map.of("email", player.email(), "password", "wrong-lantern-orchard"))
                .isProblem(401, "INVALID_CREDENTIALS");

        assertThat(nobody.text("/detail")).isEqualTo(wrong.text("/detail"));
    }
}
