package ai.jiga.store.agent.inbound;

import ai.jiga.store.agent.model.AgentVersion;
import ai.jiga.store.agent.model.ConfigurationReport.Warning;
import ai.jiga.store.agent.model.ConfigurationSnapshot;
import ai.jiga.store.agent.usecase.ConfigureAgent;
import ai.jiga.store.agent.usecase.ConfigureAgent.Configured;
import ai.jiga.store.agent.usecase.ReadHistory;
import ai.jiga.store.contracts.agent.ConfigurationLimits.Fault;
import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.CurrentCaller;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.web.IfMatch;
import ai.jiga.store.web.Inputs;
import ai.jiga.store.web.Paging;
import ai.jiga.store.web.Refuses;
import ai.jiga.store.web.SignedIn;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// An agent's configuration and its history: for the owner only.
@Path("/api/v1/agents")
@Tag(name = "agents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@SignedIn
@RunOnVirtualThread
public class AgentConfigurationResource {
    private final CurrentCaller caller;
    private final Inputs inputs;
    private final Cursors cursors;
    private final ConfigureAgent configurations;
    private final ReadHistory history;

    public AgentConfigurationResource(
            CurrentCaller caller, Inputs inputs, Cursors cursors, ConfigureAgent configurations, ReadHistory history) {
        this.caller = caller;
        this.inputs = inputs;
        this.cursors = cursors;
        this.configurations = configurations;
        this.history = history;
    }

    /// @param configuration a JSON object; known keys have limits, unknown ones are kept
    public record ConfigurationRequest(@NotNull @Nullable FreeJson configuration) {
        JsonNode given() {
            return Objects.requireNonNull(configuration).object();
        }
    }

    /// @param valid whether it could be set; warnings do not keep it from that
    public record Verdict(boolean valid, List<Fault> errors, List<Warning> warnings) {}

    @GET
    @Path("/{id}/config")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER})
    @Operation(operationId = "getAgentConfiguration", summary = "How the agent is configured")
    public Configured configuration(@PathParam("id") String id) {
        return configurations.read(caller.get(), Ids.agent(id)).orThrow();
    }

    @PUT
    @Path("/{id}/config")
    @Refuses({
        ErrorCode.AGENT_NOT_FOUND,
        ErrorCode.NOT_AGENT_OWNER,
        ErrorCode.TARGET_FPS_RANGE,
        ErrorCode.ANALYSIS_INTERVAL_RANGE,
        ErrorCode.CONCURRENT_ANALYSES_RANGE,
        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
        ErrorCode.INVALID_CONFIGURATION,
        ErrorCode.SYSTEM_AGENT_IMMUTABLE,
        ErrorCode.VARIANT_FIELD_INHERITED
    })
    @Operation(operationId = "replaceAgentConfiguration", summary = "Replace the configuration")
    public Configured configure(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ConfigurationRequest body) {
        AgentId agent = Ids.agent(id);
        configurations.authorise(caller.get(), agent).orThrow();
        ConfigurationRequest request = inputs.check(body);
        return configurations
                .configure(caller.get(), agent, request.given(), new IfMatch(ifMatch))
                .orThrow();
    }

    @POST
    @Path("/{id}/config/validate")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER, ErrorCode.INVALID_CONFIGURATION})
    @Operation(
            operationId = "validateAgentConfiguration",
            summary = "Say what setting this configuration would say, and set nothing")
    public Verdict validate(@PathParam("id") String id, @Nullable ConfigurationRequest body) {
        AgentId agent = Ids.agent(id);
        configurations.read(caller.get(), agent).orThrow();
        ConfigurationRequest request = inputs.check(body);
        var report =
                configurations.validate(caller.get(), agent, request.given()).orThrow();
        return new Verdict(report.isValid(), report.errors(), report.warnings());
    }

    @GET
    @Path("/{id}/configs")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER})
    @Operation(operationId = "listAgentConfigurations", summary = "The configurations it had, the newest first")
    public Page<ConfigurationSnapshot> configurations(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AgentId agent = Ids.agent(id);
        Paging paging = Paging.of(cursors, "configurations of " + agent, limit, cursor);
        return paging.seal(history.configurations(caller.get(), agent, paging.limit(), paging.after())
                .orThrow());
    }

    @GET
    @Path("/{id}/versions")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER})
    @Operation(operationId = "listAgentVersions", summary = "What the agent was, the newest first")
    public Page<AgentVersion> versions(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AgentId agent = Ids.agent(id);
        Paging paging = Paging.of(cursors, "versions of " + agent, limit, cursor);
        return paging.seal(history.versions(caller.get(), agent, paging.limit(), paging.after())
                .orThrow());
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Refuses({ErrorCode.AGENT_NOT_FOUND, ErrorCode.NOT_AGENT_OWNER, ErrorCode.AGENT_VERSION_NOT_FOUND})
    @Operation(operationId = "getAgentVersion", summary = "What the agent was at one version")
    public AgentVersion version(@PathParam("id") String id, @PathParam("version") String version) {
        return history.version(caller.get(), Ids.agent(id), number(version)).orThrow();
    }

    private static long number(String version) {
        if (!version.matches("[1-9][0-9]{0,17}")) {
            throw Rejection.of(ErrorCode.AGENT_VERSION_NOT_FOUND, "Versions count from 1.")
                    .asException();
        }
        return Long.parseLong(version);
    }
}
