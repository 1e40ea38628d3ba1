package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStore.class)
class OperatorTest {
    private final Client anybody;
    private Client operator;

    OperatorTest(Client anybody) {
        this.anybody = anybody;
        this.operator = anybody;
    }

    @BeforeEach
    void signIn() {
        operator = Person.operator(anybody).client();
    }

    private static List<String> texts(Answer page, String member) {
        return StreamSupport.stream(page.at("/items").spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }

    @Test
    void aUserIsFoundKeptOutAndLetInAgain() {
        Person ann = Person.register(anybody);
        assertThat(texts(operator.get("/admin/users?q=" + ann.email()).is(200), "id"))
                .containsExactly(ann.id());

        operator.post("/admin/users/" + ann.id() + "/suspend", Map.of("reason", "spam"))
                .is(200);

        ann.client().get("/profile").isProblem(401, "INVALID_TOKEN");
        var login = Map.of("email", ann.email(), "password", Person.PASSWORD);
        assertThat(anybody.post("/auth/login", login)
                        .isProblem(403, "ACCOUNT_SUSPENDED")
                        .text("/reason"))
                .isEqualTo("spam");
        operator.post("/admin/users/" + ann.id() + "/restore", Map.of("reason", "a mistake"))
                .is(200);
        anybody.post("/auth/login", login).is(200);
        assertThat(texts(operator.get("/admin/audit?subject=" + ann.id()).is(200), "act"))
                .containsExactly("user.restore", "user.suspend");
        operator.get("/admin/audit?subject=x&act=y").isProblem(400, "VALIDATION_FAILED");
    }

    @Test
    void aUserIsGivenDofOutOfTheTreasuryAndTold() {
        Person ann = Person.register(anybody);
        var wish = Map.of("amount", 5_000, "reason", "for yesterday");
        String path = "/admin/users/" + ann.id() + "/grants";

        Answer first = operator.post(path, wish, "Idempotency-Key", "grant-" + ann.id())
                .is(201);
        Answer again = operator.post(path, wish, "Idempotency-Key", "grant-" + ann.id())
                .is(201);

        assertThat(again.replayed()).isTrue();
        assertThat(again.text("/transactionId")).isEqualTo(first.text("/transactionId"));
        assertThat(ann.wallet().available()).isEqualTo(5_000);
        JsonNode told = Eventually.see(
                () -> ann.client().get("/notifications").is(200).at("/items/0"), entry -> !entry.isMissingNode());
        assertThat(told.at("/params/transactionType").asText()).isEqualTo("grant");
        assertThat(told.at("/params/amount").asLong()).isEqualTo(5_000);
    }

    @Test
    void aListingIsTakenDownAndLetUpAndItsOwnerIsTold() {
        Person owner = Person.withSilver(anybody);
        Variant variant = Variant.by(owner);
        variant.publish("A ranger").is(200);

        operator.patch("/admin/listings/" + variant.id(), Map.of("status", "suspended", "reason", "spam"))
                .is(200);

        anybody.get("/marketplace/" + variant.id()).isProblem(404, "LISTING_NOT_FOUND");
        assertThat(owner.client().get("/marketplace/" + variant.id()).is(200).text("/moderation/reason"))
                .isEqualTo("spam");
        assertThat(texts(operator.get("/admin/listings?ownerId=" + owner.id()).is(200), "status"))
                .containsExactly("suspended");
        Eventually.see(
                () -> texts(owner.client().get("/notifications").is(200), "kind"),
                kinds -> kinds.contains("listing_moderated"));
        operator.patch("/admin/listings/" + variant.id(), Map.of("status", "active", "reason", "mended"))
                .is(200);
        anybody.get("/marketplace/" + variant.id()).is(200);
    }

    @Test
    void aListingIsShownFirstForAWhile() {
        String listing = "scout-observer-001";
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        assertThat(operator.put("/admin/featured/" + listing, Map.of("position", 900, "from", tomorrow.toString()))
                        .is(200)
                        .at("/shown")
                        .asBoolean())
                .isFalse();
        assertThat(texts(operator.get("/admin/featured").is(200), "listingId")).contains(listing);
        operator.delete("/admin/featured/" + listing).is(204);
        assertThat(texts(operator.get("/admin/featured").is(200), "listingId")).doesNotContain(listing);
    }

    @Test
    void anybodysSessionIsEndedByAnOperatorAndPaid() {
        Person ann = Person.withSilver(anybody);
        String session = ann.hires("scout-observer-001", 10_000).session();
        assertThat(texts(operator.get("/admin/sessions?limit=100").is(200), "id"))
                .contains(session);

        Answer ended = operator.post("/admin/sessions/" + session + "/end", Map.of("reason", "it hangs"))
                .is(200);

        assertThat(ended.text("/endReason")).isEqualTo("ended_by_operator");
        Eventually.see(() -> ann.wallet().held(), held -> held == 0);
        assertThat(texts(operator.get("/admin/audit?act=session.end").is(200), "subject"))
                .contains(session);
    }

    @Test
    void theAuditHasNoEndThatWasThePlayersOwn() throws Exception {
        Person ann = Person.withSilver(anybody);
        for (int round = 0; round < 3; round++) {
            String session = ann.hires("scout-observer-001", 10_000).session();
            var first = new AtomicBoolean(true);

            Eventually.atOnce(
                    2,
                    () -> first.getAndSet(false)
                            ? ann.ends(session)
                            : operator.post("/admin/sessions/" + session + "/end", Map.of("reason", "it hangs")));

            boolean isOperators =
                    ann.session(session).is(200).text("/endReason").equals("ended_by_operator");
            assertThat(texts(operator.get("/admin/audit?subject=" + session).is(200), "act"))
                    .hasSize(isOperators ? 1 : 0);
        }
    }

    @Test
    void todaysRevenueIsKnownAndDaysAndTimesAreWhatTheyAreElsewhere() {
        Answer revenue = operator.get("/admin/revenue").is(200);

        assertThat(revenue.at("/days")).isNotEmpty();
        for (String noDay : List.of("2026-13-01", "2026-11-29T12:00:00Z", "")) {
            operator.get("/admin/revenue?from=" + noDay).isProblem(400, "VALIDATION_FAILED");
        }
        for (String noTime : List.of("2026-11-29", "yesterday", "")) {
            operator.get("/admin/audit?since=" + noTime).isProblem(400, "VALIDATION_FAILED");
        }
        operator.get("/admin/audit?since=2026-11-29T23:00:00-23:59").is(200);
    }
}
