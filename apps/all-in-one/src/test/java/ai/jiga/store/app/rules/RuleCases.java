package ai.jiga.store.app.rules;

import static ai.jiga.store.app.rules.Question.Condition.contains;
import static ai.jiga.store.app.rules.Question.Condition.is;
import static ai.jiga.store.app.rules.Who.ALICE;
import static ai.jiga.store.app.rules.Who.BOB;
import static ai.jiga.store.app.rules.Who.everybody;
import static ai.jiga.store.app.rules.Who.nobody;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentVersion;
import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.agent.model.ConfigurationSnapshot;
import ai.jiga.store.app.rules.Question.Condition;
import ai.jiga.store.contracts.agent.ListingStatus;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.TransactionId;
import ai.jiga.store.marketplace.model.FeaturedListing;
import ai.jiga.store.marketplace.model.Review;
import ai.jiga.store.notification.model.Notification;
import ai.jiga.store.notification.model.Subject;
import ai.jiga.store.session.model.Progress;
import ai.jiga.store.session.model.Receipt;
import ai.jiga.store.session.model.UsageAction;
import ai.jiga.store.session.model.UsageEntry;
import ai.jiga.store.session.model.UsageFlush;
import ai.jiga.store.session.model.UsageLine;
import ai.jiga.store.transaction.model.LedgerTransaction;
import ai.jiga.store.transaction.model.Wallet;
import ai.jiga.store.user.model.Preferences;
import ai.jiga.store.user.model.UserPreferences;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The table: who may read what.
final class RuleCases {
    /// What the server alone reads and writes.
    private static final List<String> NOBODYS = List.of(
            "users",
            "user_emails",
            "sign_ins",
            "refresh_tokens",
            "sign_in_attempts",
            "sign_in_guesses",
            "letter_links",
            "api_keys",
            "api_key_hashes",
            "api_key_origins",
            "api_key_uses",
            "api_key_uses/k-1/days",
            "test_wallets",
            "spent",
            "favourites/aegis/listings",
            "revocations",
            "tickets",
            "live_logs",
            "live_logs/aegis/live_pages",
            "agent_names",
            "agents/aegis/metrics",
            "agents/aegis/earnings",
            "agents/aegis/engagements",
            "marketplace/aegis/stat_shards",
            "marketplace/aegis/hirers",
            "marketplace/aegis/raters",
            "play_figures",
            "owner_figures",
            "reviewers",
            "account_shards",
            "ledger_days",
            "provider_events",
            "talks",
            "memories",
            "active_sessions",
            "trials",
            "nodes",
            "analytics_events",
            "audit",
            "outbox",
            "inbox",
            "parked_events",
            "tasks",
            "idempotency",
            "idempotency_attempts");

    private static final Condition ACTIVE = is("state", "ACTIVE");

    private RuleCases() {}

    static List<RuleCase> all() {
        return Stream.of(catalogues(), agents(), listings(), money(), sessions(), users(), servers())
                .flatMap(cases -> cases)
                .toList();
    }

    private static Stream<RuleCase> catalogues() {
        return Stream.of(
                RuleCase.of("a badge", "badges/cod-expert", new Badge("cod-expert", "Call of Duty", 1, List.of()))
                        .readBy(everybody())
                        .foundBy(everybody()),
                RuleCase.of(
                                "a featured listing",
                                "featured_agents/aegis",
                                new FeaturedListing(ListingId.of("aegis"), 1))
                        .readBy(everybody())
                        .foundBy(everybody()));
    }

    private static Stream<RuleCase> agents() {
        Agent agent = Samples.agentOf(ALICE.id());
        return Stream.of(
                RuleCase.of("Alice's agent", "agents/aegis", agent)
                        .readBy(ALICE)
                        .foundBy(ALICE, ownedBy(ALICE), ACTIVE)
                        .neverFoundBy(ownedBy(ALICE))
                        .neverFoundBy(ACTIVE)
                        .neverFoundBy(is("marketplaceStatus.isPublished", true), ACTIVE),
                RuleCase.of("an agent that Alice deleted", "agents/aegis-deleted", agent.deleted(Samples.NOW)),
                RuleCase.of(
                        "a variant that Alice has not paid for", "agents/aegis-2", Samples.unpaidVariantOf(ALICE.id())),
                RuleCase.of(
                                "a version of Alice's agent",
                                "agents/aegis/versions/1",
                                AgentVersion.of(agent, AgentVersion.Change.CREATED, ALICE.id()))
                        .readBy(ALICE)
                        .foundBy(ALICE),
                RuleCase.of(
                        "a version of what Alice deleted",
                        "agents/aegis-deleted/versions/1",
                        AgentVersion.of(agent, AgentVersion.Change.CREATED, ALICE.id())),
                RuleCase.of(
                                "a configuration of Alice's agent",
                                "agents/aegis/configs/1",
                                new ConfigurationSnapshot(1, Samples.CONFIGURATION, Samples.NOW))
                        .readBy(ALICE)
                        .foundBy(ALICE));
    }

