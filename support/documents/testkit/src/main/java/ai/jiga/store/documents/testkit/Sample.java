package ai.jiga.store.documents.testkit;

import static ai.jiga.store.documents.Index.asc;
import static ai.jiga.store.documents.Index.contains;
import static ai.jiga.store.documents.Index.desc;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The collections that the contract's tests work on.
public final class Sample {
    private Sample() {}

    public enum Rank {
        BRONZE,
        SILVER,
        GOLD
    }

    /// @param stats a field of a field
    public record Agent(
            String ownerId,
            String name,
            Rank rank,
            double rating,
            long price,
            boolean isHirable,
            List<String> tags,
            Stats stats,
            @Nullable Instant publishedAt) {
        public static Agent of(String name) {
            return new Agent("owner", name, Rank.GOLD, 4.5, 100, true, List.of(), new Stats(0, 0), null);
        }

        public Agent ownedBy(String owner) {
            return new Agent(owner, name, rank, rating, price, isHirable, tags, stats, publishedAt);
        }

        public Agent ranked(Rank other) {
            return new Agent(ownerId, name, other, rating, price, isHirable, tags, stats, publishedAt);
        }

        public Agent rated(double other) {
            return new Agent(ownerId, name, rank, other, price, isHirable, tags, stats, publishedAt);
        }

        public Agent priced(long other) {
            return new Agent(ownerId, name, rank, rating, other, isHirable, tags, stats, publishedAt);
        }

        public Agent hirable(boolean other) {
            return new Agent(ownerId, name, rank, rating, price, other, tags, stats, publishedAt);
        }

        public Agent tagged(String... others) {
            return new Agent(ownerId, name, rank, rating, price, isHirable, List.of(others), stats, publishedAt);
        }

        public Agent played(long hires, long seconds) {
            return new Agent(
                    ownerId, name, rank, rating, price, isHirable, tags, new Stats(hires, seconds), publishedAt);
        }

        public Agent published(@Nullable Instant at) {
            return new Agent(ownerId, name, rank, rating, price, isHirable, tags, stats, at);
        }
    }

    public record Stats(long hires, long seconds) {}

    public record Version(int number, String notes) {}

    public record Wallet(long available, long held) {}

    public record PaymentMethod(String label, @Nullable String token) {}

    public record Ticket(String text, @Nullable Instant expiresAt) {}

    public record Loose(Map<String, Object> fields) {}

    public static final Collection<Agent> AGENTS = Collection.of("agents", Agent.class)
            .index(asc("ownerId"))
            .index(asc("name"))
            .index(asc("rank"))
            .index(asc("price"))
            .index(asc("isHirable"))
            .index(desc("publishedAt"))
            .index(asc("stats.hires"))
            .index(asc("rank"), desc("rating"), asc("price"))
            .index(asc("ownerId"), asc("price"))
            .index(contains("tags"))
            .index(contains("tags"), desc("price"))
            .index(contains("tags"), asc("isHirable"), desc("price"))
            .sums("price");

    public static final Collection<Version> VERSIONS = Collection.of("agents/{}/versions", Version.class)
            .index(desc("number"))
            .groupIndex(asc("number"))
            .groupIndex(asc("notes"), desc("number"));

    public static final Collection<Wallet> WALLETS =
            Collection.of("wallets", Wallet.class).sums("available", "held");

    public static final Collection<PaymentMethod> PAYMENT_METHODS =
            Collection.of("payment_methods", PaymentMethod.class).encrypted("token");

    public static final Collection<Ticket> TICKETS =
            Collection.of("tickets", Ticket.class).expires("expiresAt");

    public static final Collection<Loose> LOOSE = Collection.of("loose", Loose.class)
            .index(asc("fields.x"))
            .index(contains("fields.plays"), asc("fields.open"), desc("fields.rating"), asc("fields.price"))
            .index(contains("fields.plays"), desc("fields.rating"), asc("fields.price"))
            .sums("fields.n", "fields.none");

    public static final Schema SCHEMA = Schema.of(AGENTS, VERSIONS, WALLETS, PAYMENT_METHODS, TICKETS, LOOSE);
}
