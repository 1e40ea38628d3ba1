package ai.jiga.store.documents.sqlite;

import static ai.jiga.store.documents.sqlite.Tickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.sqlite.Tickets.Ticket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder that an older version wrote: what is in it is found as before, and it can go back.
class FormatTest {
    @TempDir
    Path folder;

    private static final String KEPT = "before-format-" + Database.FORMAT + ".backup";

    /// As format 1 had it: indexes over the JSON, and triggers that kept the elements of arrays.
    private void asFormat1() {
        Tickets.open(folder).close();
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            for (String sql : List.of(
                    "DROP TABLE tickets",
                    "DROP TABLE \"tickets by each tags, price desc\"",
                    "CREATE TABLE \"tickets\"(doc INTEGER PRIMARY KEY, parent TEXT NOT NULL, id TEXT NOT NULL, "
                            + "body TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL) STRICT",
                    "CREATE INDEX \"tickets by owner, price desc\" ON \"tickets\"(parent, json_extract(body,'$.owner'), "
                            + "json_extract(body,'$.price') DESC, id DESC) WHERE json_type(body,'$.owner') IS NOT NULL "
                            + "AND json_type(body,'$.price') IS NOT NULL",
                    "CREATE TABLE \"tickets by each tags, price desc\"(parent TEXT NOT NULL, id TEXT NOT NULL, "
                            + "f0 ANY NOT NULL, f1 ANY NOT NULL, doc INTEGER NOT NULL, "
                            + "PRIMARY KEY (parent, f0, f1 DESC, id DESC)) STRICT, WITHOUT ROWID",
                    "CREATE TRIGGER \"tickets by each tags, price desc on insert\" AFTER INSERT ON \"tickets\" BEGIN "
                            + "INSERT OR IGNORE INTO \"tickets by each tags, price desc\" SELECT new.parent, new.id, "
                            + "element.value, json_extract(new.body,'$.price'), new.doc "
                            + "FROM json_each(new.body,'$.tags') AS element; END",
                    "INSERT INTO tickets(parent, id, body, created, updated) VALUES "
                            + "('', 'a', '{\"owner\":\"x\",\"price\":3,\"tags\":[\"t\",\"u\",\"t\"]}', 1000, 2000), "
                            + "('', 'b', '{\"owner\":null,\"price\":4,\"tags\":[\"u\"]}', 1000, 2000), "
                            + "('', 'c', '{\"price\":5,\"tags\":[]}', 1000, 2000)",
                    "PRAGMA user_version = 1")) {
                session.runOnce(sql);
            }
        }
    }

    private static List<Long> prices(SqliteDocuments store, Query<Ticket> query) {
        return store.query(query.limit(9)).values().stream().map(Ticket::price).toList();
    }

    @Test
    void whatAnOlderVersionWroteIsFoundByAllItsIndexes() {
        asFormat1();
        try (SqliteDocuments store = Tickets.open(folder)) {
            assertThat(prices(store, TICKETS.query().where("owner").is("x").descending("price")))
                    .containsExactly(3L);
            assertThat(prices(store, TICKETS.query().where("tags").contains("u").descending("price")))
                    .containsExactly(4L, 3L);
            assertThat(prices(store, TICKETS.query().descending("price").ascending("owner")))
                    .as("the third has no owner; null is one")
                    .containsExactly(4L, 3L);

            Tickets.put(store, "a", new Ticket("x", 7, null, List.of("u")));
            assertThat(prices(store, TICKETS.query().where("tags").contains("u").descending("price")))
                    .containsExactly(7L, 4L);
            assertThat(prices(store, TICKETS.query().where("tags").contains("t").descending("price")))
                    .isEmpty();
        }
    }

    @Test
    void whatItWasIsKeptAndTheOlderVersionIsToldToStayAway() throws Exception {
        asFormat1();
        Tickets.open(folder).close();

        assertThat(folder.resolve(KEPT)).exists();
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            assertThat(session.pragma("user_version")).isEqualTo(String.valueOf(Database.FORMAT));
            assertThat(session.list(
                            "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
                            List.of(),
                            row -> row.getString(1)))
                    .isEmpty();
        }
        SqliteBackups.restore(folder.resolve(KEPT), folder);
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            assertThat(session.pragma("user_version")).isEqualTo("1");
        }
    }

    /// Whose tables are those of this one, while it would miss what the documents say since.
    @Test
    void aFolderOfTheVersionBeforeIsKeptAndMarkedToo() throws Exception {
        Tickets.open(folder).close();
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            session.runOnce("PRAGMA user_version = " + (Database.FORMAT - 1));
        }
        Tickets.open(folder).close();

        assertThat(folder.resolve(KEPT)).exists();
        try (Session session = Database.plain(folder.resolve(Database.FILE))) {
            assertThat(session.pragma("user_version")).isEqualTo(String.valueOf(Database.FORMAT));
        }
    }

    @Test
    void aFolderOfThisVersionIsLeftAsItIs() {
        Tickets.open(folder).close();
        SqliteDocuments.open(folder, Tickets.SCHEMA, DocumentJson.mapper(), InstantSource.system())
                .close();
        assertThat(folder.resolve(KEPT)).doesNotExist();
    }
}
