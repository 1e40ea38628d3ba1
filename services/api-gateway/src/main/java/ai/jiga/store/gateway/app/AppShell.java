package ai.jiga.store.gateway.app;

import ai.jiga.store.contracts.marketplace.Front;
import ai.jiga.store.gateway.SecurityHeaders;
import ai.jiga.store.web.PublicUrl;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes into the app's HTML what a page is about. The templates lie with the app, and Qute escapes what people wrote;
/// JSON stands in blocks that are data and no script, in which nothing can close the block.
final class AppShell {
    /// What stands between the two is of a page that is about nothing.
    private static final Pattern HEAD = Pattern.compile("<!--store:head-->.*?<!--/store:head-->", Pattern.DOTALL);

    private static final String MODULES = "<!--store:modules-->";
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final String FIRST = "<!--store:first-->";
    private static final String STORES_IMAGE = "/icon-512.png";
    private static final String TITLE = "<title>JIGA Store</title>";
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

    private final String shell;
    private final Template head;
    private final Template first;
    private final Template found;
    private final ObjectMapper json;
    private final PublicUrl url;

    AppShell(BuiltApp app, ObjectMapper json, PublicUrl url) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .addValueResolver(new ReflectionValueResolver())
                .build();
        this.shell = app.shell();
        this.head = template(engine, app, "head.html");
        engine.putTemplate("cards", template(engine, app, "cards.html"));
        this.first = template(engine, app, "first.html");
        this.found = template(engine, app, "found.html");
        this.json = json;
        this.url = url;
    }

    private static Template template(Engine engine, BuiltApp app, String name) {
        return engine.parse(Objects.requireNonNull(app.templates().get(name), name), HTML);
    }

    /// What a browser may run and show of these pages, as the header Content-Security-Policy says it.
    String policy() {
        Matcher style = STYLE.matcher(shell);
        return style.find() ? SecurityHeaders.withStyle(style.group(1)) : SecurityHeaders.CONTENT_SECURITY_POLICY;
    }

    /// A page that is about nothing that everybody may see.
    ///
    /// @param preloads what the browser may fetch at once; as [AppPage] says it
    String page(String preloads) {
        return shell.replace(MODULES, preloads).replace(FIRST, "");
    }

    /// @param path without its query
    String page(String preloads, String path, Front front) {
        return page(preloads, path, front, first, Map.of());
    }

    /// @param text what was looked for; null: everything
    String results(String preloads, String path, Front front, @Nullable String text) {
        return page(preloads, path, front, found, text == null ? Map.of() : Map.of("text", text));
    }

    private String page(String preloads, String path, Front front, Template template, Map<String, String> more) {
        Map<String, @Nullable Object> facts = new HashMap<>(more);
        facts.put("front", front);
        facts.put("url", url.http(path));
        facts.put("image", image(front));
        facts.put("seeds", inScript(seeds(front)));
        facts.put("linked", inScript(linked(path, front)));
        String titled = shell.replace(MODULES, preloads).replace(TITLE, front.title() == null ? TITLE : "");
        return HEAD.matcher(titled)
                .replaceFirst(Matcher.quoteReplacement(head.data(facts).render()))
                .replace(FIRST, template.data(facts).render());
    }

    /// What stands beside a link in a chat: the agent's own picture, or the store's.
    private String image(Front front) {
        String own = front.title() == null || front.cards().isEmpty()
                ? ""
                : json.<ObjectNode>valueToTree(front.cards().getFirst())
                        .path("imageUrl")
                        .asText("");
        return own.isEmpty() ? url.http(STORES_IMAGE) : own;
    }

    private ArrayNode seeds(Front front) {
        ArrayNode seeds = json.createArrayNode();
        front.seeds().forEach(seed -> seeds.addArray().addPOJO(seed.key()).addPOJO(seed.answer()));
        return seeds;
    }

    /// JSON-LD (schema.org) of what the page is about. DOF are no currency that it knows: the price stands in words.
    private ObjectNode linked(String path, Front front) {
        ObjectNode about = json.createObjectNode().put("@context", "https://schema.org");
        if (front.title() == null) {
            return about.put("@type", path.equals("/") ? "WebSite" : "SearchResultsPage")
                    .put("name", "JIGA Store")
                    .put("url", url.http(path));
        }
        about.put("@type", "Product")
                .put("name", front.title())
                .put("description", front.description())
                .put("image", image(front))
                .put("url", url.http(path));
        Front.Rating rating = front.rating();
        if (rating != null) {
            about.putObject("aggregateRating")
                    .put("@type", "AggregateRating")
                    .put("ratingValue", rating.mean())
                    .put("ratingCount", rating.people());
        }
        return about;
    }

    /// A data block ends at `</script`, and `<!--` changes how it is read: there is no `<` in it.
    private RawString inScript(Object value) {
        try {
            return new RawString(json.writeValueAsString(value).replace("<", "\\u003c"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
