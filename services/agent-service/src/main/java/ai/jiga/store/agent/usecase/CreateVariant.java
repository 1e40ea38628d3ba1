package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.agent.model.VariantPayment;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.idempotency.IdempotencyRecord;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.kernel.Uuid7;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A user derives a variant of a system agent, which costs what its rank says. The wallet lies with another service, so
/// this is a saga: a transaction that writes the variant unseen, with its name, a task to look after it and the request
/// key; the charge; and [FinishVariant].
public final class CreateVariant {
    /// How long a request may take before the task looks after what it left.
    static final Duration GRACE = Duration.ofSeconds(30);

    private final DocumentStore store;
    private final Idempotency idempotency;
    private final Tasks tasks;
    private final FinishVariant finish;
    private final Uuid7 ids;
    private final InstantSource clock;
    private final Supplier<@Nullable String> requestId;
    private final Patience patience;

    public CreateVariant(
            DocumentStore store,
            Idempotency idempotency,
            Tasks tasks,
            FinishVariant finish,
            Uuid7 ids,
            InstantSource clock,
            Supplier<@Nullable String> requestId,
            Patience patience) {
        this.store = store;
        this.idempotency = idempotency;
        this.tasks = tasks;
        this.finish = finish;
        this.ids = ids;
        this.clock = clock;
        this.requestId = requestId;
        this.patience = patience;
    }

    /// How a request waits for another one with its key.
    ///
    /// @param step between two looks
    public record Patience(int looks, Duration step) {
        public static final Patience TEN_SECONDS = new Patience(200, Duration.ofMillis(50));
    }

    private sealed interface Begun {}

    /// It is this request's to pay for.
    private record Ours(Agent variant) implements Begun {}

    /// Another request with this key is at it.
    private record Theirs() implements Begun {}

    private record Known(Answered<VariantCreated> answer) implements Begun {}

    public Answered<VariantCreated> create(UserId owner, VariantWish wish, @Nullable RequestKey key) {
        String request = requestId.get();
        AgentId id = AgentId.of(ids.next());
        for (int look = 0; look < patience.looks(); look++) {
            Instant now = clock.instant();
            Begun begun = store.transact(tx -> begin(tx, owner, wish, id, key, request, now));
            switch (begun) {
                case Ours ours -> {
                    return new Answered<>(finish.pay(ours.variant()), false);
                }
                case Known known -> {
                    return known.answer();
                }
                case Theirs _ -> pause();
            }
        }
        return new Answered<>(
                Outcome.rejected(
                        ErrorCode.CONTENTION,
                        "The request with this Idempotency-Key is still under way. Send it again in a while."),
                false);
    }

    private Begun begin(
            Transaction tx,
            UserId owner,
            VariantWish wish,
            AgentId id,
            @Nullable RequestKey key,
            @Nullable String request,
            Instant now) {
        if (key != null) {
            Optional<IdempotencyRecord> prior = idempotency.find(tx, key);
            if (prior.isPresent()) {
                return again(tx, key, prior.get(), now);
            }
        }
        Outcome<Agent> variant = AgentAccess.seen(tx, wish.baseAgentId(), new Caller.User(owner, Caller.Role.USER))
                .then(CreateVariant::systemAgent)
                .then(base -> kept(customised(base.draft(), wish)).map(draft -> {
                    var payment = VariantPayment.of(id, base.draft().rank().variantCost(), key, request, wish.purse());
                    return base.derive(id, owner, draft, payment, now);
                }))
                .then(derived -> AgentWriter.freeName(tx, owner, derived.draft().name(), id)
                        .map(free -> derived));
        return switch (variant) {
            case Outcome.Done<Agent> done -> {
                await(tx, done.value(), now);
                if (key != null) {
                    idempotency.begin(tx, key, id.value(), now);
                }
                yield new Ours(done.value());
            }
            case Outcome.Rejected<Agent> rejected -> refused(rejected.rejection());
        };
    }

    /// The key has been seen before.
    private Begun again(Transaction tx, RequestKey key, IdempotencyRecord prior, Instant now) {
        boolean sameRequest = prior.inputHash().equals(key.inputHash());
        String subject = prior.subject();
        if (prior.isAnswered() || !sameRequest || subject == null) {
            return new Known(idempotency.replay(key, prior, VariantCreated.class, null));
        }
        Agent variant = tx.get(AgentCollections.agent(AgentId.of(subject)))
                .map(Document::value)
                .orElseThrow(() -> new IllegalStateException("a variant under way has a document: " + subject));
        if (variant.state() != Agent.State.ABANDONED) {
            return new Theirs();
        }
        // The first request died and its variant was given up. It is the same variant still, under the same charge: a
        // key pays once, even if the first request should wake up.
        return switch (AgentWriter.freeName(
                tx, variant.ownerId(), variant.draft().name(), variant.id())) {
            case Outcome.Done<String> _ -> {
                Agent resumed = variant.awaitingAgain(now);
                await(tx, resumed, now);
                yield new Ours(resumed);
            }
            case Outcome.Rejected<String> taken -> refused(taken.rejection());
        };
    }

    private void await(Transaction tx, Agent variant, Instant now) {
        tx.set(AgentCollections.agent(variant.id()), variant);
        AgentWriter.guardName(tx, variant);
        var payload = JsonNodeFactory.instance.objectNode();
        tasks.schedule(tx, new Task(FinishVariant.TASK, variant.id().value(), now.plus(GRACE), payload));
    }

    private static Outcome<Agent> systemAgent(Agent base) {
        return base.belongsToPlatform()
                ? Outcome.done(base)
                : Outcome.rejected(
                        ErrorCode.NOT_A_SYSTEM_AGENT,
                        "Variants are derived of system agents only: choose one of GET /api/v1/agents/system.");
    }

    private static AgentDraft customised(AgentDraft base, VariantWish wish) {
        AgentDraft named = base.named(wish.name()).voiced(wish.voiceId());
        return wish.avatarUrl() == null ? named : named.pictured(wish.avatarUrl());
    }

    private static Outcome<AgentDraft> kept(AgentDraft draft) {
        return AgentRules.together(AgentRules.ofVariants().brokenBy(draft))
                .map(Outcome::<AgentDraft>rejected)
                .orElseGet(() -> Outcome.done(draft));
    }

    private static Known refused(Rejection rejection) {
        return new Known(new Answered<>(Outcome.rejected(rejection), false));
    }

    private void pause() {
        try {
            Thread.sleep(patience.step());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another request", e);
        }
    }
}