    private static Stream<RuleCase> listings() {
        Stream<RuleCase> listings = Arrays.stream(ListingStatus.values())
                .map(status -> RuleCase.of(
                                "a listing of Alice's that is " + status.label(),
                                "marketplace/" + status.label(),
                                Samples.listingOf(ALICE.id(), status))
                        .readBy(status == ListingStatus.ACTIVE ? everybody() : ALICE.only())
                        .neverFoundBy(ownedBy(ALICE))
                        .foundBy(
                                status == ListingStatus.ACTIVE ? everybody() : nobody(), is("status", status.label())));
        return Stream.concat(
                listings,
                Stream.of(RuleCase.of(
                                "Alice's review, which says in which session she was",
                                "reviews/match-1",
                                new Review(
                                        SessionId.of("match-1"),
                                        ListingId.of("aegis"),
                                        AgentId.of("aegis"),
                                        ALICE.id(),
                                        5,
                                        null,
                                        "Held the flank.",
                                        true,
                                        Samples.NOW))
                        .readBy(ALICE)
                        .neverFoundBy(is("listingId", "aegis"))
                        .neverFoundBy(is("reviewerId", ALICE.id()))));
    }

    private static Stream<RuleCase> money() {
        return Stream.of(
                RuleCase.of("Alice's wallet", "wallets/" + ALICE.storedId(), Wallet.empty(ALICE.id(), Samples.NOW))
                        .readBy(ALICE)
                        .neverFoundBy(is("userId", ALICE.id())),
                RuleCase.of("what Alice gave to Bob", "transactions/transfer", Samples.transfer())
                        .readBy(ALICE)
                        .neverFoundBy(seenBy(ALICE), startedBy(ALICE))
                        .neverFoundBy(seenBy(ALICE))
                        .neverFoundBy(seenBy(BOB)),
                RuleCase.of("what Alice paid and Bob earned", "transactions/hire", Samples.hire())
                        .readBy(ALICE)
                        .neverFoundBy(contains("views", BOB.id() + "|earning")),
                RuleCase.of(
                        "a hold that was voided ahead",
                        "transactions/voided",
                        LedgerTransaction.voidedAhead(TransactionId.of("voided"), Samples.NOW)));
    }

    private static Stream<RuleCase> sessions() {
        var flush = UsageFlush.of(
                List.of(new UsageEntry(
                        1,
                        Samples.NOW,
                        List.of(new UsageLine(UsageAction.CHAT, 1, Dof.of(100))),
                        UsageEntry.Result.ANSWERED)),
                Progress.NONE);
        return Stream.of(
                RuleCase.of("Alice's session with Bob's agent", "sessions/match-1", Samples.session())
                        .readBy(ALICE)
                        .foundBy(ALICE, is("terms.userId", ALICE.id()))
                        .neverFoundBy(is("terms.ownerId", BOB.id())),
                RuleCase.of("what Alice's session used", "sessions/match-1/usage/000000000001", flush)
                        .readBy(ALICE)
                        .foundBy(ALICE),
                RuleCase.of("what a session used that is gone", "sessions/gone/usage/000000000001", flush),
                RuleCase.of(
                                "the receipt of Alice's session",
                                "receipts/match-1",
                                new Receipt(SessionId.of("match-1"), "a.b.c", "key-1"))
                        .readBy(ALICE)
                        .neverFoundBy(is("sessionId", "match-1")));
    }

    private static Stream<RuleCase> users() {
        var preferences = new UserPreferences(Preferences.DEFAULTS, 1, Samples.NOW);
        return Stream.of(
                RuleCase.of("Alice's preferences", "user_preferences/" + ALICE.storedId(), preferences)
                        .readBy(ALICE),
                notification("a notification of Alice's", ALICE.storedId())
                        .readBy(ALICE)
                        .foundBy(ALICE),
                notification("one of somebody whose id is plain", ALICE.id().value())
                        .readBy(ALICE)
                        .foundBy(ALICE),
                notification("one of somebody whose id is escaped", "=~" + ALICE.id())
                        .readBy(ALICE)
                        .foundBy(ALICE),
                notification("one of somebody whose id looks like Alice's", "=~a7~" + ALICE.id()));
    }

    private static RuleCase notification(String what, String storedUser) {
        var notification = new Notification(
                "n-1",
                "transfer_received",
                "You were given 5,000 DOF",
                "Have fun.",
                null,
                new Subject(null, null, null, null),
                Samples.NOW,
                false,
                null);
        return RuleCase.of(what, "users/" + storedUser + "/notifications/n-1", notification);
    }

    private static Stream<RuleCase> servers() {
        return NOBODYS.stream().map(RuleCase::nobodys);
    }

    private static Condition ownedBy(Who owner) {
        return is("ownerId", owner.id());
    }

    static Condition startedBy(Who payer) {
        return is("userId", payer.id());
    }

    static Condition seenBy(Who party) {
        return contains("views", party.id());
    }
}
