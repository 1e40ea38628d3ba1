package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.AgentName;
import ai.jiga.store.agent.model.VariantPayment;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.transaction.Charge;
import ai.jiga.store.contracts.transaction.Payments;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.idempotency.IdempotencyRecord;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.RequestKey;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.text.Graphemes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The second half of deriving a variant: it is paid for and comes to be, or it is not and goes. Whoever finds it half
/// done finishes it: the request itself, the task that looks after it, or the event of a charge that came late.
/// What must stay true: whoever was charged has the variant, and a variant is charged once.
public final class FinishVariant {
    public static final String TASK = "variant.finish";

    private final DocumentStore store;
    private final AgentWriter writer;
    private final Idempotency idempotency;
    private final Tasks tasks;
    private final Payments payments;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public FinishVariant(
            DocumentStore store,
            AgentWriter writer,
            Idempotency idempotency,
            Tasks tasks,
            Payments payments,
            Runtimes runtimes,
            InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.idempotency = idempotency;
        this.tasks = tasks;
        this.payments = payments;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// Charges its owner and concludes.
    Outcome<VariantCreated> pay(Agent variant) {
        VariantPayment payment = paymentOf(variant);
        Outcome<Charge> charge = payments.chargeForVariant(
                payment.transactionId(),
                variant.ownerId(),
                variant.id(),
                payment.price(),
                Objects.requireNonNullElse(payment.purse(), Purse.OWN));
        return conclude(variant.id(), charge);
    }

    /// What the request left open: finishes it when it was charged, and otherwise gives it up. Nobody is charged
    /// whose request died. One that was given up before is looked at again: this may be the second run of a task
    /// that died between giving up and asking once more.
    public void takeUp(AgentId id) {
        find(id).filter(FinishVariant::isUnpaid).ifPresent(variant -> {
            if (!concludeIfCharged(variant)) {
                giveUp(id);
                // A charge that was made between the question and the giving up was told of while nobody listened.
                concludeIfCharged(variant);
            }
        });
    }

    /// A charge was posted. Matters only when the variant had been given up meanwhile; otherwise the request, or the
    /// task, is about to conclude.
    public void charged(AgentId id) {
        find(id).filter(variant -> variant.state() == Agent.State.ABANDONED).ifPresent(this::concludeIfCharged);
    }

    private static boolean isUnpaid(Agent variant) {
        return switch (variant.state()) {
            case AWAITING_PAYMENT, ABANDONED -> true;
            case ACTIVE, DELETED -> false;
        };
    }

    private boolean concludeIfCharged(Agent variant) {
        Optional<Charge> charge = payments.findCharge(paymentOf(variant).transactionId());
        charge.ifPresent(made -> conclude(variant.id(), Outcome.done(made)));
        return charge.isPresent();
    }

    private void giveUp(AgentId id) {
        Instant now = clock.instant();
        store.transact(tx -> {
            Agent variant = read(tx, id);
            if (variant.state() == Agent.State.AWAITING_PAYMENT) {
                abandon(tx, variant, now);
            }
            return id;
        });
    }

    private Outcome<VariantCreated> conclude(AgentId id, Outcome<Charge> outcome) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> {
            Agent variant = read(tx, id);
            RequestKey key = paymentOf(variant).key();
            Optional<IdempotencyRecord> record =
                    key == null ? Optional.empty() : idempotency.find(tx, key).filter(r -> r.isAbout(id.value()));
            return switch (outcome) {
                case Outcome.Done<Charge> done ->
                    switch (variant.state()) {
                        case AWAITING_PAYMENT, ABANDONED -> {
                            Agent active = variant.activated(nameFor(tx, variant), now);
                            var created = VariantCreated.of(active, done.value(), runtimes);
                            writer.create(tx, active, stamp);
                            settle(
                                    tx,
                                    variant,
                                    record.isPresent() ? key : null,
                                    Outcome.done(created),
                                    now,
                                    stamp.id());
                            yield Outcome.done(created);
                        }
                        case ACTIVE, DELETED -> alreadyDone(variant, done.value(), key, record);
                    };
                case Outcome.Rejected<Charge> rejected -> {
                    if (variant.state() == Agent.State.AWAITING_PAYMENT) {
                        abandon(tx, variant, now);
                        settle(tx, variant, record.isPresent() ? key : null, outcome, now, stamp.id());
                    }
                    yield Outcome.rejected(rejected.rejection());
                }
            };
        });
    }

    /// Somebody else was quicker: the answer that was kept is the answer.
    private Outcome<VariantCreated> alreadyDone(
            Agent variant, Charge charge, @Nullable RequestKey key, Optional<IdempotencyRecord> record) {
        if (key != null && record.isPresent() && record.get().answer() != null) {
            return idempotency
                    .replay(key, record.get(), VariantCreated.class, null)
                    .outcome();
        }
        return Outcome.done(VariantCreated.of(variant, charge, runtimes));
    }

    private void settle(
            Transaction tx, Agent variant, @Nullable RequestKey key, Outcome<?> answer, Instant now, String attempt) {
        tasks.cancel(tx, TASK, variant.id().value());
        if (key != null) {
            idempotency.end(tx, key, variant.id().value(), answer, now, attempt);
        }
    }

    private static void abandon(Transaction tx, Agent variant, Instant now) {
        tx.set(AgentCollections.agent(variant.id()), variant.abandoned(now));
        AgentWriter.releaseName(tx, variant);
    }

    /// Its own name, unless it was given up and the owner has used the name since. What was paid for is not refused for
    /// a name: it gets one that is free.
    private static String nameFor(Transaction tx, Agent variant) {
        String name = variant.draft().name();
        if (AgentWriter.freeName(tx, variant.ownerId(), name, variant.id()) instanceof Outcome.Done<String>) {
            return name;
        }
        String id = variant.id().value();
        String mark = " " + id.substring(Math.max(0, id.length() - 8));
        int most = AgentName.MOST_CHARACTERS - mark.length();
        return Graphemes.first(most, name) + mark;
    }

    private Optional<Agent> find(AgentId id) {
        return store.get(AgentCollections.agent(id)).map(Document::value);
    }

    private static Agent read(Transaction tx, AgentId id) {
        return tx.get(AgentCollections.agent(id))
                .map(Document::value)
                .orElseThrow(() -> new IllegalStateException("variants are never removed, but there is no " + id));
    }

    private static VariantPayment paymentOf(Agent variant) {
        VariantPayment payment = variant.payment();
        if (payment == null) {
            throw new IllegalStateException(variant.id() + " is no variant");
        }
        return payment;
    }
}
