package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static ai.jiga.store.agent.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.MarketplaceStatus;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.VariantCreated;
import ai.jiga.store.agent.usecase.VariantWish;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.idempotency.Answered;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateVariantTest {
    static final AgentId NOVA = AgentId.of("nova-coordinator-001");
    private static final VariantWish EMBER = new VariantWish(NOVA, "Ember", null, "us_male_algenib");

    private final AgentService service = new AgentService().seeded();

    @BeforeEach
    void pay() {
        service.payments.give(ANA.id(), 500_000);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aVariantOfNovaIsPaidForAndIsTheBuyers() {
        VariantCreated created = create(EMBER).outcome().orThrow();

        OwnAgent variant = created.variant();
        assertThat(variant.name()).isEqualTo("Ember");
        assertThat(variant.voiceId()).isEqualTo("us_male_algenib");
        assertThat(variant.ownerId()).isEqualTo(ANA.id());
        assertThat(variant.creatorId()).isEqualTo(UserId.SYSTEM);
        assertThat(variant.baseAgentId()).isEqualTo(NOVA);
        assertThat(variant.baseRate()).isEqualTo(Dof.of(5_600));
        assertThat(variant.marketplaceStatus()).isEqualTo(MarketplaceStatus.UNPUBLISHED);
        assertThat(variant.version()).isEqualTo(1);
        assertThat(created.transaction().amount()).isEqualTo(Dof.of(150_000));
        assertThat(created.transaction().status()).isEqualTo("completed");
        assertThat(created.userBalance().before()).isEqualTo(Dof.of(500_000));
        assertThat(created.userBalance().after()).isEqualTo(Dof.of(350_000));
        assertThat(service.payments.balance(ANA.id())).isEqualTo(350_000);
        assertThat(service.told(variant.id())).containsExactly("agent.created");
        assertThat(service.find.seenBy(ANA, variant.id()).orThrow()).isEqualTo(variant);
    }

    @Test
    void allButNameAvatarAndVoiceIsInherited() {
        AgentView nova = service.find.find(NOVA).orElseThrow();

        OwnAgent variant = create(EMBER).outcome().orThrow().variant();

        assertThat(variant.description()).isEqualTo(nova.description());
        assertThat(variant.rank()).isEqualTo(nova.rank());
        assertThat(variant.type()).isEqualTo(nova.type());
        assertThat(variant.provider()).isEqualTo(nova.provider());
        assertThat(variant.nationality()).isEqualTo(nova.nationality());
        assertThat(variant.language()).isEqualTo(nova.language());
        assertThat(variant.features()).isEqualTo(nova.features());
        assertThat(variant.toolkit()).containsExactlyElementsOf(nova.toolkit());
        assertThat(variant.configuration()).isEqualTo(nova.configuration());
        assertThat(service.find.find(variant.id()).orElseThrow().isVariant()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "scout-observer-001, australian_male, 30000, 2100",
        "hype-commentator-001, echo, 75000, 3150",
        "nova-coordinator-001, uk_female, 150000, 5600",
        "truwakandan-cod-specialist-001, uk_male, 300000, 14000"
    })
    void itCostsWhatTheRankSaysAndRunsThirtyPercentCheaper(String base, String voice, long cost, long rate) {
        var wish = new VariantWish(AgentId.of(base), "Ember", "https://img.example/a.png", voice);
        var info = service.variantInfo.of(ANA, AgentId.of(base)).orThrow();

        VariantCreated created = create(wish).outcome().orThrow();

        assertThat(created.transaction().amount()).isEqualTo(Dof.of(cost)).isEqualTo(info.cost());
        assertThat(created.variant().baseRate()).isEqualTo(Dof.of(rate)).isEqualTo(info.baseRate());
        assertThat(created.variant().imageUrl()).isEqualTo("https://img.example/a.png");
        assertThat(info.voices()).contains(voice);
    }

    @Test
    void whoCannotPayGetsNoVariantAndKeepsTheName() {
        var wish = new VariantWish(AgentId.of("ace-elite-001"), "Ember", null, "us_male_algenib");
        service.payments.give(BOB.id(), 299_999);

        var refused = refusal(service.createVariant.create(BOB.id(), wish, null).outcome());

        assertThat(refused.code()).isEqualTo(ErrorCode.INSUFFICIENT_DOFS);
        assertThat(refused.extra()).containsEntry("required", 300_000L).containsEntry("shortfall", 1L);
        assertThat(service.payments.balance(BOB.id())).isEqualTo(299_999);
        assertThat(service.find.variantsOf(BOB.id(), BOB, true, 20, null).items())
                .isEmpty();
        assertThat(service.created(BOB, Drafts.named("Ember")).name()).isEqualTo("Ember");
    }

    @Test
    void whoToppedUpSinceGetsIt() {
        var wish = new VariantWish(NOVA, "Ember", null, "uk_female");
        service.createVariant.create(BOB.id(), wish, null);

        service.payments.give(BOB.id(), 150_000);

        assertThat(service.createVariant
                        .create(BOB.id(), wish, null)
                        .outcome()
                        .orThrow()
                        .userBalance()
                        .after())
                .isEqualTo(Dof.ZERO);
    }

    @Test
    void theVoiceIsOneOfTheSameProvider() {
        assertRefused(
                create(new VariantWish(NOVA, "Ember", null, "shimmer")).outcome(), ErrorCode.VOICE_NOT_OF_PROVIDER);
        nothingWasCharged();
    }

    @Test
    void theNameHasTheLengthOfAName() {
        assertRefused(create(new VariantWish(NOVA, "E", null, "uk_female")).outcome(), ErrorCode.AGENT_NAME_LENGTH);
        nothingWasCharged();
    }

    @Test
    void theNameIsUniqueAmongAllAgentsOfTheOwner() {
        service.created(ANA, Drafts.named("EMBER"));

        assertRefused(create(EMBER).outcome(), ErrorCode.AGENT_NAME_TAKEN);
        nothingWasCharged();
    }

    @Test
    void variantsAreDerivedOfSystemAgentsOnly() {
        AgentId own = service.created(ANA, Drafts.named("Mine")).id();
        AgentId variant = create(EMBER).outcome().orThrow().variant().id();

        assertRefused(create(new VariantWish(own, "Other", null, "echo")).outcome(), ErrorCode.NOT_A_SYSTEM_AGENT);
        assertRefused(
                create(new VariantWish(variant, "Other", null, "uk_female")).outcome(), ErrorCode.NOT_A_SYSTEM_AGENT);
        assertRefused(service.variantInfo.of(ANA, own), ErrorCode.NOT_A_SYSTEM_AGENT);
        assertRefused(
                create(new VariantWish(AgentId.of("nobody"), "Other", null, "uk_female"))
                        .outcome(),
                ErrorCode.AGENT_NOT_FOUND);
    }

    @Test
    void aReplayedRequestIsAnsweredAgainToTheByteAndChargedOnce() {
        var key = service.key(ANA, "k", EMBER);

        var first = service.createVariant.create(ANA.id(), EMBER, key);
        var second = service.createVariant.create(ANA.id(), EMBER, key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void afterARefusalForLackOfDofTheSameKeyTriesAgain() {
        var key = service.key(BOB, "k", EMBER);
        assertRefused(service.createVariant.create(BOB.id(), EMBER, key).outcome(), ErrorCode.INSUFFICIENT_DOFS);
        service.payments.give(BOB.id(), 500_000);

        var again = service.createVariant.create(BOB.id(), EMBER, key);
        var replayed = service.createVariant.create(BOB.id(), EMBER, key);

        assertThat(again.replayed()).isFalse();
        assertThat(replayed.replayed()).isTrue();
        assertThat(json(replayed)).isEqualTo(json(again));
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherWishIsRefused() {
        service.createVariant.create(ANA.id(), EMBER, service.key(ANA, "k", EMBER));
        var other = new VariantWish(NOVA, "Other", null, "uk_female");

        var refused = service.createVariant.create(ANA.id(), other, service.key(ANA, "k", other));

        assertRefused(refused.outcome(), ErrorCode.IDEMPOTENCY_KEY_MISMATCH);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void requestsThatRaceWithOneKeyAreChargedOnceAndAnsweredAlike() throws Exception {
        var key = service.key(ANA, "k", EMBER);

        List<Answered<VariantCreated>> answers = atOnce(8, n -> service.createVariant.create(ANA.id(), EMBER, key));

        assertThat(answers).extracting(this::json).containsOnly(json(answers.getFirst()));
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertThat(service.payments.charges()).hasSize(1);
        assertThat(service.find.variantsOf(ANA.id(), ANA, true, 20, null).items())
                .hasSize(1);
    }

    @Test
    void requestsThatRaceForOneNameGiveOneVariantAndOneCharge() throws Exception {
        service.payments.give(ANA.id(), 5_000_000);

        List<Answered<VariantCreated>> answers = atOnce(8, n -> service.createVariant.create(ANA.id(), EMBER, null));

        assertThat(answers).filteredOn(a -> a.outcome() instanceof Outcome.Done).hasSize(1);
        assertThat(service.payments.charges()).hasSize(1);
    }

    @Test
    void whileItIsBeingPaidForNobodySeesItButItsNameIsHeld() {
        service.payments.beforeNextCharge(() -> {
            assertThat(service.find.ownedBy(ANA.id(), ANA, true, 20, null).items())
                    .isEmpty();
            assertRefused(
                    service.create
                            .create(ANA, Drafts.named("Ember").draft(), null, null)
                            .outcome(),
                    ErrorCode.AGENT_NAME_TAKEN);
        });

        assertThat(create(EMBER).outcome().orThrow().variant().name()).isEqualTo("Ember");
    }

    @Test
    void othersSeeAUsersPublishedVariantsOnly() {
        AgentId variant = create(EMBER).outcome().orThrow().variant().id();
        service.created(ANA, Drafts.named("No variant"));

        assertThat(service.find.variantsOf(ANA.id(), ANA, true, 20, null).items())
                .hasSize(1);
        assertThat(service.find.variantsOf(ANA.id(), BOB, true, 20, null).items())
                .isEmpty();
        assertThat(service.stored(variant).variant()).isTrue();
    }

    private Answered<VariantCreated> create(VariantWish wish) {
        return service.createVariant.create(ANA.id(), wish, null);
    }

    private void nothingWasCharged() {
        assertThat(service.payments.charges()).isEmpty();
    }

    private String json(Answered<VariantCreated> answer) {
        return service.foundation.json().valueToTree(answer.outcome().orThrow()).toString();
    }

    private interface Numbered<T> {
        T run(int n);
    }

    private static <T> List<T> atOnce(int many, Numbered<T> work) throws InterruptedException, ExecutionException {
        var ready = new CountDownLatch(many);
        List<Callable<T>> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int n = i;
            all.add(() -> {
                ready.countDown();
                ready.await();
                return work.run(n);
            });
        }
        List<T> results = new ArrayList<>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> future : executor.invokeAll(all)) {
                results.add(future.get());
            }
        }
        return results;
    }
}
