package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.AgentService.BOB;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static ai.jiga.store.agent.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.MarketplaceStatus;
import ai.jiga.store.agent.model.Vision;
import ai.jiga.store.agent.usecase.OwnAgent;
import ai.jiga.store.contracts.agent.Provider;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An agent from its creation to its end.
class AgentLifeTest {
    private final AgentService service = new AgentService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aNewAgentIsItsOwnersAndUnpublishedAndAtVersionOne() {
        OwnAgent agent = service.created(ANA, Drafts.valid());

        assertThat(agent.ownerId()).isEqualTo(ANA.id());
        assertThat(agent.creatorId()).isEqualTo(ANA.id());
        assertThat(agent.baseAgentId()).isNull();
        assertThat(agent.version()).isEqualTo(1);
        assertThat(agent.marketplaceStatus()).isEqualTo(MarketplaceStatus.UNPUBLISHED);
        assertThat(agent.baseRate()).isEqualTo(Dof.of(4_500));
        assertThat(agent.createdAt()).isEqualTo(service.process.clock().instant());
        assertThat(service.told(agent.id())).containsExactly("agent.created");
    }

    @Test
    void withoutAConfigurationItHasItsRanks() {
        OwnAgent agent = service.created(ANA, Drafts.valid().withRank(Rank.GOLD));

        assertThat(agent.configuration()).isEqualTo(Vision.of(Rank.GOLD).configuration());
    }

    @Test
    void theToolkitKeepsItsOrder() {
        Tool[] tools = {
            Tool.TUREL, Tool.OBSERVATION, Tool.TEAM_MESSAGING, Tool.LEARN, Tool.GENERAL_GAMING, Tool.EVENT_DETECTION
        };
        OwnAgent agent = service.created(ANA, Drafts.valid().withToolkit(tools));

        assertThat(agent.toolkit()).containsExactly(tools);
        assertThat(own(agent.id()).toolkit()).containsExactly(tools);
        assertThat(service.find.find(agent.id()).orElseThrow().toolkit()).containsExactly(tools);
    }

    @Test
    void whatBreaksARuleIsNotCreated() {
        var refused = service.create
                .create(ANA, Drafts.named("ab").draft(), null, null)
                .outcome();

        assertRefused(refused, ErrorCode.AGENT_NAME_LENGTH);
        assertThat(service.find.ownedBy(ANA.id(), ANA, false, 20, null).items()).isEmpty();
    }

    @Test
    void aConfigurationWithErrorsIsNotCreated() {
        var configuration = JsonNodeFactory.instance.objectNode().put("target_fps", 0);

        var refused = service.create
                .create(ANA, Drafts.valid().draft(), configuration, null)
                .outcome();

        assertThat(refusal(refused).errors())
                .singleElement()
                .satisfies(e -> assertThat(e.field()).isEqualTo("configuration.target_fps"));
    }

    @Test
    void modelSettingsThatCannotBeKeptAreRefused() {
        var list = JsonNodeFactory.instance.arrayNode();

        var refused = service.create
                .create(ANA, Drafts.valid().withModelConfig(list).draft(), null, null)
                .outcome();

        assertRefused(refused, ErrorCode.INVALID_CONFIGURATION);
    }

    @Test
    void aNameIsUniquePerOwnerWhateverItsCase() {
        service.created(ANA, Drafts.named("Émile"));

        var again = service.create
                .create(ANA, Drafts.named("e\u0301MILE").draft(), null, null)
                .outcome();
        assertRefused(again, ErrorCode.AGENT_NAME_TAKEN);
        assertThat(service.created(BOB, Drafts.named("Émile")).name()).isEqualTo("Émile");
    }

    @Test
    void twoNamesThatOnlyAnEncodingWouldConfuseAreTwo() {
        service.created(ANA, Drafts.named("a/b"));

        assertThat(service.created(ANA, Drafts.named("a%2Fb")).name()).isEqualTo("a%2Fb");
    }

    @Test
    void theSameRequestAgainIsAnsweredAgainAndCreatesNothing() {
        var draft = Drafts.valid().withToolkit(Tool.TUREL, Tool.LEARN, Tool.OBSERVATION, Tool.GENERAL_GAMING);
        var key = service.key(ANA, "k1", "body");

        var first = service.create.create(ANA, draft.draft(), null, key);
        var second = service.create.create(ANA, draft.draft(), null, key);

        assertThat(first.replayed()).isFalse();
        assertThat(second.replayed()).isTrue();
        assertThat(json(second.outcome().orThrow()))
                .isEqualTo(json(first.outcome().orThrow()));
        assertThat(service.find.ownedBy(ANA.id(), ANA, false, 20, null).items()).hasSize(1);
    }

