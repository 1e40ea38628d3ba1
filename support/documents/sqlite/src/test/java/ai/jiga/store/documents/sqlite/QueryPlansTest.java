package ai.jiga.store.documents.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.Index;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.IndexPlanner;
import ai.jiga.store.documents.sqlite.Tickets.Ticket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What makes a query as fast at a million documents as at a thousand: it walks an index and never sorts.
class QueryPlansTest {
    @TempDir
    Path folder;

    private static List<String> explain(Session session, Scan scan) {
        List<String> steps = new ArrayList<>();
        List<Object> withLimit = new ArrayList<>(scan.parameters());
        withLimit.add(10L);
        for (String sql : List.of(scan.documents(), scan.countUpTo())) {
            steps.addAll(session.list("EXPLAIN QUERY PLAN " + sql, withLimit, row -> row.getString(4)));
        }
        return steps;
    }

    private static void assertWalksAnIndex(Session session, Query<Ticket> query, boolean range) {
        var codec = new Codec(Tickets.SCHEMA, DocumentJson.mapper(), new TinkStandIn());
        var plan = new IndexPlanner(codec).plan(query);
        var tables = new Tables(Tickets.SCHEMA);
        for (List<Scan> branch : new SqlReader(session, tables, codec, new IndexPlanner(codec)).scans(plan)) {
            for (Scan scan : branch) {
                List<String> steps = explain(session, scan);
                assertThat(steps).as(scan.documents()).noneMatch(step -> step.contains("TEMP B-TREE"));
                assertThat(steps)
                        .as(scan.documents())
                        .filteredOn(step -> step.startsWith("SCAN ") && !step.contains("(subquery"))
                        .allMatch(step -> !range && step.contains("USING") && step.contains("INDEX"));
            }
        }
    }

    @Test
    void everyQueryWalksAnIndexAndNeverSorts() {
        try (SqliteDocuments store = Tickets.open(folder);
                Session session = new Database(folder).reader()) {
            assertThat(store.count(Tickets.TICKETS.query())).isZero();
            for (Query<Ticket> query : Tickets.QUERIES) {
                boolean wholeGroup =
                        query.scope() == Index.Scope.GROUP && query.filters().isEmpty();
                assertWalksAnIndex(session, query, !wholeGroup);
            }
        }
    }

    @Test
    void everyNextPageWalksAnIndexAndNeverSorts() {
        try (SqliteDocuments store = Tickets.open(folder);
                Session session = new Database(folder).reader()) {
            store.transact(tx -> {
                for (int i = 0; i < 100; i++) {
                    tx.set(Tickets.TICKETS.id("t" + i), Ticket.of("o" + i % 3, i % 20));
                    tx.set(Tickets.NOTES.id(Tickets.TICKETS.id("t" + i % 2), "n" + i), Ticket.of("o" + i % 3, i % 20));
                }
                return true;
            });
            for (Query<Ticket> query : Tickets.QUERIES) {
                var next = store.query(query.limit(5)).next();
                assertThat(next).as("%s", query).isNotNull();
                assertWalksAnIndex(session, query.startAfter(next), true);
            }
        }
    }
}
