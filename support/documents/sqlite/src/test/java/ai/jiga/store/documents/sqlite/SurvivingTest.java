package ai.jiga.store.documents.sqlite;

import static ai.jiga.store.documents.sqlite.Tickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.sqlite.Tickets.Ticket;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Killed processes, torn logs and failing disks.
class SurvivingTest {
    @TempDir
    Path folder;

    @Test
    void aKilledProcessLosesNothingThatItAcknowledged() throws Exception {
        Path data = folder.resolve("data");
        Path notes = folder.resolve("acknowledged");
        var random = new Random(11);
        for (int round = 0; round < 3; round++) {
            long before = Files.exists(notes) ? Files.size(notes) : 0;
            Process process = CrashingWriter.start(data, notes);
            long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            long enough = before + 500 + random.nextInt(3_000);
            while ((!Files.exists(notes) || Files.size(notes) < enough) && System.nanoTime() < patience) {
                assertThat(process.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            try (SqliteDocuments store = Tickets.open(data)) {
                List<String> acknowledged = Files.readAllLines(notes);
                assertThat(acknowledged).hasSizeGreaterThan(50);
                for (String id : acknowledged) {
                    assertThat(store.getAll(List.of(TICKETS.id(id + "a"), TICKETS.id(id + "b"))))
                            .hasSize(2);
                }
                assertThat(store.count(TICKETS.query().where("owner").is("o"))).isEven();
                assertThat(store.count(
                                TICKETS.query().where("tags").contains("all").descending("price")))
                        .isEqualTo(store.count(TICKETS.query()));
            }
        }
    }

    @Test
    void aLogCutAtAnyLengthOpensWithWhatWasDurable() throws IOException {
        Path live = folder.resolve("live");
        Path kept = folder.resolve("kept");
        int written = 60;
        try (SqliteDocuments store = Tickets.open(live)) {
            for (int i = 0; i < written; i++) {
                String id = "t%03d".formatted(i);
                store.transact(tx -> {
                    tx.set(TICKETS.id(id), Ticket.of("o", 1));
                    tx.upsert(
                            TICKETS.id("sum"),
                            Ticket.of("sum", 0),
                            ai.jiga.store.documents.Update.of().increment("price", 1));
                    return true;
                });
            }
            copy(live, kept);
        }
        var random = new Random(5);
        long whole = Files.size(kept.resolve("store.db-wal"));
        for (int i = 0; i < 20; i++) {
            Path cut = folder.resolve("cut" + i);
            copy(kept, cut);
            long length = i == 0 ? whole : random.nextLong(whole);
            try (FileChannel log = FileChannel.open(cut.resolve("store.db-wal"), StandardOpenOption.WRITE)) {
                log.truncate(length);
            }
            try (SqliteDocuments store = Tickets.open(cut)) {
                long found = store.count(TICKETS.query().where("owner").is("o"));
                assertThat(found).isBetween(i == 0 ? (long) written : 0L, (long) written);
                for (int t = 0; t < found; t++) {
                    assertThat(store.get(TICKETS.id("t%03d".formatted(t)))).isPresent();
                }
                assertThat(store.get(TICKETS.id("sum"))
                                .map(d -> d.value().price())
                                .orElse(0L))
                        .isEqualTo(found);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : List.of("store.db", "store.db-wal", "fields.key")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    @Test
    void whatCannotBeWrittenFailsAloneAndTheOthersCommit() throws Exception {
        try (SqliteDocuments store = Tickets.open(folder)) {
            try (Session session = Database.plain(folder.resolve(Database.FILE))) {
                session.runOnce("CREATE TRIGGER broken BEFORE INSERT ON tickets WHEN new.id LIKE '%bad' "
                        + "BEGIN SELECT RAISE(FAIL, 'a broken disk'); END");
            }
            var threads = new java.util.ArrayList<Thread>();
            var failed = new java.util.concurrent.atomic.AtomicInteger();
            for (int i = 0; i < 40; i++) {
                String id = "t" + i;
                boolean bad = i % 4 == 0;
                threads.add(Thread.ofVirtual().start(() -> {
                    try {
                        store.transact(tx -> {
                            tx.set(TICKETS.id(id), Ticket.of("o", 1));
                            tx.set(TICKETS.id(id + (bad ? "bad" : "good")), Ticket.of("o", 1));
                            return true;
                        });
                    } catch (StorageException e) {
                        failed.incrementAndGet();
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(failed).hasValue(10);
            assertThat(store.count(TICKETS.query())).isEqualTo(60);
            assertThat(store.get(TICKETS.id("t0"))).isEmpty();
        }
    }

    @Test
    void aCommitThatFailsFailsItsCallers() {
        try (SqliteDocuments store = Tickets.open(folder)) {
            Tickets.put(store, "before", Ticket.of("o", 1));
            try (Session session = Database.plain(folder.resolve(Database.FILE))) {
                session.runOnce("CREATE TRIGGER gone BEFORE INSERT ON tickets WHEN new.id = 'end' "
                        + "BEGIN SELECT RAISE(ROLLBACK, 'the transaction is gone'); END");
            }
            assertThatThrownBy(() -> Tickets.put(store, "end", Ticket.of("o", 1)))
                    .isInstanceOf(StorageException.class);
            Tickets.put(store, "after", Ticket.of("o", 1));
            assertThat(store.count(TICKETS.query())).isEqualTo(2);
        }
    }
}
