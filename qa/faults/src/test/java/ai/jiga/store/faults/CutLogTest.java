package ai.jiga.store.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.transaction.TransactionInitiated;
import ai.jiga.store.documents.sqlite.SqliteDocuments;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.transaction.model.LedgerCollections;
import ai.jiga.store.transaction.usecase.KeepBooks;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What a disk that lies leaves behind: a data folder whose write-ahead log ends anywhere. Commits at its end are lost,
/// which no store can help; what is left must be a state that once was, with books that balance.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CutLogTest {
    private static final String LOG = "store.db-wal";
    private static final int COPIES = Boolean.getBoolean("jiga.long") ? 1_000 : 100;
    private static final int SECTOR = 512;

    @SuppressWarnings("NullAway.Init") // by write()
    private Path room;

    @SuppressWarnings("NullAway.Init") // by write()
    private Path whole;

    /// What a copy of the folder holds.
    private record Found(long transactions, long holds, long announced, List<String> problems, boolean balanced) {}

    @BeforeAll
    void write(@TempDir Path room) throws Exception {
        this.room = room;
        Path data = room.resolve("data");
        whole = room.resolve("whole");
        try (var business = Business.in(data)) {
            // Few enough for the log to be short of what is merged: a cut below a merged point is
            // no longer something that a disk can do.
            business.run(4, 25);
            // While the store is open and at rest: closing it would take the log into the database.
            copy(data, whole);
        }
        assertThat(Files.size(whole.resolve(LOG))).as("the log to be cut").isGreaterThan(200_000);
    }

    @Test
    void copiesWhoseLogIsCutAnywhereOpenAndBalance() throws IOException {
        long seed = Long.getLong("jiga.faults.seed", System.nanoTime());
        var random = new Random(seed);
        long length = Files.size(whole.resolve(LOG));
        Found all = open(copyCutAt("all", length));
        assertThat(all.transactions()).isGreaterThan(90);

        List<Long> transactions = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            // The first bytes, the log's own header among them, are worth a few copies too.
            long cut = i % 10 == 0 ? random.nextLong(100) : random.nextLong(length);
            Found found = open(copyCutAt("cut", cut));
            String where = "cut at " + cut + " of " + length + ", -Djiga.faults.seed=" + seed;
            assertThat(found.problems()).as(where).isEmpty();
            assertThat(found.balanced()).as(where).isTrue();
            assertThat(found.announced()).as("announced holds, " + where).isEqualTo(found.holds());
            assertThat(found.transactions()).as(where).isLessThanOrEqualTo(all.transactions());
            transactions.add(found.transactions());
        }
        assertThat(transactions.stream().distinct().count())
                .as("how different the cuts are")
                .isGreaterThan(20);
    }

    @Test
    void aLogWhoseEndIsOverwrittenOpensAndBalances() throws IOException {
        var random = new Random(7);
        long length = Files.size(whole.resolve(LOG));
        for (int i = 0; i < 10; i++) {
            Path copy = copyCutAt("torn", length);
            byte[] rubbish = new byte[SECTOR];
            random.nextBytes(rubbish);
            try (var channel = FileChannel.open(copy.resolve(LOG), StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(rubbish), random.nextLong(length - SECTOR));
            }
            Found found = open(copy);
            assertThat(found.problems()).isEmpty();
            assertThat(found.balanced()).isTrue();
        }
    }

    private static Found open(Path folder) throws IOException {
        Found found;
        try (SqliteDocuments documents = Business.open(folder)) {
            var books = new KeepBooks(documents);
            long holds = documents.count(LedgerCollections.TRANSACTIONS
                    .query()
                    .where("views")
                    .contains(Business.PLAYER + "|hire")
                    .descending("createdAt"));
            found = new Found(
                    documents.count(LedgerCollections.TRANSACTIONS.query()),
                    holds,
                    announced(documents),
                    books.verify().problems(),
                    books.books(null).balanced());
        }
        delete(folder);
        return found;
    }

    /// Holds whose event lies in the outbox: nothing takes events out of it here.
    private static long announced(SqliteDocuments documents) {
        return documents.query(Outbox.ENTRIES.query().limit(5_000)).values().stream()
                .filter(entry -> entry.event().type().equals(TransactionInitiated.TYPE))
                .count();
    }

    private Path copyCutAt(String name, long length) throws IOException {
        Path copy = room.resolve(name);
        copy(whole, copy);
        try (var channel = FileChannel.open(copy.resolve(LOG), StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
        return copy;
    }

    /// Without the memory-mapped index of the log, which does not survive a machine, and the lock.
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.endsWith("-shm") && !name.contains("lock")) {
                    Files.copy(file, to.resolve(name));
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
