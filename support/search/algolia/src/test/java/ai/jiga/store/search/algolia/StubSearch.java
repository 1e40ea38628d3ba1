package ai.jiga.store.search.algolia;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One query of the stub, answered by looking at every object.
final class StubSearch {
    private static final Pattern NUMERIC = Pattern.compile("(.+?)(>=|<=)(-?[0-9.]+)");
    private static final Pattern MODIFIED = Pattern.compile("(\\w+)\\((.+)\\)");

    private final StubIndex index;
    private final JsonNode query;
    private final JsonNode settings;
    private final Set<String> declared;
    private final List<List<FacetFilter>> facetFilters;
    private final List<String> searched;
    private final StubWords.Tolerance tolerance;
    private final List<List<StubWords.Unit>> readings;

    /// How an object matches: what Algolia's criteria of those names compare.
    record Ranked(ObjectNode object, int typos, int words, int exact, int attribute) {}

    StubSearch(StubIndex index, JsonNode query) {
        this.index = index;
        this.query = query;
        this.settings = index.settings();
        this.declared = Set.copyOf(strings(settings.path("attributesForFaceting")));
        this.facetFilters = facetFilters(query.path("facetFilters"));
        List<String> restricted = strings(query.path("restrictSearchableAttributes"));
        this.searched = strings(settings.path("searchableAttributes")).stream()
                .map(attribute -> attribute.replace("unordered(", "").replace(")", ""))
                .filter(attribute -> restricted.isEmpty() || restricted.contains(attribute))
                .toList();
        this.tolerance = new StubWords.Tolerance(
                query.path("typoTolerance").asBoolean(true),
                settings.path("allowTyposOnNumericTokens").asBoolean(true));
        Set<String> optional = strings(query.path("optionalWords")).stream()
                .flatMap(words -> StubWords.tokens(words).stream())
                .map(StubWords.Token::word)
                .collect(Collectors.toSet());
        this.readings = StubWords.readings(
                StubWords.typed(
                        query.path("query").asText(),
                        query.path("queryType").asText("prefixLast").equals("prefixLast"),
                        optional),
                query.path("synonyms").asBoolean(true) ? index.synonyms() : JsonNodeFactory.instance.arrayNode(),
                // Words are split and joined where typos are tolerated.
                tolerance.typos() ? index.vocabulary() : Map.of(),
                settings.path("minWordSizefor1Typo").asInt(4));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(each -> strings.add(each.asText()));
        return strings;
    }

    ObjectNode answer() {
        List<Ranked> found = index.objects().values().stream()
                .filter(this::passes)
                .flatMap(object -> Stream.ofNullable(ranked(object)))
                .sorted(new StubRanking(settings))
                .toList();
        int limit = settings.path("paginationLimitedTo").asInt(1_000);
        int offset = query.path("offset").asInt(0);
        int length = query.path("length").asInt(query.path("hitsPerPage").asInt(20));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var hits = answer.putArray("hits");
        found.stream().limit(limit).skip(offset).limit(length).forEach(each -> hits.add(hit(each.object())));
        answer.put("nbHits", found.size()).put("offset", offset).put("length", length);
        answer.put("query", query.path("query").asText()).put("params", "").put("processingTimeMS", 1);
        answer.putObject("exhaustive")
                .put("facetsCount", true)
                .put("nbHits", true)
                .put("typo", true);
        ObjectNode facets = answer.putObject("facets");
        for (String facet : strings(query.path("facets"))) {
            if (declared.contains(facet)) {
                count(facet, found, facets.putObject(facet));
            }
        }
        return answer;
    }

    private void count(String facet, List<Ranked> found, ObjectNode counts) {
        Map<String, Integer> all = new TreeMap<>();
        for (Ranked each : found) {
            strings(each.object(), facet).stream().distinct().forEach(value -> all.merge(value, 1, Integer::sum));
        }
        all.forEach(counts::put);
    }

    /// Filters take values whatever their case, and only of attributes that are declared for it.
    private record FacetFilter(String attribute, String value) {
        static FacetFilter of(String filter) {
            int colon = filter.indexOf(':');
            return new FacetFilter(
                    filter.substring(0, colon), filter.substring(colon + 1).replaceFirst("^\\\\-", "-"));
        }

        boolean takes(ObjectNode object) {
            return strings(object, attribute).stream().anyMatch(value::equalsIgnoreCase);
        }
    }

    private List<List<FacetFilter>> facetFilters(JsonNode filters) {
        List<List<FacetFilter>> all = new ArrayList<>();
        for (JsonNode filter : filters) {
            List<String> any = filter.isArray() ? strings(filter) : List.of(filter.asText());
            all.add(any.stream()
                    .map(FacetFilter::of)
                    .filter(each -> declared.contains(each.attribute())
                            || declared.contains("filterOnly(" + each.attribute() + ")"))
                    .toList());
        }
        return all;
    }

