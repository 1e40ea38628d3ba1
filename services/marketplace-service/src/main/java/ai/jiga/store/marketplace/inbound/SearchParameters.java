package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Limits;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What is searched for, as the query of the URL says it. Numbers and words of a fixed list are read here, so that a
/// mistake is answered with the parameter's name.
public class SearchParameters {
    private static final int MAX_TEXT = 300;
    private static final int MAX_NUMBER = 40;
    private static final BigDecimal BEST_RATING = BigDecimal.valueOf(5);
    /// The last whose hits can be reached by number, however many a page has.
    private static final String LAST_PAGE = "" + SearchRequest.MAX_DEPTH / Page.MAX_LIMIT;

    private static final String MOST = "9223372036854775807";

    @QueryParam("q")
    @Parameter(
            description =
                    "Text: typos are forgiven, the last word may be unfinished; when no listing has all words, the "
                            + "rarest decide, and the answer is relaxed",
            schema = @Schema(type = SchemaType.STRING, maxLength = MAX_TEXT))
    public @Nullable String q;

    @QueryParam("game")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            minLength = 1,
                            maxLength = MAX_TEXT))
    public List<String> game = List.of();

    @QueryParam("rank")
    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Rank.class))
    public List<String> rank = List.of();

    @QueryParam("type")
    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = AgentType.class))
    public List<String> type = List.of();

    @QueryParam("provider")
    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = Provider.class))
    public List<String> provider = List.of();

    @QueryParam("specialization")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            minLength = 1,
                            maxLength = MAX_TEXT))
    public List<String> specialization = List.of();

    @QueryParam("tag")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            minLength = 1,
                            maxLength = MAX_TEXT))
    public List<String> tag = List.of();

    @QueryParam("nationality")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            minLength = 1,
                            maxLength = MAX_TEXT))
    public List<String> nationality = List.of();

    @QueryParam("category")
    @Parameter(
            schema =
                    @Schema(
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            minLength = 1,
                            maxLength = MAX_TEXT))
    public List<String> category = List.of();

    @QueryParam("hasVoiceChat")
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String hasVoiceChat;

    @QueryParam("hasCommentator")
    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
    public @Nullable String hasCommentator;

    @QueryParam("minPrice")
    @Parameter(
            description = "DOF per hour",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0", maximum = MOST))
    public @Nullable String minPrice;

    @QueryParam("maxPrice")
    @Parameter(
            description = "DOF per hour",
            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0", maximum = MOST))
    public @Nullable String maxPrice;

    @QueryParam("minRating")
    @Parameter(schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "5"))
    public @Nullable String minRating;

    @QueryParam("sortBy")
    @Parameter(schema = @Schema(enumeration = {"relevance", "popular", "rating", "price_asc", "price_desc", "newest"}))
    public @Nullable String sortBy;

    @QueryParam("limit")
    public @Nullable String limit;

    @QueryParam("cursor")
    public @Nullable String cursor;

    @QueryParam("page")
    @Parameter(
            description = "Counts from 1; not together with a cursor, which goes further",
            schema = @Schema(type = SchemaType.INTEGER, format = "int32", minimum = "1", maximum = LAST_PAGE))
    public @Nullable String page;

    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED, INVALID_LIMIT or INVALID_CURSOR
    SearchRequest request(Cursors cursors) {
        if (q != null && length(q) > MAX_TEXT) {
            throw wrong("q", "has at most " + MAX_TEXT + " characters");
        }
        if (cursor != null && page != null) {
            throw wrong("page", "is either a page or a cursor");
        }
        SearchRequest.Builder request = SearchRequest.builder()
                .text(q)
                .anyOf(ListingSearch.GAMES, texts("game", game))
                .anyOf(ListingSearch.RANK, oneOf("rank", rank, Rank.values(), Rank::label))
                .anyOf(ListingSearch.TYPE, oneOf("type", type, AgentType.values(), AgentType::label))
                .anyOf(ListingSearch.PROVIDER, oneOf("provider", provider, Provider.values(), Provider::label))
                .anyOf(ListingSearch.SPECIALIZATION, texts("specialization", specialization))
                .anyOf(ListingSearch.TAG, texts("tag", tag))
                .anyOf(ListingSearch.NATIONALITY, texts("nationality", nationality))
                .anyOf(ListingSearch.CATEGORY, texts("category", category))
                .sort(sort())
                .limit(Limits.of(limit))
                .cursor(cursors.open(cursor, question()))
                .page(page == null ? null : (int) number("page", page, 1, Long.parseLong(LAST_PAGE)))
                .facets(ListingSearch.INDEX.facets());
        flag(request, ListingSearch.HAS_VOICE_CHAT, hasVoiceChat);
        flag(request, ListingSearch.HAS_COMMENTATOR, hasCommentator);
        if (minPrice != null || maxPrice != null) {
            request.range(
                    ListingSearch.PRICE,
                    new NumberRange(
                            minPrice == null ? null : (double) number("minPrice", minPrice, 0, Long.MAX_VALUE),
                            maxPrice == null ? null : (double) number("maxPrice", maxPrice, 0, Long.MAX_VALUE)));
        }
        if (minRating != null) {
            request.range(ListingSearch.RATING, NumberRange.atLeast(rating(minRating)));
        }
        return request.build();
    }

    /// All but the page: a cursor goes on with this and nothing else.
    String question() {
        return "listings?"
                + Stream.of(
                                q,
                                sorted(game),
                                sorted(rank),
                                sorted(type),
                                sorted(provider),
                                sorted(specialization),
                                sorted(tag),
                                sorted(nationality),
                                sorted(category),
                                hasVoiceChat,
                                hasCommentator,
                                minPrice,
                                maxPrice,
                                minRating,
                                sortBy)
                        .map(part -> part == null ? "-" : part.length() + ":" + part)
                        .toList();
    }

    private static String sorted(List<String> values) {
        return values.stream().sorted().map(v -> v.length() + ":" + v).toList().toString();
    }

    private Sort sort() {
        return switch (sortBy == null ? "relevance" : sortBy.toLowerCase(Locale.ROOT)) {
            case "relevance" -> Sort.relevance();
            case "popular" -> Sort.descending(ListingSearch.POPULARITY);
            case "rating" -> Sort.descending(ListingSearch.RATING);
            case "price_asc" -> Sort.ascending(ListingSearch.PRICE);
            case "price_desc" -> Sort.descending(ListingSearch.PRICE);
            case "newest" -> Sort.descending(ListingSearch.PUBLISHED_AT);
            default -> throw wrong("sortBy", "is one of relevance, popular, rating, price_asc, price_desc, newest");
        };
    }

    private static void flag(SearchRequest.Builder request, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (!Set.of("true", "false").contains(value.toLowerCase(Locale.ROOT))) {
            throw wrong(name, "is true or false");
        }
        request.is(name, Boolean.parseBoolean(value));
    }

    private static List<String> texts(String name, List<String> values) {
        if (values.stream().anyMatch(v -> v.isEmpty() || length(v) > MAX_TEXT)) {
            throw wrong(name, "has 1 to " + MAX_TEXT + " characters");
        }
        return values;
    }

    private static <E> List<String> oneOf(String name, List<String> values, E[] all, Function<E, String> label) {
        List<String> labels = Arrays.stream(all).map(label).toList();
        return values.stream()
                .map(value -> labels.stream()
                        .filter(value.strip()::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> wrong(name, "is one of " + String.join(", ", labels))))
                .toList();
    }

    /// As descriptions count: in code points.
    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static long number(String name, String text, long least, long most) {
        BigDecimal number = decimal(text);
        if (number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return number.longValueExact();
        }
        throw wrong(name, "is a whole number from " + least);
    }

    private static double rating(String text) {
        BigDecimal number = decimal(text);
        if (number != null && number.signum() >= 0 && number.compareTo(BEST_RATING) <= 0) {
            return number.doubleValue();
        }
        throw wrong("minRating", "is a number from 0 to 5");
    }

    /// However JSON writes it, so `1e4` too. None for what is no number, or too long to be meant as one.
    private static @Nullable BigDecimal decimal(String text) {
        if (text.length() > MAX_NUMBER) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static RuntimeException wrong(String name, String message) {
        return Rejection.ofFields(
                        ErrorCode.VALIDATION_FAILED,
                        "'" + name + "' " + message + ".",
                        List.of(new Rejection.FieldError(name, message)))
                .asException();
    }
}
