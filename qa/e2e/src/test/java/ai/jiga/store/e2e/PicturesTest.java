package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Client.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Pictures of agents: set, shown, replaced, refused, and uploaded past the API.
@ExtendWith(RunningStore.class)
class PicturesTest {
    private static final int MIB = 1 << 20;
    private static final String BYTES = "application/octet-stream";

    private final Client store;

    PicturesTest(Client store) {
        this.store = store;
    }

    /// Noise, which does not get smaller by encoding.
    static byte[] png(int side, long seed) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var random = new Random(seed);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Answer set(Client who, Variant variant, byte[] image, String type) {
        return who.put("/agents/" + variant.id() + "/image", image, "Content-Type", type);
    }

    private Variant variant() {
        return Variant.by(Person.withSilver(store));
    }

    @Test
    void aPictureIsShownToEverybodyAndMayBeKeptForEver() {
        Variant variant = variant();

        // Larger than other bodies may be, and nobody says that it is an image.
        byte[] image = png(800, 1);
        assertThat(image.length).isGreaterThan(MIB);
        Answer after = set(variant.owner().client(), variant, image, BYTES).is(200);

        String url = after.text("/imageUrl");
        assertThat(url).startsWith(store.url("/assets/")).endsWith("-512.webp");
        assertThat(variant.owner()
                        .client()
                        .get("/agents/" + variant.id())
                        .is(200)
                        .text("/imageUrl"))
                .isEqualTo(url);
        for (String width : new String[] {"128", "512", "1024"}) {
            Answer shown = store.get(url.replace("-512.", "-" + width + ".")).is(200);
            assertThat(shown.header("Content-Type")).isEqualTo("image/webp");
            assertThat(shown.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(shown.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(new String(shown.bytes(), 0, 12, StandardCharsets.ISO_8859_1))
                    .matches("(?s)RIFF....WEBP");
            assertThat(shown.header("Content-Length")).isEqualTo(Integer.toString(shown.bytes().length));
            Answer unchanged = store.get(url.replace("-512.", "-" + width + "."), "If-None-Match", shown.header("ETag"))
                    .is(304);
            assertThat(unchanged.bytes()).isEmpty();
            assertThat(unchanged.header("ETag")).isEqualTo(shown.header("ETag"));
        }
    }

    @Test
    void listingsShowTheNewPicture() {
        Variant variant = variant();
        String listing = variant.published();
        String first = set(variant.owner().client(), variant, png(64, 1), "image/png")
                .is(200)
                .text("/imageUrl");
        Eventually.see(
                () -> store.get("/marketplace/" + listing).is(200),
                seen -> seen.text("/agent/imageUrl").equals(first));
        Person player = Person.withSilver(store);
        String session = player.hires(listing, 5_000).session();
        assertThat(player.session(session).text("/agent/imageUrl")).isEqualTo(first);

        String second = set(variant.owner().client(), variant, png(64, 2), "image/png")
                .is(200)
                .text("/imageUrl");

        assertThat(second).isNotEqualTo(first);
        Eventually.see(
                () -> store.get("/marketplace/" + listing).is(200),
                seen -> seen.text("/agent/imageUrl").equals(second));
    }

    @Test
    void theSameImageAgainIsNoChange() {
        Variant variant = variant();
        Answer first =
                set(variant.owner().client(), variant, png(64, 1), "image/png").is(200);

        Answer again = set(variant.owner().client(), variant, png(64, 1), "image/png");

        assertThat(again).isEqualTo(first);
    }

    @Test
    void anAgentIsPutBackAsItWasRead() {
        Person owner = Person.register(store);
        Map<String, Object> wish = Map.of(
                "name",
                "Ember",
                "rank",
                "Gold",
                "type",
                "Assistant",
                "provider",
                "openai",
                "nationality",
                "Irish",
                "language",
                "en-IE",
                "voiceId",
                "nova",
                "toolkit",
                new String[] {"turel"},
                "features",
                Map.of("hasVoiceChat", true, "hasCommentator", false, "hasMemory", false));
        String agent = "/agents/" + owner.client().post("/agents", wish).is(201).text("/id");
        Answer shown = owner.client().put(agent + "/image", png(64, 1), "Content-Type", "image/png");
        var asRead = new java.util.HashMap<>(wish);
        asRead.put("imageUrl", shown.is(200).text("/imageUrl"));

        Answer after = owner.client().put(agent, asRead).is(200);

        assertThat(after.text("/imageUrl")).isEqualTo(shown.text("/imageUrl"));
    }

    @Test
    void whoseAgentItIsIsSaidBeforeTheImageIsJudged() {
        Variant variant = variant();
        byte[] none = "no image".getBytes(StandardCharsets.US_ASCII);

        set(store, variant, none, BYTES).isProblem(401, "UNAUTHORIZED");
        set(Person.register(store).client(), variant, none, BYTES).isProblem(404, "AGENT_NOT_FOUND");
        set(Person.register(store).client(), variant, none, "application/json").isProblem(404, "AGENT_NOT_FOUND");
    }

    @Test
    void whatCannotBeShownIsRefused() {
        Variant variant = variant();
        Client owner = variant.owner().client();
        byte[] bomb = png(4, 1);
        // The width in its header, and with it a checksum that no longer fits.
        Arrays.fill(bomb, 16, 18, (byte) 0x7F);

        set(owner, variant, "<svg/>".getBytes(StandardCharsets.US_ASCII), "image/png")
                .isProblem(415, "NOT_AN_IMAGE");
        set(owner, variant, "{}".getBytes(StandardCharsets.US_ASCII), "application/json")
                .isProblem(415, "NOT_AN_IMAGE");
        set(owner, variant, Arrays.copyOf(png(64, 1), 60), "image/png").isProblem(422, "IMAGE_UNREADABLE");
        assertThat(set(owner, variant, bomb, "image/png").status()).isEqualTo(422);
        set(owner, variant, new byte[5 * MIB + 1], "image/png").isProblem(413, "BODY_TOO_LARGE");
        set(owner, variant, new byte[5 * MIB + 1], BYTES).isProblem(413, "BODY_TOO_LARGE");
    }

    @Test
    void anImageOfUnannouncedLengthIsRefusedOnceItIsTooLong() throws Exception {
        Variant variant = variant();
        var request = HttpRequest.newBuilder(URI.create(store.url("/api/v1/agents/" + variant.id() + "/image")))
                .header("Authorization", "Bearer " + variant.owner().client().token())
                .header("Content-Type", "image/png")
                .PUT(BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                        new ByteArrayInputStream(png(16, 1)), new ByteArrayInputStream(new byte[6 * MIB]))))
                .build();

        var answer = Client.HTTP.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("BODY_TOO_LARGE");
    }