    @Test
    void theSameKeyForAnotherRequestIsRefused() {
        service.create.create(ANA, Drafts.valid().draft(), null, service.key(ANA, "k1", "body"));

        var other =
                service.create.create(ANA, Drafts.named("Other").draft(), null, service.key(ANA, "k1", "other body"));

        assertRefused(other.outcome(), ErrorCode.IDEMPOTENCY_KEY_MISMATCH);
    }

    @Test
    void aReplacedAgentIsWhatItIsSaidToBeAndKeepsItsConfiguration() {
        OwnAgent before = service.created(ANA, Drafts.valid());
        var draft = Drafts.named("Cinder").withRank(Rank.GOLD).withVoice(Provider.GEMINI, "uk_female");

        OwnAgent after = service.replace
                .replace(ANA, before.id(), draft.draft(), null, IfMatch.ANY)
                .orThrow();

        assertThat(after.name()).isEqualTo("Cinder");
        assertThat(after.rank()).isEqualTo(Rank.GOLD);
        assertThat(after.configuration()).isEqualTo(before.configuration());
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(own(before.id())).isEqualTo(after);
        assertThat(service.told(before.id())).containsExactly("agent.created", "agent.updated");
    }

    @Test
    void aReplacedAgentKeepsTheRulesToo() {
        AgentId id = service.created(ANA, Drafts.valid()).id();

        var refused =
                service.replace.replace(ANA, id, Drafts.valid().withRate(1).draft(), null, IfMatch.ANY);

        assertRefused(refused, ErrorCode.RATE_OUT_OF_RANGE);
    }

    @Test
    void renamingFreesTheOldNameAndTakesTheNew() {
        AgentId id = service.created(ANA, Drafts.named("Old")).id();
        service.created(ANA, Drafts.named("Taken"));

        assertRefused(
                service.replace.replace(ANA, id, Drafts.named("TAKEN").draft(), null, IfMatch.ANY),
                ErrorCode.AGENT_NAME_TAKEN);
        service.replace
                .replace(ANA, id, Drafts.named("New").draft(), null, IfMatch.ANY)
                .orThrow();

        assertThat(service.created(ANA, Drafts.named("Old")).name()).isEqualTo("Old");
        assertRefused(
                service.create
                        .create(ANA, Drafts.named("New").draft(), null, null)
                        .outcome(),
                ErrorCode.AGENT_NAME_TAKEN);
    }

    @Test
    void anAgentKeepsItsNameWhenOnlyTheCaseChanges() {
        AgentId id = service.created(ANA, Drafts.named("ember")).id();

        service.replace
                .replace(ANA, id, Drafts.named("EMBER").draft(), null, IfMatch.ANY)
                .orThrow();

        assertRefused(
                service.create
                        .create(ANA, Drafts.named("Ember").draft(), null, null)
                        .outcome(),
                ErrorCode.AGENT_NAME_TAKEN);
    }

    @Test
    void whoSawAnOlderVersionDoesNotReplaceANewerOne() {
        AgentId id = service.created(ANA, Drafts.valid()).id();
        var seen = new IfMatch("\"v1\"");

        service.replace
                .replace(ANA, id, Drafts.named("First").draft(), null, seen)
                .orThrow();

        assertRefused(
                service.replace.replace(ANA, id, Drafts.named("Second").draft(), null, seen),
                ErrorCode.PRECONDITION_FAILED);
        assertThat(own(id).name()).isEqualTo("First");
    }

    @Test
    void aDeletedAgentIsGoneForEverybodyAndItsNameIsFree() {
        AgentId id = service.created(ANA, Drafts.valid()).id();

        service.delete.delete(ANA, id).orThrow();

        assertRefused(service.find.seenBy(ANA, id), ErrorCode.AGENT_NOT_FOUND);
        assertRefused(service.configure.read(ANA, id), ErrorCode.AGENT_NOT_FOUND);
        assertRefused(service.delete.delete(ANA, id), ErrorCode.AGENT_NOT_FOUND);
        assertThat(service.find.find(id)).isEmpty();
        assertThat(service.find.ownedBy(ANA.id(), ANA, false, 20, null).items()).isEmpty();
        assertThat(service.told(id)).containsExactly("agent.created", "agent.deleted");
        assertThat(service.created(ANA, Drafts.valid()).name()).isEqualTo("Ember");
    }

    private OwnAgent own(AgentId id) {
        return (OwnAgent) service.find.seenBy(ANA, id).orThrow();
    }

    private String json(Object value) {
        return service.foundation.json().valueToTree(value).toString();
    }
}
