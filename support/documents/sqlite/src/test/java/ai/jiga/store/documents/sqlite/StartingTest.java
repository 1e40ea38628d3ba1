package ai.jiga.store.documents.sqlite;

import static ai.jiga.store.documents.sqlite.Tickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.NewerFormatException;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.sqlite.Tickets.Ticket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a start checks, makes and refuses.
class StartingTest {
    @TempDir
    Path folder;

    @Test
    void theRunningStoreSaysThatItSyncsEveryCommit() {
        try (SqliteDocuments store = Tickets.open(folder)) {
            assertThat(store.pragmas())
                    .containsEntry("journal_mode", "wal")
                    .containsEntry("synchronous", "2")
                    .containsEntry("fullfsync", "1")
                    .containsEntry("application_id", Integer.toString(Database.APPLICATION_ID));
        }
    }

    @Test
    void documentsAreThereAfterASecondStart() {
        try (SqliteDocuments store = Tickets.open(folder)) {
            Tickets.put(store, "t", new Ticket("o", 5, "secret", List.of()));
        }
        try (SqliteDocuments store = Tickets.open(folder)) {
            assertThat(store.get(TICKETS.id("t")).orElseThrow().value())
                    .isEqualTo(new Ticket("o", 5, "secret", List.of()));
        }
    }

    @Test
    void aSecondOpenerIsToldWhoHasTheFolder() {
        try (SqliteDocuments store = Tickets.open(folder)) {
            assertThatThrownBy(() -> Tickets.open(folder))
                    .isInstanceOf(FolderInUseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use by another JIGA Store");
            assertThatThrownBy(() -> SqliteBackups.restore(folder.resolve("none"), folder))
                    .isInstanceOf(FolderInUseException.class);
            Tickets.put(store, "t", Ticket.of("o", 1));
        }
        Tickets.open(folder).close();
    }

    @Test
    void anotherProcessIsToldToo() throws Exception {
        try (SqliteDocuments _ = Tickets.open(folder)) {
            Process process = CrashingWriter.start(folder, folder.resolve("acknowledged"));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(new String(process.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .contains("FolderInUseException")
                    .contains("(process " + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void whatANewerVersionWroteIsLeftAlone() {
        Tickets.open(folder).close();
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            session.runOnce("PRAGMA user_version = 99");
        }
        assertThatThrownBy(() -> Tickets.open(folder))
                .isInstanceOf(NewerFormatException.class)
                .hasMessageContaining("Start that newer version again");
    }

    @Test
    void aDatabaseOfAnotherProgramIsLeftAlone() {
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            session.runOnce("CREATE TABLE theirs(x)");
        }
        assertThatThrownBy(() -> Tickets.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another program");
        // The lock was given back.
        assertThatThrownBy(() -> Tickets.open(folder)).isNotInstanceOf(FolderInUseException.class);
    }

    @Test
    void newDeclarationsAreServedAndOldOnesDropped() {
        Collection<Ticket> before = Tickets.PLAIN.index(Index.asc("owner"));
        try (SqliteDocuments store = Tickets.open(folder, Schema.of(before))) {
            store.transact(tx -> {
                tx.set(before.id("a"), new Ticket("x", 3, null, List.of("t", "u")));
                tx.set(before.id("b"), new Ticket("y", 4, null, List.of("u")));
                return true;
            });
        }
        try (SqliteDocuments store = Tickets.open(folder)) {
            assertThat(store.query(TICKETS.query()
                                    .where("tags")
                                    .contains("u")
                                    .descending("price")
                                    .limit(9))
                            .values())
                    .extracting(Ticket::price)
                    .containsExactly(4L, 3L);
            assertThat(store.query(TICKETS.query()
                                    .where("tags")
                                    .contains("u")
                                    .where("owner")
                                    .is("x")
                                    .descending("price")
                                    .limit(9))
                            .values())
                    .extracting(Ticket::price)
                    .containsExactly(3L);
            assertThat(store.count(TICKETS.query()
                            .where("owner")
                            .is("x")
                            .where("price")
                            .atLeast(1)))
                    .isEqualTo(1);
        }
        try (SqliteDocuments store = Tickets.open(folder, Schema.of(before))) {
            assertThat(store.count(before.query().where("owner").is("y"))).isEqualTo(1);
        }
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            assertThat(session.number("SELECT count(*) FROM sqlite_schema WHERE name LIKE 'tickets by%'", List.of()))
                    .isEqualTo(2);
        }
    }

    @Test
    void aSecondStartMakesNothingAnew() {
        Tickets.open(folder).close();
        String before = schemaVersion();
        Tickets.open(folder).close();
        assertThat(schemaVersion()).isEqualTo(before);
    }

    private String schemaVersion() {
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            return session.pragma("schema_version");
        }
    }

    @Test
    void aLostKeyFileStopsTheStart() throws IOException {
        Tickets.open(folder).close();
        Files.move(folder.resolve(KeyFile.FILE), folder.resolve("mislaid"));
        assertThatThrownBy(() -> Tickets.open(folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is gone")
                .hasMessageContaining("restore a backup");
        Files.move(folder.resolve("mislaid"), folder.resolve(KeyFile.FILE));
        Tickets.open(folder).close();
    }

    @Test
    void onlyTheOwnerReadsTheFiles() throws IOException {
        try (SqliteDocuments store = Tickets.open(folder)) {
            Tickets.put(store, "t", Ticket.of("o", 1));
            for (String name : List.of("store.db", "store.db-wal", "fields.key")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theSweeperDeletesInTheBackground() throws InterruptedException {
        record Pass(String owner, Instant until) {}
        Collection<Pass> passes = Collection.of("passes", Pass.class).expires("until");
        try (SqliteDocuments store = SqliteDocuments.open(
                SqliteOptions.in(folder).sweepingEvery(Duration.ofMillis(20)),
                Schema.of(passes),
                DocumentJson.mapper(),
                InstantSource.system())) {
            store.transact(tx -> {
                tx.set(passes.id("old"), new Pass("o", Instant.EPOCH));
                tx.set(passes.id("new"), new Pass("o", Instant.parse("9000-01-01T00:00:00Z")));
                return true;
            });
            var swept = new CountDownLatch(1);
            try (var _ = store.watch(passes.query().limit(9), documents -> {
                if (documents.size() == 1 && documents.getFirst().id().equals("new")) {
                    swept.countDown();
                }
            })) {
                assertThat(swept.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }
}
