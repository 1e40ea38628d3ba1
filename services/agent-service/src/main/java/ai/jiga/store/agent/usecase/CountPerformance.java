package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.EarningsShard;
import ai.jiga.store.agent.model.MetricsShard;
import ai.jiga.store.agent.model.Shards;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.session.SessionEnded;
import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Query;
import ai.jiga.store.documents.Results;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.Update;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// What an agent's sessions add up to, counted from events as they come, and shown to its owner.
public final class CountPerformance {
    private static final int PAGE = 500;
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final DocumentStore store;
    private final AgentCaches caches;
    private final Runtimes runtimes;

    public CountPerformance(DocumentStore store, AgentCaches caches, Runtimes runtimes) {
        this.store = store;
        this.caches = caches;
        this.runtimes = runtimes;
    }

    /// Of hires that others were charged for: what its owner pays and what nobody pays says nothing of an
    /// agent.
    ///
    /// @param activeHours to two digits, rounded down
    /// @param dofConsumed by all of them
    public record Metrics(AgentId agentId, long sessions, BigDecimal activeHours, long activeMillis, Dof dofConsumed) {}

    /// @param earned DOF that went to the owner, of `consumed`, which the players paid
    public record Earnings(
            AgentId agentId, String currency, long sessions, Dof consumed, Dof earned, List<Month> months) {
        /// @param month such as `2026-01`, in UTC; the latest first
        public record Month(String month, long sessions, Dof consumed, Dof earned) {}
    }

    public void count(Transaction tx, SessionEnded ended) {
        if (!ended.wasCharged()) {
            return;
        }
        String shard = "part-" + Shards.of(ended.sessionId().value());
        tx.upsert(
                AgentCollections.METRICS.id(AgentCollections.agent(ended.agentId()), shard),
                MetricsShard.NOTHING,
                Update.of()
                        .increment("sessions", 1)
                        .increment("activeMillis", ended.activeMillis())
                        .increment("dofConsumed", ended.consumed().amount()));
        tx.afterCommit(() -> caches.stats().invalidate(ended.agentId().value()));
    }

    /// Counts a settled session that somebody else was charged for; other transactions are none of an
    /// agent's.
    public void count(Transaction tx, TransactionCompleted completed, Instant at) {
        AgentId agent = completed.agentId();
        Distribution distribution = completed.distribution();
        if (agent == null || distribution == null || completed.sessionId() == null) {
            return;
        }
        Dof consumed = distribution.owner().plus(distribution.platform()).plus(distribution.creator());
        // Where nothing is the owner's, the owner played: of a hire, the owner's share is never none.
        if (distribution.owner().isZero() || completed.userId().equals(completed.counterpartyId())) {
            return;
        }
        String month = YearMonth.from(at.atOffset(ZoneOffset.UTC)).toString();
        String shard = month + "-part-" + Shards.of(completed.transactionId().value());
        tx.upsert(
                AgentCollections.EARNINGS.id(AgentCollections.agent(agent), shard),
                EarningsShard.nothing(month),
                Update.of()
                        .increment("sessions", 1)
                        .increment("consumed", consumed.amount())
                        .increment("earned", distribution.owner().amount()));
        tx.afterCommit(() -> caches.stats().invalidate(agent.value()));
    }

    public Outcome<Metrics> metrics(Caller caller, AgentId id) {
        return AgentAccess.owned(store, id, caller).map(agent -> metrics(id));
    }

    private Metrics metrics(AgentId id) {
        MetricsShard sum = all(AgentCollections.METRICS.query(AgentCollections.agent(id))).stream()
                .reduce(MetricsShard.NOTHING, MetricsShard::plus);
        return new Metrics(
                id, sum.sessions(), hours(sum.activeMillis()), sum.activeMillis(), Dof.of(sum.dofConsumed()));
    }

    /// To two digits, rounded down.
    static BigDecimal hours(long millis) {
        return BigDecimal.valueOf(millis).divide(MILLIS_PER_HOUR, 2, RoundingMode.DOWN);
    }

    public Outcome<Earnings> earnings(Caller caller, AgentId id) {
        return AgentAccess.owned(store, id, caller).map(agent -> earnings(id));
    }

    private Earnings earnings(AgentId id) {
        var months = new TreeMap<String, EarningsShard>(Comparator.reverseOrder());
        var sum = EarningsShard.nothing("all");
        for (var part : all(AgentCollections.EARNINGS.query(AgentCollections.agent(id)))) {
            months.merge(part.month(), part, EarningsShard::plus);
            sum = sum.plus(part);
        }
        return new Earnings(
                id,
                "DOF",
                sum.sessions(),
                Dof.of(sum.consumed()),
                Dof.of(sum.earned()),
                months.values().stream()
                        .map(m -> new Earnings.Month(m.month(), m.sessions(), Dof.of(m.consumed()), Dof.of(m.earned())))
                        .toList());
    }

    /// The agent with both in short.
    public Outcome<AgentWithStats> stats(Caller caller, AgentId id) {
        return AgentAccess.owned(store, id, caller)
                .map(agent -> new AgentWithStats(
                        OwnAgent.of(agent, runtimes),
                        caches.stats()
                                .get(id.value(), () -> Optional.of(stats(id)))
                                .orElseThrow()));
    }

    private AgentWithStats.Stats stats(AgentId id) {
        Metrics metrics = metrics(id);
        return new AgentWithStats.Stats(
                metrics.sessions(),
                metrics.activeHours(),
                metrics.dofConsumed(),
                earnings(id).earned());
    }

    /// Parts are few: eight, or eight a month.
    private <T> List<T> all(Query<T> query) {
        List<T> values = new ArrayList<>();
        Results<T> page = store.query(query.limit(PAGE));
        while (true) {
            page.documents().stream().map(Document::value).forEach(values::add);
            if (page.next() == null) {
                return values;
            }
            page = store.query(query.limit(PAGE).startAfter(page.next()));
        }
    }
}
