package ai.jiga.store.search.algolia;

import ai.jiga.store.search.IndexDefinition;
import ai.jiga.store.search.InvalidCursorException;
import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import com.algolia.model.search.Action;
import com.algolia.model.search.BatchRequest;
import com.algolia.model.search.BatchWriteParams;
import com.algolia.model.search.SearchForHits;
import com.algolia.model.search.SearchMethodParams;
import com.algolia.model.search.SearchResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One index. Changes are collected and sent in batches; a refresh sends the rest and returns when Algolia has
/// published all of it. What is shown there is durable there: a commit sends the position last, and
/// Algolia works through an index's batches in order. Changes that could not be sent stay here, so that a refresh
/// or commit that failed may be called again.
final class AlgoliaIndex implements SearchIndex {
    /// How many hits are looked through for each wanted suggestion, since several listings may have one name.
    private static final int HITS_PER_SUGGESTION = 5;

    /// Another process may have brought spellings meanwhile.
    private static final Duration SPELLINGS_KEPT = Duration.ofMinutes(1);

    private final Service service;
    private final String index;
    private final IndexDefinition definition;
    private final String declaration;
    private final Queries queries;
    private final Spellings spellings;
    private final PendingChanges pending;
    private final Runnable whenClosed;
    private final ReentrantLock sending = new ReentrantLock();
    private final Queue<Long> unpublished = new ArrayDeque<>();
    private volatile @Nullable String position;
    private volatile boolean closed;

    AlgoliaIndex(Service service, Patience patience, IndexSetup setup, Optional<String> position, Runnable whenClosed) {
        this.service = service;
        this.index = setup.index();
        this.definition = setup.definition();
        this.declaration = setup.declaration();
        this.queries = new Queries(setup);
        this.spellings = new Spellings(definition, queries, SPELLINGS_KEPT);
        this.pending = new PendingChanges(patience.batch(), patience.batchAge());
        this.position = position.orElse(null);
        this.whenClosed = whenClosed;
    }

    @Override
    public void upsert(List<SearchDocument> documents) {
        checkOpen();
        documents.forEach(definition::check);
        add(documents.stream()
                .map(document -> Records.upsert(document, definition))
                .toList());
    }

    @Override
    public void delete(String id, long version) {
        checkOpen();
        add(List.of(Records.deletion(id, version)));
    }

    private void add(List<Records.Change> changes) {
        if (pending.add(changes)) {
            sending.lock();
            try {
                sendPending();
            } finally {
                sending.unlock();
            }
        }
    }

    @Override
    public void commit(String position) {
        checkOpen();
        sending.lock();
        try {
            sendPending();
            send(List.of(
                    new BatchRequest().setAction(Action.UPDATE_OBJECT).setBody(Records.commit(declaration, position))));
            awaitPublished();
            this.position = position;
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void refresh() {
        checkOpen();
        // Under the lock, because what another thread is sending was changed before this call.
        sending.lock();
        try {
            sendPending();
            awaitPublished();
        } finally {
            sending.unlock();
        }
    }

    private void sendPending() {
        for (List<Records.Change> batch = pending.take(); !batch.isEmpty(); batch = pending.take()) {
            try {
                send(batch.stream()
                        .map(change -> new BatchRequest()
                                .setAction(Action.PARTIAL_UPDATE_OBJECT)
                                .setBody(change.body()))
                        .toList());
            } catch (RuntimeException e) {
                pending.putBack(batch);
                throw e;
            }
        }
    }

    private void send(List<BatchRequest> requests) {
        BatchWriteParams batch = new BatchWriteParams().setRequests(requests);
        unpublished.add(service.ask(
                        "writing " + requests.size() + " records of index " + index,
                        (client, options) -> client.batch(index, batch, options))
                .getTaskID());
    }

    private void awaitPublished() {
        for (Long task = unpublished.peek(); task != null; task = unpublished.peek()) {
            service.awaitPublished(index, task);
            unpublished.remove();
            spellings.forget();
        }
    }

    @Override
    public Optional<String> position() {
        return Optional.ofNullable(position);
    }

    @Override
    public SearchResult search(SearchRequest request) {
        checkOpen();
        definition.check(request);
        QueryText text = queries.text(request);
        if (request.cursor() != null) {
            int needed = OffsetCursor.read(request.sort(), request.cursor()).needed();
            if ((needed & ~text.all()) != 0 || (needed == 0 && !text.saysNothing())) {
                throw new InvalidCursorException();
            }
            return search(request, text, needed);
        }
        SearchResult whole = search(request, text, text.all());
        if (whole.total() > 0
                || (text.units().size() < 2 && !text.saysNothing())
                || text.words().isEmpty()) {
            return whole;
        }
        Relaxation relaxation = new Relaxation(text, queries);
        int needed = relaxation.needed(ask(relaxation.queries()));
        boolean given = needed != text.all() && (needed != 0 || text.saysNothing());
        return given ? search(request, text, needed) : whole;
    }

    private SearchResult search(SearchRequest request, QueryText text, int needed) {
        Queries.Asked asked = queries.search(request, text, needed);
        Optional<SearchForHits> beside = spellings.query(request.facets());
        List<SearchForHits> all = new ArrayList<>(asked.queries());
        beside.ifPresent(all::add);
        List<SearchResponse<JsonNode>> answers = ask(all);
        if (beside.isPresent()) {
            spellings.learn(answers.getLast());
        }
        return new Answers(definition, spellings, request).result(asked, answers, needed, needed != text.all());
    }

    @Override
    public List<String> suggest(String prefix, int limit) {
        checkOpen();
        if (limit < 1 || limit > SearchRequest.MAX_LIMIT) {
            throw new IllegalArgumentException("limit is from 1 to " + SearchRequest.MAX_LIMIT + ": " + limit);
        }
        int length = Math.min(limit * HITS_PER_SUGGESTION, SearchRequest.MAX_LIMIT);
        Set<String> values = new LinkedHashSet<>();
        for (int offset = 0; offset + length <= SearchRequest.MAX_DEPTH; offset += length) {
            SearchResponse<JsonNode> found =
                    ask(List.of(queries.suggest(prefix, offset, length))).getFirst();
            found.getHits().forEach(hit -> Answers.completion(hit, definition).ifPresent(values::add));
            if (values.size() >= limit || found.getHits().size() < length) {
                break;
            }
        }
        return values.stream().limit(limit).toList();
    }

    @Override
    public long count() {
        checkOpen();
        return ask(List.of(queries.count())).getFirst().getNbHits();
    }

    private List<SearchResponse<JsonNode>> ask(List<SearchForHits> asked) {
        SearchMethodParams all = new SearchMethodParams().setRequests(new ArrayList<>(asked));
        return service
                .search("searching index " + index, (client, options) -> client.search(all, JsonNode.class, options))
                .getResults()
                .stream()
                .map(Answers::of)
                .toList();
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("Search index " + index + " is closed");
        }
    }

    /// What was not sent yet is dropped: it was not committed.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            whenClosed.run();
        }
    }
}
