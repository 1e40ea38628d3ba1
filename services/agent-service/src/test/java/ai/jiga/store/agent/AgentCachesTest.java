package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentCollections;
import ai.jiga.store.agent.model.MarketplaceStatus;
import ai.jiga.store.agent.usecase.PublicAgent;
import ai.jiga.store.contracts.agent.AgentType;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.marketplace.AgentPublished;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.ListingId;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.wiring.Lifetimes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgentCachesTest {
    private static final AgentId SCOUT = AgentId.of("scout-observer-001");

    private static JsonNode fps(int fps) {
        return JsonNodeFactory.instance.objectNode().put("target_fps", fps);
    }

    private static int shown(AgentService service, AgentId id) {
        return service.configure
                .read(ANA, id)
                .orThrow()
                .configuration()
                .path("target_fps")
                .asInt();
    }

    /// Behind the cache's back.
    private static void overwrite(DocumentStore store, AgentId id, JsonNode configuration) {
        store.transact(tx -> {
            Agent agent = tx.get(AgentCollections.agent(id)).orElseThrow().value();
            tx.set(AgentCollections.agent(id), agent.changed(agent.draft(), configuration, agent.updatedAt()));
            return id;
        });
    }

    @Test
    void aConfigurationIsWrittenThroughAndReadFromTheCacheByItsOwnerAlone() {
        try (var service = new AgentService()) {
            AgentId id = service.created(ANA, Drafts.named("Echo")).id();
            service.configure.configure(ANA, id, fps(2), new IfMatch(null)).orThrow();
            overwrite(service.process.store(), id, fps(1));
            assertThat(shown(service, id)).isEqualTo(2);
            assertRefused(service.configure.read(BOB, id), ErrorCode.AGENT_NOT_FOUND);

            service.process.clock().advance(Lifetimes.AGENT_CONFIGURATIONS.plus(Duration.ofSeconds(1)));
            assertThat(shown(service, id)).isEqualTo(1);
        }
    }

    @Test
    void aDeletedAgentHasNoConfigurationAtOnce() {
        try (var service = new AgentService()) {
            AgentId id = service.created(ANA, Drafts.named("Echo")).id();
            shown(service, id);
            service.delete.delete(ANA, id).orThrow();
            assertRefused(service.configure.read(ANA, id), ErrorCode.AGENT_NOT_FOUND);
        }
    }

    @Test
    void publishingShowsInTheVersionAndAmongTheSystemAgents() {
        try (var service = new AgentService()) {
            assertThat(service.find.systemAgents()).isEmpty();
            assertThat(service.badges.all()).isEmpty();
            service.seeded().started();
            assertThat(service.badges.all()).isNotEmpty();
            assertThat(published(service)).isEqualTo(MarketplaceStatus.UNPUBLISHED);
            AgentId id = service.created(ANA, Drafts.named("Echo")).id();
            long before = service.configure.read(ANA, id).orThrow().version();

            for (AgentId one : new AgentId[] {SCOUT, id}) {
                service.hear(new AgentPublished(
                        one, ListingId.of(one), ANA.id(), "Scout", Rank.BRONZE, AgentType.ASSISTANT));
            }

            assertThat(published(service)).isEqualTo(MarketplaceStatus.PUBLISHED);
            assertThat(service.configure.read(ANA, id).orThrow().version()).isEqualTo(before + 1);
        }
    }

    private static MarketplaceStatus published(AgentService service) {
        return service.find.systemAgents().stream()
                .filter(agent -> agent.id().equals(SCOUT))
                .map(PublicAgent::marketplaceStatus)
                .findFirst()
                .orElseThrow();
    }
}
