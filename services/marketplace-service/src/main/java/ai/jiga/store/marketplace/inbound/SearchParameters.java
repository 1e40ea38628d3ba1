package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.search.NumberRange;
import ai.jiga.store.search.PageTooDeepException;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.Limits;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What is searched for, as the query of the URL says it. Numbers and words of a fixed list are read here, so that a
/// mistake is answered with the parameter's name.
public class SearchParameters {
    private static final int MAX_TEXT = 300;

    @QueryParam("q")
    @Parameter(
            description =
                    "Text: typos are forgiven, the last word may be unfinished; when no listing has all words, the "
                            + "rarest decide, and the answer is relaxed")
    public @Nullable String q;

    @QueryParam("game")
    public List<String> game = List.of();

    @QueryParam("rank")
    public List<String> rank = List.of();

    @QueryParam("type")
    public List<String> type = List.of();

    @QueryParam("provider")
    public List<String> provider = List.of();

    @QueryParam("specialization")
    public List<String> specialization = List.of();

    @QueryParam("tag")
    public List<String> tag = List.of();

    @QueryParam("nationality")
    public List<String> nationality = List.of();

    @QueryParam("category")
    public List<String> category = List.of();

    @QueryParam("hasVoiceChat")
    @Parameter(description = "true or false")
    public @Nullable String hasVoiceChat;

    @QueryParam("hasCommentator")
    @Parameter(description = "true or false")
    public @Nullable String hasCommentator;

    @QueryParam("minPrice")
    @Parameter(description = "DOF per hour")
    public @Nullable String minPrice;

    @QueryParam("maxPrice")
    @Parameter(description = "DOF per hour")
    public @Nullable String maxPrice;

    @QueryParam("minRating")
    @Parameter(description = "0 to 5")
    public @Nullable String minRating;

    @QueryParam("sortBy")
    @Parameter(description = "relevance, popular, rating, price_asc, price_desc or newest")
    public @Nullable String sortBy;

    @QueryParam("limit")
    public @Nullable String limit;

    @QueryParam("cursor")
    public @Nullable String cursor;

    @QueryParam("page")
    @Parameter(description = "Counts from 1; not together with a cursor")
    public @Nullable String page;

    /// @throws ai.jiga.store.kernel.RejectedException VALIDATION_FAILED, INVALID_LIMIT or INVALID_CURSOR
    SearchRequest request(Cursors cursors) {
        if (q != null && q.length() > MAX_TEXT) {
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
                .page(page == null ? null : (int) number("page", page, 1, Integer.MAX_VALUE))
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
        try {
            return request.build();
        } catch (PageTooDeepException e) {
            throw wrong("page", "goes no further than hit " + SearchRequest.MAX_DEPTH + ": follow nextCursor");
        }
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
        return switch (sortBy == null ? "relevance" : sortBy) {
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
        if (!Set.of("true", "false").contains(value)) {
            throw wrong(name, "is true or false");
        }
        request.is(name, value.equals("true"));
    }

    private static List<String> texts(String name, List<String> values) {
        if (values.stream().anyMatch(v -> v.isEmpty() || v.length() > MAX_TEXT)) {
            throw wrong(name, "has 1 to " + MAX_TEXT + " characters");
        }
        return values;
    }

    private static <E> List<String> oneOf(String name, List<String> values, E[] all, Function<E, String> label) {
        List<String> labels = Arrays.stream(all).map(label).toList();
        if (!labels.containsAll(values)) {
            throw wrong(name, "is one of " + String.join(", ", labels));
        }
        return values;
    }

    private static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below.
        }
        throw wrong(name, "is a whole number from " + least);
    }

    private static double rating(String text) {
        if (text.matches("[0-5](\\.\\d{1,6})?")) {
            return Double.parseDouble(text);
        }
        throw wrong("minRating", "is a number from 0 to 5");
    }

    private static RuntimeException wrong(String name, String message) {
        return Rejection.ofFields(
                        ErrorCode.VALIDATION_FAILED,
                        "'" + name + "' " + message + ".",
                        List.of(new Rejection.FieldError(name, message)))
                .asException();
    }
}
