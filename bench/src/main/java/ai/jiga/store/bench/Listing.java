package ai.jiga.store.bench;

import static ai.jiga.store.documents.Index.asc;
import static ai.jiga.store.documents.Index.contains;
import static ai.jiga.store.documents.Index.desc;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/// The document that is measured with: about as large, and with about as many indexes, as a listing of the
/// marketplace.
record Listing(
        String ownerId,
        String agentId,
        String title,
        String description,
        String rank,
        double rating,
        long price,
        boolean isHirable,
        List<String> tokens,
        Instant createdAt) {
    static final Collection<Listing> PLAIN = Collection.of("listings", Listing.class);
    static final Collection<Listing> LISTINGS = PLAIN.index(asc("ownerId"), desc("createdAt"))
            .index(asc("rank"), desc("rating"), asc("price"))
            .index(contains("tokens"), desc("createdAt"));
    static final Schema SCHEMA = Schema.of(LISTINGS);
    /// How many listings an owner has, and how many a page shows.
    static final int PAGE = 20;

    private static final List<String> RANKS = List.of("BRONZE", "SILVER", "GOLD", "PLATINUM");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    /// The listing of that number among so many; the same each time.
    static Listing of(long number, long total) {
        var random = new Random(number * 0x9E3779B97F4A7C15L);
        long owners = Math.max(1, total / PAGE);
        return new Listing(
                owner(random.nextLong(owners)),
                id(number),
                "Coach number " + number,
                "Plays beside you, keeps an eye on the economy, calls the rotations in time and explains afterwards what "
                        + "went wrong, in a calm voice and without blame. Speaks English and German. " + number,
                RANKS.get(random.nextInt(RANKS.size())),
                random.nextInt(10, 51) / 10.0,
                random.nextInt(1, 400) * 100L,
                random.nextInt(10) > 0,
                List.of("game" + random.nextInt(40), token(random.nextLong(owners))),
                START.plusSeconds(random.nextInt(10_000_000)));
    }

    static String owner(long number) {
        return "user-" + number;
    }

    static String token(long number) {
        return "speciality-" + number;
    }

    /// Like a UUIDv7: in the order of time, and as long.
    static String id(long number) {
        return "%08x-%04x-7000-8000-%012x"
                .formatted(number >>> 16, number & 0xffff, number * 0x5DEECE66DL & 0xffffffffffffL);
    }
}
