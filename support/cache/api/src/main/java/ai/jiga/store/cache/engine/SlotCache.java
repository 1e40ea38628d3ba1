package ai.jiga.store.cache.engine;

import ai.jiga.store.cache.Cache;
import ai.jiga.store.cache.engine.Flights.Flight;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A cache over slots, wherever these lie.
public final class SlotCache<T> implements Cache<T> {
    private static final Logger LOG = LoggerFactory.getLogger(SlotCache.class);

    private final String name;
    private final Slots<T> slots;
    private final BackgroundLoads background;
    private final Flights<T> flights = new Flights<>();

    /// @param name of the cache, for the log
    public SlotCache(String name, Slots<T> slots, BackgroundLoads background) {
        this.name = name;
        this.slots = slots;
        this.background = background;
    }

    @Override
    public Optional<T> get(String key, Supplier<Optional<T>> load) {
        Slot<T> slot = slots.look(key);
        if (slot instanceof Slot.Kept<T> kept) {
            refreshWhenFading(key, kept, load);
            return Optional.of(kept.value());
        }
        Flight<T> flight = flights.board(new Flights.Name(key, slot.stamp()));
        if (flight.take()) {
            fly(
                    Map.of(key, flight),
                    missing -> load.get().map(value -> Map.of(key, value)).orElse(Map.of()));
        }
        return flight.await();
    }

    @Override
    public Map<String, T> getAll(Collection<String> keys, Function<Set<String>, Map<String, T>> load) {
        var wanted = new LinkedHashSet<>(keys);
        var mine = new LinkedHashMap<String, Flight<T>>();
        var found = new LinkedHashMap<String, Supplier<Optional<T>>>();
        slots.look(wanted).forEach((key, slot) -> {
            if (slot instanceof Slot.Kept<T> kept) {
                refreshWhenFading(
                        key,
                        kept,
                        () -> Optional.ofNullable(load.apply(Set.of(key)).get(key)));
                found.put(key, () -> Optional.of(kept.value()));
            } else {
                Flight<T> flight = flights.board(new Flights.Name(key, slot.stamp()));
                if (flight.take()) {
                    mine.put(key, flight);
                }
                found.put(key, flight::await);
            }
        });
        // Before waiting for others: they may wait for these.
        if (!mine.isEmpty()) {
            fly(mine, load);
        }
        var values = new LinkedHashMap<String, T>();
        for (String key : wanted) {
            Supplier<Optional<T>> one = found.get(key);
            if (one != null) {
                one.get().ifPresent(value -> values.put(key, value));
            }
        }
        return values;
    }

    @Override
    public <R> R write(String key, Supplier<R> commit, Function<? super R, Optional<T>> written) {
        Object stamp = slots.shut(key);
        Optional<T> value = Optional.empty();
        try {
            R result = commit.get();
            value = written.apply(result);
            return result;
        } finally {
            slots.settle(key, stamp, value);
        }
    }

    @Override
    public void invalidate(String key) {
        slots.clear(key);
    }

    /// Loads what is missing, keeps it and lands every flight, whatever happens.
    @SuppressWarnings("CatchingUnchecked") // whatever a load throws is handed to all who wait for it
    private void fly(Map<String, Flight<T>> mine, Function<Set<String>, Map<String, T>> load) {
        try {
            // Once more: a load that landed since the first look has left its value.
            Map<String, Slot<T>> now = slots.look(mine.keySet());
            var missing = new LinkedHashSet<String>();
            var values = new LinkedHashMap<String, T>();
            mine.keySet().forEach(key -> {
                if (now.get(key) instanceof Slot.Kept<T> kept) {
                    values.put(key, kept.value());
                } else {
                    missing.add(key);
                }
            });
            if (!missing.isEmpty()) {
                Map<String, T> loaded = load.apply(missing);
                for (String key : missing) {
                    Optional<T> value = Optional.ofNullable(loaded.get(key));
                    value.ifPresent(there -> values.put(key, there));
                    if (now.get(key) instanceof Slot.Open<T> open) {
                        slots.keep(key, open.stamp(), value);
                    }
                }
            }
            mine.forEach((key, flight) -> flight.land(Optional.ofNullable(values.get(key))));
        } catch (Throwable failure) {
            mine.values().forEach(flight -> flight.crash(failure));
        }
    }

    private void refreshWhenFading(String key, Slot.Kept<T> kept, Supplier<Optional<T>> load) {
        if (!kept.fading()) {
            return;
        }
        Flight<T> flight = flights.board(new Flights.Name(key, kept.stamp()));
        if (flight.take() && !background.start(() -> refresh(key, kept, load, flight))) {
            flight.land(Optional.of(kept.value()));
        }
    }

    @SuppressWarnings("CatchingUnchecked") // nobody waits: the old value is served on
    private void refresh(String key, Slot.Kept<T> kept, Supplier<Optional<T>> load, Flight<T> flight) {
        flight.takeOver();
        try {
            slots.keep(key, kept.stamp(), load.get());
        } catch (Throwable failure) {
            LOG.warn("{}: a value could not be loaded again, and is served until its time is over", name, failure);
        } finally {
            flight.land(Optional.of(kept.value()));
        }
    }
}
