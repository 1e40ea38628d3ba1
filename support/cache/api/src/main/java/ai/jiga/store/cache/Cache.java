package ai.jiga.store.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Copies of documents, by a text of the caller's. All methods may be called from any number of threads,
/// none inside of a transaction's body: what a body reads must be what is committed.
///
/// A read that begins after [#invalidate] or [#write] has returned sees what was committed before it or
/// later, in each process that shares the cache. Two exceptions, each as long as the time to live at most:
/// a process that lost the engine and ended before it could make up for the invalidations it owed; and, for
/// the moment until it is back, the processes that have not lost it.
///
/// No engine's failure comes out of these methods; those of loads and writes do.
public interface Cache<T> {
    /// The value kept, or else the one loaded. Within a process a key is loaded once at a time: who comes
    /// meanwhile waits for that load and shares its result or what it throws. Neither a failure nor an
    /// absent value is kept, because a made-up key would take the place of a real one and what is absent
    /// now is often made next.
    ///
    /// An invalidation overtakes the loads that began before it: what they bring is given to those who
    /// waited, is not kept, and nobody joins them any more.
    ///
    /// @param load may block; also called in the background where the cache refreshes ahead
    /// @throws IllegalStateException when a load asks for the key it loads
    Optional<T> get(String key, Supplier<Optional<T>> load);

    /// As [#get] for each of the keys, with one load for all that are missing.
    ///
    /// @param load told what is missing; leaves out what does not exist
    /// @return what exists, in the order of the keys
    Map<String, T> getAll(Collection<String> keys, Function<Set<String>, Map<String, T>> load);

    /// Write-through: runs `commit`, then keeps what it wrote. From before the commit on, no load of this key
    /// is kept, so that of two writers at once neither leaves its older value behind: the cache is empty
    /// then.
    ///
    /// @param commit writes the documents; when it throws, nothing is kept
    /// @param written what was committed, read from the commit's result; absent: nothing, or not worth
    ///     keeping
    <R> R write(String key, Supplier<R> commit, Function<? super R, Optional<T>> written);

    /// Forgets the value, after whatever changed it was committed.
    void invalidate(String key);
}
