package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RunningStore.class)
class LettersTest {
    private static final String ANOTHER = "nine slow ferries";
    private static final Pattern LINK = Pattern.compile("/(verify|reset)#([\\w-]{43})");

    private final Client anybody;

    LettersTest(Client anybody) {
        this.anybody = anybody;
    }

    /// What stands behind the '#' of the newest letter to this address that leads to this page.
    private String linkOf(String page, String address) {
        return Eventually.see(() -> newestLink(page, address), link -> !link.isEmpty());
    }

    private String newestLink(String page, String address) {
        return StreamSupport.stream(
                        anybody.get("/mails?address=" + address)
                                .is(200)
                                .at("/items")
                                .spliterator(),
                        false)
                .map(mail -> LINK.matcher(mail.path("text").asText()))
                .filter(Matcher::find)
                .filter(link -> link.group(1).equals(page))
                .map(link -> link.group(2))
                .findFirst()
                .orElse("");
    }

    @Test
    void whoRegistersShowsThatTheAddressIsTheirs() {
        Person ann = Person.register(anybody);
        assertThat(ann.client().get("/auth/user").is(200).at("/emailVerified").asBoolean())
                .isFalse();

        anybody.post("/auth/verify", Map.of("token", linkOf("verify", ann.email())))
                .is(204);

        assertThat(ann.client().get("/auth/user").is(200).at("/emailVerified").asBoolean())
                .isTrue();
        ann.client().send("POST", "/auth/verify/resend", null).is(202);
    }

    @Test
    void whoForgotThePasswordGetsInByALetter() {
        Person ann = Person.register(anybody);
        anybody.post("/auth/password/forgot", Map.of("email", ann.email())).is(202);
        String link = linkOf("reset", ann.email());

        anybody.post("/auth/password/reset", Map.of("token", link, "password", ANOTHER))
                .is(204);

        ann.client().get("/profile").isProblem(401, "INVALID_TOKEN");
        anybody.post("/auth/login", Map.of("email", ann.email(), "password", ANOTHER))
                .is(200);
        anybody.post("/auth/password/reset", Map.of("token", link, "password", "ten loud violins"))
                .isProblem(422, "LINK_NOT_VALID");
    }

    @Test
    void whoKnowsThePasswordChoosesAnother() {
        Person ann = Person.register(anybody);
        ann.client()
                .put("/profile/password", Map.of("current", "not this one", "password", ANOTHER))
                .isProblem(422, "WRONG_PASSWORD");

        JsonNode tokens = ann.client()
                .put("/profile/password", Map.of("current", Person.PASSWORD, "password", ANOTHER))
                .is(200)
                .at("");

        ann.client().get("/profile").isProblem(401, "INVALID_TOKEN");
        anybody.as(tokens.path("accessToken").asText()).get("/profile").is(200);
    }

    @Test
    void lettersAreForOperatorsWhereStrangersReachTheStore(@TempDir Path room) throws Exception {
        String port = freePort();
        Map<String, String> known = Map.of("JIGA_PUBLIC_URL", "https://play.example", "JIGA_PORT", port);
        try (StoreProcess open = StoreProcess.start(room.resolve("data"), known)) {
            var visitor = new Client(URI.create("http://127.0.0.1:" + port));
            assertThat(open.url()).hasHost("play.example");

            visitor.get("/mails").isProblem(401, "UNAUTHORIZED");
            Person.register(visitor).client().get("/mails").isProblem(403, "FORBIDDEN");
            Person.operator(visitor).client().get("/mails").is(200);
        }
    }

    private static String freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    @Test
    void aPageThatReachesTheStoreByANameOfItsOwnReadsNoLetters() {
        var byNumber = new Client(URI.create(anybody.url("").replaceFirst("//[^:/]+", "//127.0.0.1")));

        byNumber.get("/mails").isProblem(401, "UNAUTHORIZED");
        anybody.get("/mails", "X-Forwarded-For", "203.0.113.9").isProblem(401, "UNAUTHORIZED");
    }
}
