package ai.jiga.store.app.rules;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.VariantPayment;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.Purse;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.Listing;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionType;
import ai.jiga.store.session.model.Terms;
import ai.jiga.store.transaction.model.Account;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.LedgerTransaction.HireTerms;
import ai.jiga.store.transaction.model.LedgerTransaction.TransferTerms;
import ai.jiga.store.transaction.model.Posting;
import ai.jiga.store.transaction.model.TransactionStatus;
import ai.jiga.store.transaction.model.TransactionType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Documents as the services write them, so that a field which is renamed there breaks the rule that reads it.
final class Samples {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final JsonNode CONFIGURATION = JsonNodeFactory.instance.objectNode().put("secretPlan", "rush B");

    private static final UserId ALICE = Who.ALICE.id();
    private static final UserId BOB = Who.BOB.id();
    private static final Dof PRICE = Dof.of(5_000);

    private Samples() {}

    static Agent agentOf(UserId owner) {
        var draft = new AgentDraft(
                "Aegis",
                "Guards a flank",
                null,
                Rank.SILVER,
                AgentType.ASSISTANT,
                Provider.BUILTIN,
                "British",
                "en-GB",
                "echo",
                new Features(false, false, false),
                new LinkedHashSet<>(List.of(Tool.OBSERVATION)),
                null,
                PRICE,
                CONFIGURATION);
        return Agent.created(AgentId.of("aegis"), owner, draft, CONFIGURATION, NOW);
    }

    static Agent unpaidVariantOf(UserId owner) {
        Agent base = agentOf(UserId.SYSTEM);
        AgentId id = AgentId.of("aegis-2");
        var payment = VariantPayment.of(id, PRICE, null, null, Purse.OWN);
        return base.derive(id, owner, base.draft().named("Aegis the second"), payment, NOW);
    }

    static Listing listingOf(UserId owner, ListingStatus status) {
        var content = new ListingContent(
                "Aegis", "Guards a flank", List.of(), List.of(), List.of(), PRICE, Availability.ALWAYS);
        return Listing.published(agentOf(owner).view(Runtimes.BUILTIN), content, NOW)
                .edited(content, status, NOW);
    }

    /// Alice plays with Bob's agent.
    static Session session() {
        var terms = new Terms(
                AgentId.of("aegis"),
                null,
                ListingId.of("aegis"),
                ALICE,
                BOB,
                BOB,
                SessionType.HIRED,
                PRICE,
                100,
                PRICE,
                NOW,
                null,
                "builtin",
                "builtin",
                null,
                null,
                1L,
                null);
        return Session.begun(SessionId.of("match-1"), terms, NOW.plus(Duration.ofHours(1)), CONFIGURATION);
    }

    /// What Alice paid and Bob earned.
    static LedgerTransaction hire() {
        var terms = new HireTerms(BOB, BOB, false, PRICE, PRICE, Dof.ZERO, PRICE, Dof.ZERO, null);
        return transaction(TransactionType.HIRE, TransactionType.EARNING, terms, null);
    }

    /// What Alice gave to Bob.
    static LedgerTransaction transfer() {
        var terms = new TransferTerms(BOB, PRICE, Dof.of(500));
        return transaction(TransactionType.TRANSFER, TransactionType.TRANSFER, null, terms);
    }

    /// Both find it in their history.
    private static LedgerTransaction transaction(
            TransactionType asAliceSeesIt,
            TransactionType asBobSeesIt,
            @Nullable HireTerms hire,
            @Nullable TransferTerms transfer) {
        var views = new ArrayList<>(LedgerTransaction.view(ALICE, asAliceSeesIt));
        views.addAll(LedgerTransaction.view(BOB, asBobSeesIt));
        return new LedgerTransaction(
                TransactionId.of("payment-1"),
                asAliceSeesIt,
                TransactionStatus.COMPLETED,
                ALICE,
                PRICE,
                List.of(
                        Posting.dof(Account.wallet(ALICE), -PRICE.amount()),
                        Posting.dof(Account.earnings(BOB), PRICE.amount())),
                views,
                AgentId.of("aegis"),
                hire,
                null,
                transfer,
                null,
                null,
                NOW,
                NOW);
    }
}
