package ai.jiga.store.testing;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.CacheDefinition;
import ai.jiga.store.cache.CacheEngine;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Caches that keep values as an engine outside of the process does: what they give back went through JSON.
/// So every test of a service notices a value that does not survive that.
final class JsonCaches implements CacheEngine {
    private final CacheEngine engine;
    private final ObjectMapper json;

    JsonCaches(CacheEngine engine, ObjectMapper json) {
        this.engine = engine;
        this.json = json;
    }

    @Override
    public <T> Cache<T> open(CacheDefinition<T> definition) {
        return new JsonCache<>(engine.open(definition), definition.type());
    }

    @Override
    public Optional<String> trouble() {
        return engine.trouble();
    }

    @Override
    public void close() {
        engine.close();
    }

    private final class JsonCache<T> implements Cache<T> {
        private final Cache<T> cache;
        private final Class<T> type;

        JsonCache(Cache<T> cache, Class<T> type) {
            this.cache = cache;
            this.type = type;
        }

        private T copy(T value) {
            try {
                return json.readValue(json.writeValueAsString(value), type);
            } catch (JsonProcessingException e) {
                throw new AssertionError(type + " does not survive JSON", e);
            }
        }

        @Override
        public Optional<T> get(String key, Supplier<Optional<T>> load) {
            return cache.get(key, () -> load.get().map(this::copy));
        }

        @Override
        public Map<String, T> getAll(Collection<String> keys, Function<Set<String>, Map<String, T>> load) {
            return cache.getAll(keys, missing -> {
                var copies = new LinkedHashMap<String, T>();
                load.apply(missing).forEach((key, value) -> copies.put(key, copy(value)));
                return copies;
            });
        }

        @Override
        public <R> R write(String key, Supplier<R> commit, Function<? super R, Optional<T>> written) {
            return cache.write(key, commit, result -> written.apply(result).map(this::copy));
        }

        @Override
        public void invalidate(String key) {
            cache.invalidate(key);
        }
    }
}
