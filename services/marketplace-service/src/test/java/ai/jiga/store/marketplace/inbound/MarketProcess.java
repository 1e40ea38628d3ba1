package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.access.Access;
import ai.jiga.store.access.AccessTable;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.idempotency.Idempotency;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.marketplace.FakeAgents;
import ai.jiga.store.marketplace.FakeSessions;
import ai.jiga.store.marketplace.Market;
import ai.jiga.store.marketplace.UnreliableIndex;
import ai.jiga.store.marketplace.model.ListingSearch;
import ai.jiga.store.marketplace.model.MarketplaceCollections;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.lucene.LuceneSearch;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.PublicUrl;
import ai.jiga.store.wiring.Foundation;
import ai.jiga.store.wiring.Seeder;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the app that runs the marketplace provides to it.
@Singleton
public class MarketProcess {
    private static final int AFTER_THE_SERVICES = 5_000;
    /// A search for this tag does not reach the search engine.
    static final String UNREACHED = "caller-unreached";

    private final TestProcess process = TestProcess.with(MarketplaceCollections.SCHEMA);
    private final FakeAgents agents = new FakeAgents();

    @Produces
    @Singleton
    TestProcess process() {
        return process;
    }

    @Produces
    @Singleton
    Foundation foundation() {
        return process.foundation();
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return process.clock();
    }

    @Produces
    @Singleton
    Idempotency idempotency() {
        return process.foundation().idempotency();
    }

    @Produces
    @Singleton
    Cursors cursors() {
        return new Cursors(new byte[16]);
    }

    @Produces
    @Singleton
    PublicUrl url() {
        return new PublicUrl("https://store.example");
    }

    @Produces
    @Singleton
    SearchEngine search() {
        LuceneSearch lucene = LuceneSearch.inMemory();
        return definition -> new UnreliableIndex(
                lucene.open(definition),
                request -> request.terms()
                        .getOrDefault(ListingSearch.TAG, Set.of())
                        .contains(UNREACHED));
    }

    @Produces
    @Singleton
    ClientAddresses addresses() {
        return ClientAddresses.behind(List.of());
    }

    @Produces
    @Singleton
    Access access() {
        return new Access(AccessTable.read());
    }

    @Produces
    @Singleton
    Runtimes runtimes() {
        return Market.ALL_CONNECTED;
    }

    @Produces
    @Singleton
    FakeAgents agents() {
        return agents;
    }

    @Produces
    @Singleton
    FakeSessions sessions(Idempotency idempotency) {
        return new FakeSessions(process.store(), idempotency);
    }

    /// The token of a user is `valid-` and the user's name.
    @Produces
    @Singleton
    TokenVerifier tokens() {
        return token -> token.startsWith("valid-")
                ? Optional.of(new TokenVerifier.VerifiedToken(
                        token.substring("valid-".length()),
                        "user",
                        new Admission.SignedIn("s1", 1),
                        Instant.parse("2036-01-01T00:00:00Z")))
                : Optional.empty();
    }

    void start(
            @Observes @Priority(AFTER_THE_SERVICES) StartupEvent started,
            @Any Instance<TransactionalHandler> transactional,
            @Any Instance<IdempotentHandler> idempotent,
            @Any Instance<TaskHandler> tasks,
            @Any Instance<Seeder> seeders) {
        agents.put(Market.agent(Market.NOVA, Market.OWNER.id()));
        Market.catalogue(process.foundation())
                .forEach(entry -> agents.put(Market.agent(entry.agentId(), UserId.SYSTEM)));
        seeders.forEach(Seeder::seed);
        process.start(
                Stream.<EventHandler>concat(transactional.stream(), idempotent.stream())
                        .toList(),
                tasks.stream().toList());
    }

    void stop(@Observes @Priority(AFTER_THE_SERVICES) ShutdownEvent stopping) {
        process.close();
    }
}