    private boolean passes(ObjectNode object) {
        if (!facetFilters.stream().allMatch(any -> any.stream().anyMatch(each -> each.takes(object)))) {
            return false;
        }
        for (JsonNode filter : query.path("numericFilters")) {
            if (!hasNumber(object, filter.asText())) {
                return false;
            }
        }
        return true;
    }

    private boolean hasNumber(ObjectNode object, String filter) {
        Matcher parts = NUMERIC.matcher(filter);
        if (!parts.matches()
                || !strings(settings.path("numericAttributesForFiltering")).contains(parts.group(1))) {
            throw new IllegalArgumentException("Not a numeric filter of this index: " + filter);
        }
        JsonNode value = at(object, parts.group(1));
        int compared = Double.compare(value.asDouble(), Double.parseDouble(parts.group(3)));
        return value.isNumber() && (parts.group(2).equals(">=") ? compared >= 0 : compared <= 0);
    }

    static JsonNode at(JsonNode object, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? object.path(path) : at(object.path(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static List<String> strings(ObjectNode object, String path) {
        JsonNode value = at(object, path);
        return value.isArray() ? strings(value) : value.isMissingNode() ? List.of() : List.of(value.asText());
    }

    /// The object by its best reading; null when none matches.
    private @Nullable Ranked ranked(ObjectNode object) {
        return readings.stream()
                .flatMap(reading -> Stream.ofNullable(ranked(object, reading)))
                .min(StubRanking.TEXT)
                .orElse(null);
    }

    private @Nullable Ranked ranked(ObjectNode object, List<StubWords.Unit> reading) {
        int typos = 0;
        int words = 0;
        int exact = 0;
        int attribute = reading.isEmpty() ? 0 : Integer.MAX_VALUE;
        for (StubWords.Unit unit : reading) {
            Ranked best = null;
            for (int i = 0; i < searched.size(); i++) {
                List<StubWords.Token> tokens =
                        index.words(at(object, searched.get(i)).asText());
                for (int at = 0; at < tokens.size(); at++) {
                    StubWords.Match match = StubWords.match(unit, tokens, at, tolerance);
                    if (match != null) {
                        Ranked next = new Ranked(object, match.typos(), 1, match.exact() ? 1 : 0, i);
                        best = best == null || StubRanking.TEXT.compare(next, best) < 0 ? next : best;
                    }
                }
            }
            if (best == null && unit.optional()) {
                continue;
            }
            if (best == null) {
                return null;
            }
            words += unit.covers();
            typos += best.typos();
            exact += best.exact();
            attribute = Math.min(attribute, best.attribute());
        }
        return words == 0 && !reading.isEmpty() ? null : new Ranked(object, typos, words, exact, attribute);
    }

    private ObjectNode hit(ObjectNode object) {
        ObjectNode hit = JsonNodeFactory.instance.objectNode();
        hit.set("objectID", object.path("objectID"));
        for (String path : strings(query.path("attributesToRetrieve"))) {
            put(hit, path, at(object, path));
        }
        ObjectNode highlights = hit.putObject("_highlightResult");
        for (String path : strings(query.path("attributesToHighlight"))) {
            JsonNode text = at(object, path);
            if (text.isTextual()) {
                String marked = marked(text.asText());
                put(
                        highlights,
                        path,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("value", marked)
                                .put("matchLevel", marked.equals(text.asText()) ? "none" : "full"));
            }
        }
        return hit;
    }

    private static void put(ObjectNode into, String path, JsonNode value) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            into.set(path, value);
        } else {
            put(into.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        }
    }

    /// Each matching word between the configured tags; of an unfinished one what was typed.
    private String marked(String text) {
        List<StubWords.Token> tokens = index.words(text);
        int[] ends = new int[tokens.size()];
        for (List<StubWords.Unit> reading : readings) {
            for (StubWords.Unit unit : reading) {
                for (int at = 0; at < tokens.size(); at++) {
                    StubWords.Match match = StubWords.match(unit, tokens, at, tolerance);
                    for (int i = 0; match != null && i < unit.words().size(); i++) {
                        StubWords.Token token = tokens.get(at + i);
                        boolean begun = match.typos() == 0 && !match.exact();
                        int end =
                                begun ? token.start() + unit.words().getFirst().length() : token.end();
                        ends[at + i] = Math.max(ends[at + i], end);
                    }
                }
            }
        }
        StringBuilder marked = new StringBuilder();
        int done = 0;
        for (int i = 0; i < ends.length; i++) {
            if (ends[i] > 0) {
                marked.append(text, done, tokens.get(i).start())
                        .append(settings.path("highlightPreTag").asText("<em>"))
                        .append(text, tokens.get(i).start(), ends[i])
                        .append(settings.path("highlightPostTag").asText("</em>"));
                done = ends[i];
            }
        }
        return marked.append(text, done, text.length()).toString();
    }

    /// `desc(numbers.price)` and its like.
    static Matcher modified(String criterion) {
        return MODIFIED.matcher(criterion);
    }
}
