package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.engine.Changes;
import ai.jiga.store.documents.engine.Codec;
import ai.jiga.store.documents.engine.IndexPlanner;
import ai.jiga.store.documents.engine.JsonValues;
import ai.jiga.store.documents.engine.QueryPlan;
import ai.jiga.store.documents.engine.QueryPlan.Position;
import ai.jiga.store.documents.engine.StoredDocument;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads through one session. That they are of one state is the work of a transaction around them.
final class SqlReader implements Reader, Changes.Current {
    private final Session session;
    private final Tables tables;
    private final Codec codec;
    private final IndexPlanner planner;

    SqlReader(Session session, Tables tables, Codec codec, IndexPlanner planner) {
        this.session = session;
        this.tables = tables;
        this.codec = codec;
        this.planner = planner;
    }

    private record Row(String parent, String id, String body, long created, long updated) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getString(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5));
        }
    }

    @Override
    public @Nullable StoredDocument at(Ref<?> ref, boolean withJson) {
        Table table = tables.of(ref.collection());
        return session.first(
                withJson ? table.whole : table.head,
                row -> new StoredDocument(
                        row.getLong(1), withJson ? row.getString(4) : null, row.getLong(2), row.getLong(3)),
                ref.parent(),
                ref.id());
    }

    @Override
    public <T> Optional<Document<T>> get(Ref<T> ref) {
        return Optional.ofNullable(at(ref, true)).map(stored -> document(ref, stored));
    }

    /// @param stored with its JSON
    <T> Document<T> document(Ref<T> ref, StoredDocument stored) {
        return codec.document(ref, Objects.requireNonNull(stored.json(), "JSON"), stored.created(), stored.updated());
    }

    @Override
    public <T> List<Document<T>> getAll(List<Ref<T>> refs) {
        return refs.stream().flatMap(ref -> get(ref).stream()).toList();
    }

    @Override
    public <T> Results<T> query(Query<T> query) {
        if (query.limit() == 0) {
            throw new IllegalArgumentException("a query names a limit: " + query.collection());
        }
        QueryPlan<T> plan = planner.plan(query);
        List<Row> rows = rows(plan, query.limit() + 1L);
        boolean more = rows.size() > query.limit();
        List<Row> page = more ? rows.subList(0, query.limit()) : rows;
        List<Document<T>> documents = new ArrayList<>(page.size());
        for (Row row : page) {
            var ref = new Ref<>(query.collection(), row.parent(), row.id());
            documents.add(codec.document(ref, row.body(), row.created(), row.updated()));
        }
        return new Results<>(documents, more ? plan.cursor(position(plan, page.getLast())) : null);
    }

    @Override
    public long count(Query<?> query) {
        QueryPlan<?> plan = planner.plan(query);
        long count = 0;
        for (List<Scan> branch : scans(plan)) {
            for (Scan scan : branch) {
                count += query.limit() == 0
                        ? session.number(scan.count(), scan.parameters())
                        : session.number(scan.countUpTo(), and(scan.parameters(), query.limit()));
            }
        }
        return query.limit() == 0 ? count : Math.min(count, query.limit());
    }

    @Override
    public long sum(Query<?> query, String field) {
        QueryPlan<?> plan = planner.plan(query);
        planner.checkSum(query, field);
        long sum = 0;
        if (query.limit() > 0) {
            for (Row row : rows(plan, query.limit())) {
                JsonNode value = JsonValues.at(codec.tree(row.body()), field);
                refuseFraction(query, field, value.isFloatingPointNumber());
                sum = value.isNumber() ? Math.addExact(sum, value.longValue()) : sum;
            }
            return sum;
        }
        for (List<Scan> branch : scans(plan)) {
            for (Scan scan : branch) {
                Part part = session.list(
                                scan.sum(field), scan.parameters(), row -> new Part(row.getLong(1), row.getBoolean(2)))
                        .getFirst();
                refuseFraction(query, field, part.fractions());
                sum = Math.addExact(sum, part.sum());
            }
        }
        return sum;
    }

    private record Part(long sum, boolean fractions) {}

    private static void refuseFraction(Query<?> query, String field, boolean fraction) {
        if (fraction) {
            throw new IllegalArgumentException(query.collection() + "." + field + " holds numbers that are not whole");
        }
    }

    /// Documents that may be deleted, the longest expired first.
    <T> List<Ref<T>> expired(ai.jiga.store.documents.Collection<T> collection, String now, long limit) {
        return session.list(
                tables.of(collection).expired,
                List.of(now, limit),
                row -> new Ref<>(collection, row.getString(1), row.getString(2)));
    }

    /// The scans that answer a query.
    List<List<Scan>> scans(QueryPlan<?> plan) {
        return Scans.of(plan, tables.of(plan.query().collection()).layout(plan));
    }

    private List<Row> rows(QueryPlan<?> plan, long limit) {
        List<List<Scan>> branches = scans(plan);
        if (branches.size() == 1) {
            return rows(branches.getFirst(), limit);
        }
        // Each branch is in order and they are disjoint, but they interleave.
        record Candidate(Position position, Row row) {}
        List<Candidate> candidates = new ArrayList<>();
        for (List<Scan> branch : branches) {
            rows(branch, limit).forEach(row -> candidates.add(new Candidate(position(plan, row), row)));
        }
        Comparator<Position> order = plan.comparator();
        candidates.sort((a, b) -> order.compare(a.position(), b.position()));
        return candidates.stream().limit(limit).map(Candidate::row).toList();
    }

    private List<Row> rows(List<Scan> scans, long limit) {
        List<Row> rows = new ArrayList<>();
        for (Scan scan : scans) {
            if (rows.size() < limit) {
                rows.addAll(session.list(scan.documents(), and(scan.parameters(), limit - rows.size()), Row::of));
            }
        }
        return rows;
    }

    private Position position(QueryPlan<?> plan, Row row) {
        return plan.position(codec.tree(row.body()), row.parent(), row.id());
    }

    private static List<Object> and(List<Object> parameters, long limit) {
        List<Object> all = new ArrayList<>(parameters);
        all.add(limit);
        return all;
    }
}
