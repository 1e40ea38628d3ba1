package ai.jiga.store.app.migrate;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Cursor;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Schema;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Copies the documents of one store to another that nothing else writes to, and compares them.
///
/// Documents are read and written as JSON trees, so what this version does not know is copied too. Encrypted fields are
/// opened and sealed again. Documents get new creation and update times, which nothing but preconditions looks at.
public final class Migration {
    private static final int PAGE = 300;
    /// Half of what Firestore takes in one commit, since encoding adds to it.
    private static final long MOST_BYTES = 5_000_000;

    private final DocumentStore from;
    private final DocumentStore to;
    private final Schema trees;
    private final Progress progress;
    private final PrintStream out;

    /// @param trees the schema that both stores were opened with
    Migration(DocumentStore from, DocumentStore to, Schema trees, Progress progress, PrintStream out) {
        this.from = from;
        this.to = to;
        this.trees = trees;
        this.progress = progress;
        this.out = out;
    }

    /// What was found when everything had been copied.
    ///
    /// @param different collections that do not hold the same on both sides
    record Outcome(long documents, List<String> different) {
        boolean isSame() {
            return different.isEmpty();
        }
    }

    /// @throws IllegalStateException when the target holds documents that no interrupted migration has put there
    Outcome run() {
        if (progress.isNew()) {
            refuseTargetInUse();
        }
        List<Collection<ObjectNode>> all = collections();
        for (Collection<ObjectNode> collection : all) {
            if (!progress.isDone(collection.path())) {
                copy(collection);
            }
        }
        out.println("Comparing.");
        long documents = 0;
        List<String> different = new ArrayList<>();
        for (Collection<ObjectNode> collection : all) {
            Fingerprint there = fingerprint(from, collection);
            Fingerprint here = fingerprint(to, collection);
            documents += here.documents();
            if (there.documents() + here.documents() > 0) {
                out.printf(
                        "  %-32s %9d documents  %s%n",
                        collection.path(), here.documents(), here.hash().substring(0, 16));
            }
            if (!there.sameAs(here)) {
                different.add(collection.path() + " (" + there.documents() + " there, " + here.documents() + " here)");
            }
        }
        return new Outcome(documents, different);
    }

    private void refuseTargetInUse() {
        for (Collection<ObjectNode> collection : collections()) {
            if (to.count(collection.group().limit(1)) > 0) {
                throw new IllegalStateException("The target holds documents in " + collection.path()
                        + " already: migrate into an empty one, so that nothing of it is overwritten.");
            }
        }
    }

    private void copy(Collection<ObjectNode> collection) {
        @Nullable
        Cursor next = progress.cursor(collection.path()).map(Cursor::new).orElse(null);
        long copied = 0;
        do {
            Results<ObjectNode> page = from.query(collection.group().limit(PAGE).startAfter(next));
            write(page.documents());
            copied += page.documents().size();
            next = page.next();
            if (next != null) {
                progress.reached(collection.path(), next.token());
                out.printf("  %-32s %9d copied%n", collection.path(), copied);
            }
        } while (next != null);
        progress.done(collection.path());
        if (copied > 0) {
            out.printf("  %-32s %9d copied, all of it%n", collection.path(), copied);
        }
    }

    private void write(List<Document<ObjectNode>> documents) {
        List<Document<ObjectNode>> batch = new ArrayList<>();
        long bytes = 0;
        for (Document<ObjectNode> document : documents) {
            long size = document.value().toString().length() * 3L;
            if (!batch.isEmpty() && bytes + size > MOST_BYTES) {
                commit(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(document);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            commit(batch);
        }
    }

    private void commit(List<Document<ObjectNode>> batch) {
        to.transact(tx -> {
            batch.forEach(document -> tx.set(document.ref(), document.value()));
            return batch.size();
        });
    }

    private static Fingerprint fingerprint(DocumentStore store, Collection<ObjectNode> collection) {
        var fingerprint = new Fingerprint();
        each(store, collection, document -> fingerprint.add(document.ref().path(), document.value()));
        return fingerprint;
    }

    private static void each(
            DocumentStore store, Collection<ObjectNode> collection, Consumer<Document<ObjectNode>> what) {
        @Nullable Cursor next = null;
        do {
            Results<ObjectNode> page =
                    store.query(collection.group().limit(PAGE).startAfter(next));
            page.documents().forEach(what);
            next = page.next();
        } while (next != null);
    }

    @SuppressWarnings("unchecked") // a schema of trees holds nothing else
    private List<Collection<ObjectNode>> collections() {
        return trees.collections().stream()
                .map(collection -> (Collection<ObjectNode>) collection)
                .toList();
    }
}