    @Test
    void whatIsNoPictureIsAProblem() {
        store.get(store.url("/assets/" + "0".repeat(64) + "-512.webp")).isProblem(404, "NOT_FOUND");
        for (String name : new String[] {"x", "..%2f..%2fstore.db", "uploads", "cursors.key", "%2e%2e/cursors.key"}) {
            assertThat(store.get(store.url("/assets/" + name)).status())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    @Test
    void aPictureComesPastTheApiOnceAndIsJudgedBeforeItIsShown() {
        Variant variant = variant();
        Client owner = variant.owner().client();
        byte[] image = png(800, 3);
        String uploads = "/agents/" + variant.id() + "/image/uploads";
        Answer invited = owner.post(uploads, Map.of("length", image.length, "contentType", "image/png"))
                .is(201);
        String url = invited.text("/url");
        assertThat(invited.text("/method")).isEqualTo("PUT");
        JsonNode headers = invited.at("/headers");

        store.put(
                        url.replace("length=", "length=1"),
                        image,
                        "Content-Type",
                        headers.path("Content-Type").asText())
                .isProblem(403, "UPLOAD_NOT_INVITED");
        store.put(url, Arrays.copyOf(image, 100), "Content-Type", "image/png")
                .isProblem(422, "UPLOAD_NOT_AS_ANNOUNCED");
        store.put(url, image, "Content-Type", headers.path("Content-Type").asText())
                .is(204);
        store.put(url, image, "Content-Type", "image/png").isProblem(409, "UPLOAD_USED");

        String finish = uploads + "/" + invited.text("/uploadId");
        Person.register(store).client().post(finish, "").isProblem(404, "AGENT_NOT_FOUND");
        String shown = owner.send("POST", finish, null).is(200).text("/imageUrl");
        store.get(shown).is(200);
        owner.send("POST", uploads + "/another", null).isProblem(404, "UPLOAD_NOT_FOUND");
    }

    @Test
    void onlyTheOwnerIsInvited() {
        Variant variant = variant();
        String uploads = "/agents/" + variant.id() + "/image/uploads";

        store.post(uploads, Map.of()).isProblem(401, "UNAUTHORIZED");
        Person.register(store).client().post(uploads, Map.of()).isProblem(404, "AGENT_NOT_FOUND");
        variant.owner().client().post(uploads, Map.of()).isProblem(400, "VALIDATION_FAILED");
        variant.owner()
                .client()
                .post(uploads, Map.of("length", 6 * MIB, "contentType", "image/png"))
                .isProblem(413, "BODY_TOO_LARGE");
        variant.owner()
                .client()
                .post(uploads, Map.of("length", 10, "contentType", "image/svg+xml"))
                .isProblem(415, "NOT_AN_IMAGE");
    }
}
