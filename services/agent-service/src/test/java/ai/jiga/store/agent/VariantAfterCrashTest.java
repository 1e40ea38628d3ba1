package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.CreateVariantTest.NOVA;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.agent.WatchedPayments.Killed;
import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.AgentName;
import ai.jiga.store.agent.model.VariantPayment;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.SeenAgent;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.contracts.transaction.TransactionCompleted;
import ai.jiga.store.documents.Document;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.RequestKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A request that dies between two steps of deriving a variant: who was charged has the variant, once; who
/// was not is not.
class VariantAfterCrashTest {
    private static final VariantWish EMBER = new VariantWish(NOVA, "Ember", null, "us_male_algenib");
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);

    private final AgentService service = new AgentService().seeded();

    @BeforeEach
    void begin() {
        service.payments.give(ANA.id(), 500_000);
        service.started();
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void killedBeforeTheChargeNobodyIsChargedAndTheNameIsFreeAgain() {
        killedBeforeCharge(null);

        service.process.advance(LONG_ENOUGH);

        assertThat(variants()).isEmpty();
        assertThat(service.payments.balance(ANA.id())).isEqualTo(500_000);
        assertThat(service.created(ANA, Drafts.named("Ember")).name()).isEqualTo("Ember");
    }

    @Test
    void killedAfterTheChargeTheVariantComesToBeByItself() {
        killedAfterCharge(null);
        assertThat(variants()).isEmpty();

        service.process.advance(LONG_ENOUGH);

        assertThat(variants()).extracting(OwnAgent::name).containsExactly("Ember");
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void aRequestThatOnlyTakesLongIsNotDisturbed() {
        service.payments.beforeNextCharge(() -> service.process.advance(Duration.ofSeconds(29)));

        var created = service.createVariant.create(ANA.id(), EMBER, null).outcome();

        assertThat(created.orThrow().variant().name()).isEqualTo("Ember");
    }

    @Test
    void killedAfterTheChargeTheSameKeyIsAnsweredOnceItIsFinished() {
        RequestKey key = service.key(ANA, "k", EMBER);
        killedAfterCharge(key);
        service.process.advance(LONG_ENOUGH);

        var again = service.createVariant.create(ANA.id(), EMBER, key);

        assertThat(again.replayed()).isTrue();
        assertThat(again.outcome().orThrow().userBalance().after()).isEqualTo(Dof.of(350_000));
        assertThat(variants()).hasSize(1);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void killedBeforeTheChargeTheSameKeyTriesAgainUnderTheSameCharge() {
        RequestKey key = service.key(ANA, "k", EMBER);
        AgentId first = killedBeforeCharge(key);
        service.process.advance(LONG_ENOUGH);

        var again = service.createVariant.create(ANA.id(), EMBER, key);

        assertThat(again.replayed()).isFalse();
        assertThat(again.outcome().orThrow().variant().id()).isEqualTo(first);
        assertThat(again.outcome().orThrow().transaction().id())
                .isEqualTo(VariantPayment.of(first, Dof.of(1), null, null, Purse.OWN)
                        .transactionId());
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void theSameKeyWaitsForTheDeadRequestToBeTakenUp() throws InterruptedException {
        RequestKey key = service.key(ANA, "k", EMBER);
        killedAfterCharge(key);
        Thread taskRunner = Thread.startVirtualThread(() -> service.process.advance(LONG_ENOUGH));

        var again = service.createVariant.create(ANA.id(), EMBER, key);

        assertThat(again.outcome().orThrow().variant().name()).isEqualTo("Ember");
        assertThat(service.payments.charges()).hasSize(1);
        taskRunner.join();
    }

    @Test
    void aSlowRequestThatIsChargedAfterItWasGivenUpGetsItsVariant() {
        service.payments.beforeNextCharge(() -> service.process.advance(LONG_ENOUGH));

        var created = service.createVariant.create(ANA.id(), EMBER, null).outcome();

        assertThat(created.orThrow().variant().name()).isEqualTo("Ember");
        assertThat(variants()).hasSize(1);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void whenItsNameWasTakenMeanwhileItGetsOneThatIsFree() {
        service.payments.beforeNextCharge(() -> {
            service.process.advance(LONG_ENOUGH);
            service.created(ANA, Drafts.named("Ember"));
        });

        OwnAgent variant = service.createVariant
                .create(ANA.id(), EMBER, null)
                .outcome()
                .orThrow()
                .variant();

        assertThat(variant.name()).startsWith("Ember ").hasSizeLessThanOrEqualTo(AgentName.MOST_CHARACTERS);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void aChargeThatIsToldOfAfterTheVariantWasGivenUpFinishesIt() {
        // The process dies while its charge is on its way: it arrives after the task has given the variant up.
        service.payments.beforeNextCharge(() -> service.process.advance(LONG_ENOUGH));
        AgentId id = killedAfterCharge(null);
        assertThat(service.stored(id).state()).isEqualTo(Agent.State.ABANDONED);

        service.hear(new TransactionCompleted(
                VariantPayment.of(id, Dof.of(1), null, null, Purse.OWN).transactionId(),
                ANA.id(),
                "variant_creation",
                Dof.of(150_000),
                null,
                id,
                null,
                null));

        assertThat(variants()).extracting(OwnAgent::id).containsExactly(id);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void aTaskThatDiedBetweenGivingUpAndAskingOnceMoreFinishesWhatWasChargedMeanwhile() {
        AgentId id = killedBeforeCharge(null);
        // While the task asks, the charge arrives; the task gives up and is killed before it asks again.
        service.payments.afterNextFind(() -> {
            var payment = service.stored(id).payment();
            assertThat(payment).isNotNull();
            service.payments.chargeForVariant(
                    VariantPayment.of(id, Dof.of(1), null, null, Purse.OWN).transactionId(),
                    ANA.id(),
                    id,
                    Dof.of(150_000),
                    Purse.OWN);
            service.payments.afterNextFind(() -> {
                throw new Killed();
            });
        });
        assertThatThrownBy(() -> service.finishVariant.takeUp(id)).isInstanceOf(Killed.class);
        assertThat(service.stored(id).state()).isEqualTo(Agent.State.ABANDONED);

        service.finishVariant.takeUp(id);

        assertThat(variants()).extracting(OwnAgent::id).containsExactly(id);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void takingUpWhatIsDoneChangesNothing() {
        AgentId id = service.createVariant
                .create(ANA.id(), EMBER, null)
                .outcome()
                .orThrow()
                .variant()
                .id();
        Agent before = service.stored(id);

        service.finishVariant.takeUp(id);
        service.finishVariant.charged(id);
        service.finishVariant.takeUp(AgentId.of("nobody"));

        assertThat(service.stored(id)).isEqualTo(before);
    }

    @Test
    void anAbandonedVariantIsNobodysToSee() {
        AgentId id = killedBeforeCharge(null);
        service.process.advance(LONG_ENOUGH);

        assertRefused(service.find.seenBy(ANA, id), ErrorCode.AGENT_NOT_FOUND);
        assertThat(service.find.find(id)).isEmpty();
    }

    private AgentId killedBeforeCharge(@Nullable RequestKey key) {
        service.payments.beforeNextCharge(() -> {
            throw new Killed();
        });
        return killed(key);
    }

    private AgentId killedAfterCharge(@Nullable RequestKey key) {
        service.payments.afterNextCharge(() -> {
            throw new Killed();
        });
        return killed(key);
    }

    private AgentId killed(@Nullable RequestKey key) {
        assertThatThrownBy(() -> service.createVariant.create(ANA.id(), EMBER, key))
                .isInstanceOf(Killed.class);
        return service
                .process
                .store()
                .query(AgentCollections.AGENTS
                        .query()
                        .where("ownerId")
                        .is(ANA.id())
                        .where("state")
                        .in(List.of(Agent.State.AWAITING_PAYMENT, Agent.State.ABANDONED))
                        .descending("createdAt")
                        .limit(1))
                .documents()
                .stream()
                .map(Document::value)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<OwnAgent> variants() {
        return service.find.variantsOf(ANA.id(), ANA, true, 20, null).items().stream()
                .map((SeenAgent agent) -> (OwnAgent) agent)
                .toList();
    }
}
