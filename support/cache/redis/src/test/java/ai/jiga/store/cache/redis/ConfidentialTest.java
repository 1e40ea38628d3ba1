package ai.jiga.store.cache.redis;

import static ai.jiga.store.cache.redis.RedisTests.open;
import static ai.jiga.store.cache.redis.RedisTests.options;
import static ai.jiga.store.cache.redis.RedisTests.pages;
import static ai.jiga.store.cache.redis.RedisTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.redis.RedisTests.Page;
import ai.jiga.store.emulators.testkit.Emulators;
import io.lettuce.core.RedisClient;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What lies in Redis.
class ConfidentialTest {
    /// Shows what went through it.
    private static final class Seal implements ValueCipher {
        private final CopyOnWriteArrayList<String> places = new CopyOnWriteArrayList<>();

        @Override
        public String encrypt(String plaintext, String place) {
            places.add(place);
            return "sealed " + new StringBuilder(plaintext).reverse();
        }

        @Override
        public String decrypt(String ciphertext, String place) {
            return new StringBuilder(ciphertext.substring("sealed ".length()))
                    .reverse()
                    .toString();
        }
    }

    @Test
    void confidentialValuesAreSealedAndBoundToTheirPlace() {
        var seal = new Seal();
        var options = options().encrypting(seal);
        try (var engine = open(Emulators.redis(), options)) {
            Cache<Page> secret = engine.open(pages().keptConfidential());
            read(secret, "ann", 7);
            assertThat(secret.get("ann", RedisTests::unwanted)).contains(Page.of(7));
            assertThat(seal.places).containsExactly("pages:ann");
        }
        try (var client = RedisClient.create(Emulators.redis());
                var connection = client.connect()) {
            var keys = connection.sync().keys(options.prefix() + "*:pages:ann");
            assertThat(keys).hasSize(1);
            assertThat(connection.sync().get(keys.getFirst()))
                    .contains("sealed")
                    .doesNotContain("Nova");
            assertThat(connection.sync().pttl(keys.getFirst())).isBetween(1L, 600_000L);
        }
    }

    @Test
    void confidentialValuesAreNotKeptWithoutACipher() {
        try (var engine = open(Emulators.redis(), options())) {
            Cache<Page> secret = engine.open(pages().keptConfidential());
            assertThat(read(secret, "ann", 1)).isEqualTo(Page.of(1));
            assertThat(read(secret, "ann", 2)).isEqualTo(Page.of(2));
            assertThat(secret.write("ann", () -> 3, three -> Optional.of(Page.of(three))))
                    .isEqualTo(3);
            secret.invalidate("ann");
            assertThat(secret.getAll(java.util.List.of("ann"), keys -> java.util.Map.of("ann", Page.of(4))))
                    .containsEntry("ann", Page.of(4));
        }
    }

    @Test
    void aValueThatCannotBeReadIsLoadedAndReplaced() {
        var options = options();
        try (var engine = open(Emulators.redis(), options);
                var client = RedisClient.create(Emulators.redis());
                var connection = client.connect()) {
            Cache<Page> pages = engine.open(pages());
            read(pages, "nova", 1);
            String key =
                    connection.sync().keys(options.prefix() + "*:pages:nova").getFirst();
            connection.sync().append(key, "}{");
            connection.sync().setrange(key, 40, "???");
            assertThat(read(pages, "nova", 2)).isEqualTo(Page.of(2));
            assertThat(pages.get("nova", RedisTests::unwanted)).contains(Page.of(2));
        }
    }
}
