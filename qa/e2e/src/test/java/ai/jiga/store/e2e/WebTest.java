package ai.jiga.store.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// What a browser gets before the app runs. The app is a small one with the templates of the real one,
/// which is tried in a browser by its own tests.
@TestInstance(Lifecycle.PER_CLASS)
class WebTest {
    private static final Path TEMPLATES = Path.of("../../web/templates");
    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";

    private Path web;
    private StoreProcess process;
    private Client store;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        web = Files.createDirectories(folder.resolve("web"));
        Path files = Files.createDirectories(web.resolve("app"));
        Files.writeString(web.resolve("index.html"), """
                <!doctype html>
                <title>JIGA Store</title>
                <style>body { color: teal }</style>
                <!--store:head--><meta name="description" content="Of any page." /><!--/store:head-->
                <!--store:modules-->
                <div id="app"><!--store:first--></div>
                <script type="module" src="/app/main-X1.js"></script>
                """);
        Files.writeString(web.resolve("pages.json"), """
                [
                  {"path": "/", "modules": ["/app/home-X1.js"], "messages": {}},
                  {"path": "/agents/:id", "modules": [], "messages": {}},
                  {"path": "/search", "modules": [], "messages": {}},
                  {"path": "/wallet", "modules": ["/app/wallet-X1.js"],
                   "messages": {"en": ["/app/en-X1.js"], "de": ["/app/de-X1.js"]}}
                ]
                """);
        Files.writeString(files.resolve("main-X1.js"), "plain");
        Files.writeString(files.resolve("main-X1.js.br"), "brotli");
        Files.writeString(files.resolve("main-X1.js.gz"), "gzip");
        Path templates = Files.createDirectories(web.resolve("templates"));
        for (String name : new String[] {"head.html", "first.html", "found.html", "cards.html"}) {
            Files.copy(TEMPLATES.resolve(name), templates.resolve(name));
        }
        process =
                StoreProcess.start(Files.createDirectories(folder.resolve("data")), Map.of("JIGA_WEB", web.toString()));
        store = new Client(process.url(), null);
    }

    @AfterAll
    void stop() throws Exception {
        process.close();
    }

    private Answer visit(String path, String... headers) {
        String[] all =
                Stream.concat(Stream.of("Accept", HTML), Stream.of(headers)).toArray(String[]::new);
        return store.send("GET", store.url(path), null, all);
    }

    @Test
    void theFirstPageHasTheFirstCardsInItAndIsAskedForEachTime() {
        Answer page = visit("/").is(200);

        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("RateLimit"))
                .as("a household shares an address, and a page is none of the API's calls")
                .isEmpty();
        assertThat(page.content())
                .contains("<title>JIGA Store</title>", "/agents/", "DOF", "og:title", "/icon-512.png\"")
                .doesNotContain("<!--store");
        assertThat(page.content())
                .containsPattern("<script type=\"application/json\" id=\"seeds\">\\[\\[\\[\"home\"\\]");
        visit("/wallet", "If-None-Match", visit("/wallet").is(200).header("ETag"))
                .is(304);
    }

    @Test
    void aBrowserIsToldAtOnceWhatAPageIsMadeOfInTheReadersLanguage() {
        Answer page = visit("/wallet", "Accept-Language", "fr-CH, de-AT;q=0.9, en;q=0.8")
                .is(200);

        assertThat(page.content())
                .contains(
                        "<link rel=\"modulepreload\" href=\"/app/wallet-X1.js\">",
                        "<link rel=\"modulepreload\" href=\"/app/de-X1.js\">")
                .doesNotContain("/app/en-X1.js", "/app/home-X1.js");
        assertThat(page.header("Vary").toLowerCase(Locale.ROOT)).contains("accept-language");
        for (String nobodys : List.of("", "*", "fr", "x;q=2;", "de;q=0, ja")) {
            assertThat(visit("/wallet", "Accept-Language", nobodys).is(200).content())
                    .as(nobodys)
                    .contains("/app/en-X1.js");
        }
        assertThat(visit("/").is(200).content()).contains("/app/home-X1.js");
    }

    @Test
    void aPagesOwnStylesAreTheOnlyOnesThatItMayHaveInItself() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest("body { color: teal }".getBytes(UTF_8));

        for (String page : List.of("/", "/wallet", "/nowhere")) {
            assertThat(visit(page).header("Content-Security-Policy"))
                    .contains("default-src 'self'", "object-src 'none'")
                    .endsWith("style-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(store.get(store.url("/app/main-X1.js")).header("Content-Security-Policy"))
                .doesNotContain("sha256");
    }

    @Test
    void aLinkToAnAgentSaysWhatItIsAndWhatItCosts() {
        Answer page = visit("/agents/nova-coordinator-001").is(200);

        assertThat(page.content())
                .contains("<title>Nova: the calm caller your team needs · JIGA Store</title>")
                .contains("content=\"8000 DOF an hour. ")
                .contains("\"@type\":\"Product\"");
        assertThat(page.content().split("<title>")).hasSize(2);
        assertThat(page.content().split("name=\"description\"")).hasSize(2);
        assertThat(page.content()).doesNotContain("Of any page.");
        assertThat(visit("/wallet").is(200).content()).contains("Of any page.");
    }

    @Test
    void aSearchHasWhatIsFoundFirstInItAndTheAppsOwnQuestion() {
        String page = visit("/search?q=+calm%20caller+&game=Valorant").is(200).content();

        assertThat(page)
                .contains("<h1 class=\"text-xl\">Agents for “calm caller”</h1>", "Nova: the calm caller")
                .contains("[[[\"found\",{\"q\":\"calm caller\",\"game\":[\"Valorant\"]}],{\"items\":[{")
                .contains("\"@type\":\"SearchResultsPage\"")
                .as("a cursor is sealed for who asked")
                .doesNotContain("nextCursor");
        assertThat(visit("/search").is(200).content()).contains("[[[\"found\",{}],", "href=\"/agents/");
        assertThat(visit("/search?q=%3Cscript%3Ealert(1)%3C/script%3E").is(200).content())
                .doesNotContain("<script>alert");
        for (String asksMore : List.of("rank=Gold", "q=a&q=b", "game=", "q=" + "a".repeat(301))) {
            assertThat(visit("/search?" + asksMore).is(200).content())
                    .as(asksMore)
                    .contains("id=\"app\"")
                    .doesNotContain("id=\"seeds\"");
        }
    }

    @Test
    void whatPeopleWroteIsText() {
        Person owner = Person.withSilver(store);
        String listing = Variant.by(owner)
                .publish("</script><script>alert(1)</script><img src=x>")
                .is(200)
                .text("/listingId");

        String page = visit("/agents/" + listing).is(200).content();

        assertThat(page)
                .doesNotContain("<script>alert", "<img")
                .contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("\\u003c/script>\\u003cscript>alert(1)");
    }

    @Test
    void whereNothingIsAPersonGetsAPageAndAProgramAProblem() {
        Answer page = visit("/nowhere").is(404);
        assertThat(page.content()).contains("id=\"app\"");
        visit("/agents/nobody").is(404);
        visit("/wallet").is(200);

        store.get(store.url("/nowhere")).isProblem(404, "NOT_FOUND");
        store.send("POST", store.url("/nowhere"), null, "Accept", HTML).isProblem(404, "NOT_FOUND");
        for (String path : List.of("/api/v1/nowhere", "/.well-known/nowhere", "/q/info")) {
            visit(path).isProblem(404, "NOT_FOUND");
        }
        visit("/api/v1/marketplace/nobody").isProblem(404, "LISTING_NOT_FOUND");
    }

    @Test
    void aFileIsSentAsItWasPackedAndKeptForEver() {
        String url = store.url("/app/main-X1.js");
        Answer brotli = store.get(url, "Accept-Encoding", "gzip, deflate, br");

        assertThat(brotli.content()).isEqualTo("brotli");
        assertThat(brotli.header("Content-Encoding")).isEqualTo("br");
        assertThat(brotli.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(brotli.header("Vary").toLowerCase(Locale.ROOT)).contains("accept-encoding");
        assertThat(brotli.header("RateLimit")).isEmpty();
        assertThat(store.get(url, "Accept-Encoding", "gzip").content()).isEqualTo("gzip");
        assertThat(store.get(url).content()).isEqualTo("plain");
    }

    @Test
    void searchEnginesAreToldOfTheAgents() {
        assertThat(store.get(store.url("/robots.txt")).content()).contains("Sitemap: ", "Disallow: /api/");
        assertThat(store.get(store.url("/sitemap.xml")).content()).contains("/agents/nova-coordinator-001</loc>");
    }

    @Test
    void whoMakesUpAgentsTooOftenGetsPagesThatCostNothing(@TempDir Path room) throws Exception {
        try (StoreProcess limited = StoreProcess.start(
                room.resolve("data"), Map.of("JIGA_WEB", web.toString(), "JIGA_RATE_LIMIT_ANONYMOUS", "3"))) {
            Client anybody = new Client(limited.url(), null);
            String agent = anybody.url("/agents/nova-coordinator-001");
            for (int time = 0; time < 3; time++) {
                assertThat(anybody.get(agent, "Accept", HTML).is(200).content()).contains("Nova: ");
            }

            assertThat(anybody.get(agent, "Accept", HTML).is(200).content())
                    .contains("id=\"app\"")
                    .doesNotContain("Nova: ");
            anybody.get(anybody.url("/wallet"), "Accept", HTML).is(200);
            anybody.get("/marketplace").isProblem(429, "RATE_LIMITED");
        }
    }

    @Test
    void aFolderWithoutAnAppEndsTheStartWithASentence(@TempDir Path empty) throws Exception {
        var told = StoreProcess.run(empty.resolve("data"), Map.of("JIGA_WEB", empty.toString()), "doctor");

        assertThat(told.said()).contains("JIGA_WEB is the folder of the web app as `./jiga up` builds it");
        assertThat(told.exitCode()).isEqualTo(78);
    }
}
