package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static ai.jiga.store.agent.Refusals.assertRefused;
import static ai.jiga.store.agent.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.ConfigurationReport.Warning;
import ai.jiga.store.agent.model.ConfigurationReport.WarningCode;
import ai.jiga.store.agent.model.ConfigurationSnapshot;
import ai.jiga.store.contracts.agent.ConfigurationLimits.Fault;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.web.IfMatch;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfigureAgentTest {
    private final AgentService service = new AgentService();
    private final AgentId id =
            service.created(ANA, Drafts.valid().withRank(Rank.GOLD)).id();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aConfigurationReplacesTheOneBefore() {
        JsonNode configuration = JsonNodeFactory.instance.objectNode().put("target_fps", 4);
        service.process.clock().advance(Duration.ofSeconds(3));

        var set =
                service.configure.configure(ANA, id, configuration, IfMatch.ANY).orThrow();

        assertThat(set.configuration()).isEqualTo(configuration);
        assertThat(set.validationWarnings()).isEmpty();
        assertThat(set.version()).isEqualTo(2);
        assertThat(set.updatedAt()).isEqualTo(service.process.clock().instant());
        assertThat(service.configure.read(ANA, id).orThrow()).isEqualTo(set);
        assertThat(service.told(id)).containsExactly("agent.created", "agent.updated");
    }

    @Test
    void aWarningDoesNotKeepAConfigurationFromBeingSet() {
        JsonNode configuration = JsonNodeFactory.instance.objectNode().put("target_fps", 10);

        var set =
                service.configure.configure(ANA, id, configuration, IfMatch.ANY).orThrow();

        assertThat(set.validationWarnings()).extracting(Warning::code).containsExactly(WarningCode.FPS_ABOVE_RANK);
        assertThat(service.configure.read(ANA, id).orThrow().validationWarnings())
                .isEqualTo(set.validationWarnings());
    }

    @Test
    void anErrorDoes() {
        JsonNode before = service.configure.read(ANA, id).orThrow().configuration();
        JsonNode configuration =
                JsonNodeFactory.instance.objectNode().put("target_fps", 0).put("max_concurrent_analyses", 0);

        var refused = refusal(service.configure.configure(ANA, id, configuration, IfMatch.ANY));

        assertThat(refused.code()).isEqualTo(ErrorCode.TARGET_FPS_RANGE);
        assertThat(refused.errors())
                .extracting(e -> e.field())
                .containsExactly("configuration.target_fps", "configuration.max_concurrent_analyses");
        assertThat(service.configure.read(ANA, id).orThrow().configuration()).isEqualTo(before);
        assertThat(service.configure.read(ANA, id).orThrow().version()).isEqualTo(1);
    }

    @Test
    void validatingSaysErrorsAndWarningsAndSetsNothing() {
        JsonNode configuration =
                JsonNodeFactory.instance.objectNode().put("target_fps", 0).put("colour", "red");

        var report = service.configure.validate(ANA, id, configuration).orThrow();

        assertThat(report.errors()).extracting(Fault::code).containsExactly(ErrorCode.TARGET_FPS_RANGE);
        assertThat(report.warnings()).extracting(Warning::code).containsExactly(WarningCode.UNKNOWN_KEY);
        assertThat(service.configure.read(ANA, id).orThrow().version()).isEqualTo(1);
    }

    @Test
    void whoSawAnOlderVersionDoesNotReplaceANewerOne() {
        JsonNode configuration = JsonNodeFactory.instance.objectNode();
        var seen = new IfMatch("\"v1\"");
        service.configure.configure(ANA, id, configuration, seen).orThrow();

        assertRefused(service.configure.configure(ANA, id, configuration, seen), ErrorCode.PRECONDITION_FAILED);
    }

    @Test
    void everyConfigurationIsKeptAsASnapshotTheNewestFirst() {
        for (int fps = 1; fps <= 3; fps++) {
            service.process.clock().advance(Duration.ofMinutes(1));
            JsonNode configuration = JsonNodeFactory.instance.objectNode().put("target_fps", fps);
            service.configure.configure(ANA, id, configuration, IfMatch.ANY).orThrow();
        }
        service.replace
                .replace(ANA, id, Drafts.named("Renamed").withRank(Rank.GOLD).draft(), null, IfMatch.ANY)
                .orThrow();

        var first = service.history.configurations(ANA, id, 3, null).orThrow();
        var rest =
                service.history.configurations(ANA, id, 3, first.nextCursor()).orThrow();

        assertThat(first.items())
                .extracting(s -> s.version() + ": " + s.configuration().path("target_fps"))
                .containsExactly("4: 3", "3: 2", "2: 1");
        assertThat(rest.items()).extracting(ConfigurationSnapshot::version).containsExactly(1L);
        assertThat(first.items().getFirst().takenAt())
                .isEqualTo(service.process.clock().instant());
    }

    @Test
    void systemAgentsAreReadByNobodysOwnerAndChangedByNobody() {
        service.seeded();
        AgentId nova = AgentId.of("nova-coordinator-001");
        JsonNode configuration = JsonNodeFactory.instance.objectNode();

        assertRefused(service.configure.read(ANA, nova), ErrorCode.NOT_AGENT_OWNER);
        assertRefused(
                service.configure.configure(ANA, nova, configuration, IfMatch.ANY), ErrorCode.SYSTEM_AGENT_IMMUTABLE);
        assertRefused(service.replace.authorise(ANA, nova), ErrorCode.SYSTEM_AGENT_IMMUTABLE);
        assertRefused(service.delete.delete(ANA, nova), ErrorCode.SYSTEM_AGENT_IMMUTABLE);
        assertThat(service.stored(nova).ownerId()).isEqualTo(UserId.SYSTEM);
        assertThat(service.stored(nova).version()).isEqualTo(1);
    }
}
