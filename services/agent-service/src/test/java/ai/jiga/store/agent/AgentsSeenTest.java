package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.agent.usecase.PublicAgent;
import ai.jiga.store.contracts.agent.AgentView;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who sees what of agents.
class AgentsSeenTest {
    private final AgentService service = new AgentService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void everybodySeesAPublishedAgentButOnlyItsOwnerTheConfiguration() {
        AgentId id = service.published(ANA, Drafts.valid());

        assertThat(service.find.seenBy(ANA, id).orThrow()).isInstanceOf(OwnAgent.class);
        assertThat(service.find.seenBy(BOB, id).orThrow()).isInstanceOf(PublicAgent.class);
        assertThat(service.find.seenBy(Caller.ANONYMOUS, id).orThrow()).isInstanceOf(PublicAgent.class);
        assertThat(json(service.find.seenBy(BOB, id).orThrow()))
                .contains("Ember")
                .doesNotContain("configuration", "modelConfig", "version");
    }

    @Test
    void noAgentIsFoundUnderAnIdThatNobodyHas() {
        assertRefused(service.find.seenBy(ANA, AgentId.of("nobody")), ErrorCode.AGENT_NOT_FOUND);
    }

    @Test
    void whatOnlyTheOwnerMayReadIsRefusedToOthers() {
        AgentId id = service.published(ANA, Drafts.valid());
        var some = JsonNodeFactory.instance.objectNode();

        assertRefused(service.configure.read(BOB, id), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.configure.validate(BOB, id, some), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.history.versions(BOB, id, 20, null), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.history.version(BOB, id, 1), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.history.configurations(BOB, id, 20, null), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.performance.metrics(BOB, id), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.performance.earnings(BOB, id), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.performance.stats(BOB, id), ErrorCode.NOT_AGENT_OWNER);
    }

    @Test
    void whatOnlyTheOwnerMayChangeIsRefusedToOthers() {
        AgentId id = service.published(ANA, Drafts.valid());
        var some = JsonNodeFactory.instance.objectNode();

        assertRefused(service.replace.authorise(BOB, id), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(
                service.replace.replace(BOB, id, Drafts.named("Mine").draft(), null, IfMatch.ANY),
                ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.configure.configure(BOB, id, some, IfMatch.ANY), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(service.delete.delete(BOB, id), ErrorCode.NOT_AGENT_OWNER);
        assertThat(own(id).version()).isEqualTo(2);
    }

    @Test
    void otherServicesSeeAnAgentAsItIs() {
        OwnAgent agent = service.created(ANA, Drafts.valid());

        AgentView view = service.find.find(agent.id()).orElseThrow();

        assertThat(view.ownerId()).isEqualTo(ANA.id());
        assertThat(view.name()).isEqualTo("Ember");
        assertThat(view.baseRate()).isEqualTo(agent.baseRate());
        assertThat(view.configuration()).isEqualTo(agent.configuration());
        assertThat(view.isVariant()).isFalse();
        assertThat(view.version()).isEqualTo(1);
    }

    @Test
    void anOwnersAgentsComeInPagesTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            service.created(ANA, Drafts.named("Agent " + i));
            service.process.clock().advance(Duration.ofSeconds(1));
        }
        service.created(BOB, Drafts.named("Another's"));

        var first = service.find.ownedBy(ANA.id(), ANA, true, 3, null);
        var second = service.find.ownedBy(ANA.id(), ANA, true, 3, first.nextCursor());

        assertThat(first.items())
                .extracting(agent -> ((OwnAgent) agent).name())
                .containsExactly("Agent 5", "Agent 4", "Agent 3");
        assertThat(second.items())
                .extracting(agent -> ((OwnAgent) agent).name())
                .containsExactly("Agent 2", "Agent 1");
        assertThat(second.nextCursor()).isNull();
    }

    @Test
    void aListIsMinimalUnlessDetailsAreAskedFor() {
        service.created(ANA, Drafts.valid());

        assertThat(service.find.ownedBy(ANA.id(), ANA, false, 20, null).items())
                .hasOnlyElementsOfType(PublicAgent.class);
        assertThat(service.find.ownedBy(ANA.id(), ANA, true, 20, null).items()).hasOnlyElementsOfType(OwnAgent.class);
    }

    @Test
    void everyChangeIsAVersionThatTheOwnerCanReadAgain() {
        AgentId id = service.created(ANA, Drafts.named("First")).id();
        var configuration = JsonNodeFactory.instance.objectNode().put("target_fps", 2);
        service.replace
                .replace(ANA, id, Drafts.named("Second").draft(), null, IfMatch.ANY)
                .orThrow();
        service.configure.configure(ANA, id, configuration, IfMatch.ANY).orThrow();

        var newest = service.history.versions(ANA, id, 2, null).orThrow();
        var oldest = service.history.versions(ANA, id, 2, newest.nextCursor()).orThrow();

        assertThat(newest.items())
                .extracting(
                        v -> v.version() + " " + v.change() + " " + v.agent().name())
                .containsExactly("3 CONFIGURED Second", "2 UPDATED Second");
        assertThat(oldest.items())
                .extracting(
                        v -> v.version() + " " + v.change() + " " + v.agent().name())
                .containsExactly("1 CREATED First");
        assertThat(service.history.version(ANA, id, 1).orThrow().change()).isEqualTo(Change.CREATED);
        assertRefused(service.history.version(ANA, id, 4), ErrorCode.AGENT_VERSION_NOT_FOUND);
    }

    private OwnAgent own(AgentId id) {
        return (OwnAgent) service.find.seenBy(ANA, id).orThrow();
    }

    private String json(Object value) {
        return service.foundation.json().valueToTree(value).toString();
    }
}
