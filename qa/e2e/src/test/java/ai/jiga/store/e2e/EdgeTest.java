package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every address of the store.
@ExtendWith(RunningStore.class)
class EdgeTest {
    private final Client store;

    EdgeTest(Client store) {
        this.store = store;
    }

    @Test
    void itSaysThatItIsAliveAndReady() {
        assertThat(store.get(store.url("/health")).is(200).text("/status")).isEqualTo("healthy");
        Answer ready = store.get(store.url("/ready")).is(200);
        assertThat(ready.text("/status")).isEqualTo("healthy");
        assertThat(ready.json().findValuesAsText("name")).contains("documents");
    }

    @Test
    void itDescribesItselfWithEveryAddressOfItsOwnOnly() {
        Answer described =
                store.get(store.url("/openapi"), "Accept", "application/json").is(200);

        assertThat(described.text("/openapi")).startsWith("3.1");
        assertThat(described.at("/paths").properties())
                .extracting(path -> path.getKey())
                .contains("/api/v1/marketplace/{listingId}/hire", "/api/v1/sessions/{id}")
                .noneMatch(path -> path.contains("internal") || path.startsWith("/q/"));
    }

    @Test
    void itsDescriptionIsAPageWithoutInlineScript() {
        Answer page = store.get(store.url("/docs")).is(200);

        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.content())
                .contains("<script")
                .doesNotContainPattern("<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q",
                "/q/health",
                "/q/metrics",
                "/q/openapi",
                "/q/swagger-ui",
                "/q/dev",
                "/internal",
                "/internal/users",
                "/api/v1/internal",
                "/webjars/swagger-ui/index.html",
                "/api/v2/agents",
                "/.env",
                "/%2e%2e/etc/passwd"
            })
    void nothingElseAnswers(String path) {
        assertThat(store.get(store.url(path)).status()).isIn(400, 404);
    }

    @Test
    void everyAnswerCarriesItsSecurityHeadersAndItsRequestId() {
        for (Answer answer : new Answer[] {
            store.get("/marketplace"), store.get("/nothing/here"), store.get(store.url("/docs")), store.get("/profile")
        }) {
            assertThat(answer.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline'; script");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            // It came over plain HTTP.
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            assertThat(answer.header("Date")).endsWith("GMT");
            assertThat(answer.header("Referrer-Policy")).isNotEmpty();
            assertThat(answer.header("X-Request-Id")).isNotEmpty();
        }
        assertThat(store.get("/marketplace", "X-Request-Id", "seen-by-me-1").header("X-Request-Id"))
                .isEqualTo("seen-by-me-1");
        assertThat(store.get("/nothing/here", "X-Request-Id", "seen-by-me-2").text("/requestId"))
                .isEqualTo("seen-by-me-2");
    }

    @Test
    void whatIsNotThereIsAProblem() {
        store.get("/nothing/here").isProblem(404, "NOT_FOUND");
        store.get(store.url("/nothing")).isProblem(404, "NOT_FOUND");
        store.get("/agents/no-such-agent").isProblem(404, "AGENT_NOT_FOUND");
        store.get("/marketplace/no-such-listing").isProblem(404, "LISTING_NOT_FOUND");
    }

    @Test
    void aMethodThatIsNotTakenIsAProblem() {
        store.send("PATCH", "/auth/login", Map.of()).isProblem(405, "METHOD_NOT_ALLOWED");
        store.delete("/marketplace").isProblem(405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void aBodyThatIsTooLargeIsAProblem() {
        store.post("/auth/login", Map.of("email", "a".repeat(1_100_000), "password", "b"))
                .isProblem(413, "BODY_TOO_LARGE");
    }

    @Test
    void aBodyOfAnotherTypeIsAProblem() {
        store.post("/auth/login", "email=a&password=b", "Content-Type", "application/x-www-form-urlencoded")
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "nonsense", "[]", "\"text\"", "null", "{\"email\": {\"a\": 1}}", "{} trailing"})
    void aMalformedBodyIsAProblem(String body) {
        Answer answer = store.post("/auth/login", body).is(400);

        answer.isProblem(400, answer.text("/code"));
        assertThat(answer.text("/code")).isIn("MALFORMED_REQUEST", "VALIDATION_FAILED");
    }

    @Test
    void aBodyNestedTooDeepIsAProblem() {
        Client player = Person.register(store).client();
        String begin = "{\"agentId\":\"scout-observer-001\",\"type\":\"trial\",\"configuration\":";

        player.post("/sessions", begin + "{\"a\":".repeat(33) + "1" + "}".repeat(33) + "}")
                .isProblem(400, "MALFORMED_REQUEST");
        player.post("/sessions", begin + "{\"a\":".repeat(9_000) + "1" + "}".repeat(9_000) + "}")
                .isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void anUnknownFieldIsAProblemThatNamesIt() {
        Answer refused =
                store.get("/marketplace?fields=items.title,items.colour").isProblem(400, "UNKNOWN_FIELD");
        assertThat(refused.text("/errors/0/field")).isEqualTo("fields");
        assertThat(refused.text("/detail")).contains("items.colour").contains("items.title");
        store.get("/marketplace/scout-observer-001?expand=everything").isProblem(400, "UNKNOWN_FIELD");
    }

    @Test
    void fieldsPickWhatIsAnswered() {
        Answer picked = store.get("/marketplace/scout-observer-001?fields=title,pricing.baseRate")
                .is(200);

        assertThat(picked.json().properties())
                .extracting(field -> field.getKey())
                .containsOnly("title", "pricing");
        assertThat(picked.at("/pricing").properties()).hasSize(1);
    }

    @Test
    void fieldsPickOfTheItemsOfAPageWhoeverMaySeeHowMuchOfThem() {
        Person owner = Person.withSilver(store);
        Variant.by(owner);

        Answer picked = owner.client().get("/agents?fields=items.id,items.name").is(200);

        assertThat(picked.at("/items/0").properties())
                .extracting(field -> field.getKey())
                .containsOnly("id", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "0", "-1", "ten", "9999999999", "1.5"})
    void aLimitThatIsNoneIsAProblem(String limit) {
        store.get("/marketplace?limit=" + limit).isProblem(400, "INVALID_LIMIT");
        Person.register(store).client().get("/transactions?limit=" + limit).isProblem(400, "INVALID_LIMIT");
    }

    @Test
    void aForgedCursorIsAProblem() {
        Answer page = store.get("/marketplace?limit=5").is(200);
        String cursor = page.text("/nextCursor");
        String forged = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);

        store.get("/marketplace?limit=5&cursor=" + forged).isProblem(400, "INVALID_CURSOR");
        store.get("/marketplace?limit=5&cursor=abc").isProblem(400, "INVALID_CURSOR");
        store.get("/marketplace?limit=5&rank=Gold&cursor=" + cursor).isProblem(400, "INVALID_CURSOR");
        Answer next = store.get("/marketplace?limit=5&cursor=" + cursor).is(200);
        assertThat(next.json().findValuesAsText("listingId"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(page.json().findValuesAsText("listingId"));
    }

    @Test
    void aLongAnswerIsCompressedForWhoAsks() throws IOException {
        Answer plain = store.get("/marketplace/categories");
        Answer zipped = store.get("/marketplace?limit=100", "Accept-Encoding", "gzip");
        Answer whole = store.get("/marketplace?limit=100");

        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(whole.bytes().length).isGreaterThan(1024);
        assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(zipped.bytes().length).isLessThan(whole.bytes().length);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.bytes()))) {
            assertThat(Client.JSON.readTree(unzipped).path("items").size())
                    .isEqualTo(whole.at("/items").size());
        }
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() {
        Answer first = store.get("/transactions/packages").is(200);
        assertThat(first.header("Cache-Control")).contains("public", "max-age=3600");
        String tag = first.header("ETag");

        Answer again = store.get("/transactions/packages", "If-None-Match", tag).is(304);

        assertThat(tag).isNotEmpty();
        assertThat(again.bytes()).isEmpty();
        store.get("/transactions/packages", "If-None-Match", "\"another\"").is(200);
    }

    @Test
    void whatBelongsToOneIsNeverSharedByACacheAndTokensAreNeverStored() {
        Person player = Person.register(store);

        assertThat(player.client().get("/profile/wallet").is(200).header("Cache-Control"))
                .contains("private")
                .doesNotContain("public", "max-age");
        assertThat(store.post("/auth/login", Map.of("email", player.email(), "password", Person.PASSWORD))
                        .is(200)
                        .header("Cache-Control"))
                .contains("no-store");
    }
}
