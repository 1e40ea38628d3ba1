package ai.jiga.store.marketplace.usecase;

import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.marketplace.model.Shelf;
import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds listings without a search engine, by the indexes of their documents: the best rated first, of equally
/// rated ones the cheapest. What the indexes do not filter by is looked at in what they find, some rounds of it
/// for each page; so a page may be shorter than asked for, and the next one goes on. There is no text, no count,
/// no other order.
final class BrowseListings {
    private static final String MARK = "documents:";
    private static final int ROUNDS = 10;
    private static final int RETRY_SECONDS = 5;

    private final DocumentStore store;

    BrowseListings(DocumentStore store) {
        this.store = store;
    }

    record Browsed(List<Listing> listings, @Nullable String nextCursor) {}

    /// Whether this page was begun here, and so goes on here.
    static boolean isBegun(SearchRequest request) {
        String cursor = request.cursor();
        return cursor != null && cursor.startsWith(MARK);
    }

    static Rejection unavailable(String detail) {
        return Rejection.of(ErrorCode.UNAVAILABLE, detail).with("retryAfterSeconds", RETRY_SECONDS);
    }

    /// Refused with UNAVAILABLE when it takes a search engine.
    ///
    /// @throws InvalidCursorException for a cursor of this kind that is another question's
    Outcome<Browsed> browse(SearchRequest request) {
        String missing = missing(request);
        if (missing != null) {
            return Outcome.rejected(
                    unavailable("The search is away for the moment. " + missing + " Or try again in some seconds."));
        }
        List<Listing> found = new ArrayList<>();
        String begun = request.cursor();
        Cursor next = begun == null ? null : new Cursor(begun.substring(MARK.length()));
        int rounds = 0;
        do {
            Results<Listing> some = read(shelves(request).limit(request.limit() - found.size()), next);
            some.values().stream()
                    .filter(listing -> ListingSearch.matches(listing, request))
                    .forEach(found::add);
            next = some.next();
            rounds++;
        } while (next != null && found.size() < request.limit() && rounds < ROUNDS);
        return Outcome.done(new Browsed(found, next == null ? null : MARK + next.token()));
    }

    private Results<Listing> read(Query<Listing> query, @Nullable Cursor after) {
        try {
            return store.query(query.startAfter(after));
        } catch (IllegalArgumentException e) {
            throw after == null ? e : new InvalidCursorException();
        }
    }

    /// What to leave out, in words for who asks; null when all can be had.
    private static @Nullable String missing(SearchRequest request) {
        String text = request.text();
        Integer page = request.page();
        if (text != null && !text.isBlank()) {
            return "Browse meanwhile: leave out 'q'.";
        }
        boolean byRating = request.sort() instanceof Sort.Relevance
                || request.sort().equals(Sort.descending(ListingSearch.RATING));
        if (!byRating) {
            return "Meanwhile listings are sorted by rating alone: leave out 'sortBy'.";
        }
        if (page != null && page > 1) {
            return "Meanwhile pages have no numbers: leave out 'page' and follow nextCursor.";
        }
        return request.cursor() != null && !isBegun(request)
                ? "This cursor goes on when it is back: begin meanwhile without a cursor."
                : null;
    }

    private static Query<Listing> shelves(SearchRequest request) {
        Set<String> games = request.terms().getOrDefault(ListingSearch.GAMES, Set.of());
        Set<String> subjects = request.terms().getOrDefault(ListingSearch.SPECIALIZATION, Set.of());
        Query<Listing> hirable =
                MarketplaceCollections.LISTINGS.query().where(Shelf.IS_HIRABLE).is(true);
        Query<Listing> some;
        if (games.size() <= 1 && subjects.size() <= 1 && games.size() + subjects.size() > 0) {
            some = hirable.where(Shelf.PLAYS).contains(Shelf.play(only(games), only(subjects)));
        } else {
            Set<String> ranks = request.terms().getOrDefault(ListingSearch.RANK, Set.of());
            some = hirable.where(Shelf.RANK).in(ranks.isEmpty() ? allRanks() : List.copyOf(ranks));
        }
        return some.descending(Shelf.RATING).ascending(Shelf.PRICE);
    }

    private static String only(Set<String> values) {
        return values.isEmpty() ? "" : values.iterator().next();
    }

    private static List<String> allRanks() {
        return Arrays.stream(Rank.values()).map(Rank::label).toList();
    }
}
