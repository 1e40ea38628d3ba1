package ai.jiga.store.bench;

import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.json.KernelModule;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.Category;
import ai.jiga.store.marketplace.model.ListedAgent;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.marketplace.model.ListingStats;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A started store with so many listings on its market, beside those that it seeds.
final class ListedStore implements AutoCloseable {
    private static final int BATCH = 400;
    private static final int WORDS_OF_A_DESCRIPTION = 40;
    private static final int FIND_ALL_WITHIN_SECONDS = 120;

    private final StartedStore store;
    private final StoreApi api;
    private final int listings;

    private ListedStore(StartedStore store, int listings) {
        this.store = store;
        this.listings = listings;
        api = new StoreApi(store.url());
    }

    /// Comes back when all of them are found.
    ///
    /// @param folder made when it is not there
    static ListedStore start(Path app, Path folder, int listings) throws IOException, InterruptedException {
        fill(folder, listings);
        ListedStore started = new ListedStore(StartedStore.start(app, folder), listings);
        for (int i = 0; started.found() < listings; i++) {
            if (i == FIND_ALL_WITHIN_SECONDS) {
                throw new IllegalStateException("of " + listings + " listings " + started.found() + " are found");
            }
            Thread.sleep(1_000);
        }
        return started;
    }

    private static void fill(Path folder, int count) {
        ListingTexts texts = new ListingTexts();
        try (SqliteDocuments documents = SqliteDocuments.open(
                folder,
                MarketplaceCollections.SCHEMA,
                DocumentJson.mapper(new KernelModule()),
                InstantSource.system())) {
            for (int from = 0; from < count; from += BATCH) {
                List<Listing> some = new ArrayList<>();
                for (int i = from; i < Math.min(count, from + BATCH); i++) {
                    some.add(listing(texts, i));
                }
                documents.<Boolean>transact(tx -> {
                    some.forEach(each -> tx.set(MarketplaceCollections.listing(each.id()), each));
                    return true;
                });
            }
        }
    }

    private static Listing listing(ListingTexts texts, int number) {
        Random random = texts.random();
        Instant published = Instant.parse("2026-01-01T00:00:00Z").plus(number, ChronoUnit.MINUTES);
        Dof rate = Dof.of(500L * (2 + random.nextInt(38)));
        String id = "measured-%06d".formatted(number);
        Rank rank = texts.one(List.of(Rank.values()));
        var agent = new ListedAgent(
                texts.words(2),
                null,
                rank,
                AgentType.ASSISTANT,
                Provider.GEMINI,
                "Australian",
                "en-AU",
                random.nextBoolean(),
                random.nextBoolean(),
                false,
                rate,
                true,
                List.of(),
                List.of(),
                1);
        var content = new ListingContent(
                texts.words(5),
                texts.words(WORDS_OF_A_DESCRIPTION),
                texts.someWords(4),
                List.of(texts.one(List.of(Category.values())).id()),
                List.of(texts.game(), texts.game()),
                rate,
                Availability.ALWAYS);
        int raters = random.nextInt(20);
        var stats = new ListingStats(raters * 3L, raters * 3L, raters * 2L, raters * 4L, raters, raters * 100.0);
        return new Listing(
                ListingId.of(id),
                AgentId.of(id),
                UserId.of("owner-" + number / 20),
                ListingStatus.ACTIVE,
                content,
                agent,
                stats,
                1,
                1,
                published,
                published,
                published,
                null,
                published);
    }

    /// A market of so many and those of the seed.
    int listings() {
        return listings;
    }

    /// How many it says that there are.
    ///
    /// @throws IllegalStateException when the facets say something else
    final int found() throws IOException {
        JsonNode browsed = api.get("/marketplace?limit=1", null);
        int total = browsed.path("total").asInt();
        int counted = 0;
        for (JsonNode rank : browsed.at("/facets/rank")) {
            counted += rank.asInt();
        }
        if (counted != total) {
            throw new IllegalStateException("of " + total + " listings " + counted + " have a rank");
        }
        return total;
    }

    StoreApi api() {
        return api;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        api.close();
        store.close();
    }
}
