package ai.jiga.store.search.algolia;

import java.time.Duration;

/// How long is waited and how often it is tried again.
///
/// @param answer for one answer of Algolia to a search; writing may take [#WRITING] times as long
/// @param searches how often a search is sent at most; somebody is waiting for it
/// @param writes how often anything else is sent at most
/// @param firstPause after the first failure; doubled by each further one, and shortened by chance, so that
///     processes that failed together do not come back together
/// @param longestPause between two tries
/// @param firstPoll until the first question whether a task is published; later ones come ever more slowly
/// @param published how long a task may take
/// @param batch how many records are collected before they are sent unasked
/// @param batchAge how long they are collected, as of the next change
record Patience(
        Duration answer,
        int searches,
        int writes,
        Duration firstPause,
        Duration longestPause,
        Duration firstPoll,
        Duration published,
        int batch,
        Duration batchAge) {

    static final int WRITING = 10;

    static Patience usual() {
        return new Patience(
                Duration.ofSeconds(2),
                2,
                6,
                Duration.ofMillis(200),
                Duration.ofSeconds(10),
                Duration.ofMillis(50),
                Duration.ofMinutes(2),
                1_000,
                Duration.ofSeconds(2));
    }
}
