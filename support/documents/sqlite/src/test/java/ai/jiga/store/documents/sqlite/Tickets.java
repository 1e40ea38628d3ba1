package ai.jiga.store.documents.sqlite;

import static ai.jiga.store.documents.Index.asc;
import static ai.jiga.store.documents.Index.contains;
import static ai.jiga.store.documents.Index.desc;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Schema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A collection for the tests of what only this engine promises.
final class Tickets {
    private Tickets() {}

    record Ticket(String owner, long price, @Nullable String secret, List<String> tags) {
        static Ticket of(String owner, long price) {
            return new Ticket(owner, price, null, List.of("all", owner));
        }
    }

    static final Collection<Ticket> PLAIN =
            Collection.of("tickets", Ticket.class).encrypted("secret");

    static final Collection<Ticket> TICKETS = PLAIN.index(asc("owner"))
            .index(asc("owner"), desc("price"))
            .index(desc("price"), asc("owner"))
            .index(contains("tags"), desc("price"))
            .index(contains("tags"), asc("owner"), desc("price"));

    static final Collection<Ticket> NOTES = Collection.of("tickets/{}/notes", Ticket.class)
            .index(desc("price"))
            .groupIndex(asc("owner"), asc("price"))
            .groupIndex(contains("tags"));

    static final Schema SCHEMA = Schema.of(TICKETS, NOTES);

    /// Every shape of query that the declarations answer.
    static final List<Query<Ticket>> QUERIES = List.of(
            TICKETS.query(),
            TICKETS.query().where("owner").is("o1"),
            TICKETS.query().where("owner").in(List.of("o1", "o2")),
            TICKETS.query().where("owner").is("o1").descending("price"),
            TICKETS.query().where("owner").in(List.of("o1", "o2")).ascending("price"),
            TICKETS.query().where("owner").is("o1").where("price").moreThan(3),
            TICKETS.query().where("owner").is("o1").where("price").atMost(30).descending("price"),
            TICKETS.query().descending("price").ascending("owner"),
            TICKETS.query().where("price").lessThan(30).ascending("price").descending("owner"),
            TICKETS.query().where("tags").contains("all").descending("price"),
            TICKETS.query().where("tags").contains("all").where("price").atLeast(3),
            TICKETS.query()
                    .where("tags")
                    .contains("all")
                    .where("owner")
                    .is("o1")
                    .descending("price"),
            TICKETS.query()
                    .where("tags")
                    .contains("all")
                    .where("owner")
                    .in(List.of("o1", "o2"))
                    .ascending("price"),
            NOTES.query(TICKETS.id("t1")).descending("price"),
            NOTES.group(),
            NOTES.group().where("owner").is("o1").ascending("price"),
            NOTES.group().where("tags").contains("all"));

    static SqliteDocuments open(Path folder) {
        return open(folder, SCHEMA);
    }

    static SqliteDocuments open(Path folder, Schema schema) {
        return SqliteDocuments.open(
                SqliteOptions.in(folder).sweepingEvery(Duration.ZERO),
                schema,
                DocumentJson.mapper(),
                InstantSource.system());
    }

    static void put(SqliteDocuments store, String id, Ticket ticket) {
        store.transact(tx -> {
            tx.set(TICKETS.id(id), ticket);
            return true;
        });
    }
}
