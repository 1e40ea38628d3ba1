package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Agent;
import ai.jiga.store.agent.model.AgentDraft;
import ai.jiga.store.agent.model.AgentRules;
import ai.jiga.store.agent.model.AgentVersion.Change;
import ai.jiga.store.contracts.agent.Runtimes;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.queue.EventStamp;
import ai.jiga.store.web.IfMatch;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;

/// The owner changes what is a variant's own: name, avatar, voice.
public final class CustomizeVariant {
    public static final List<String> OWN_FIELDS = List.of("name", "avatarUrl", "voiceId");

    private final DocumentStore store;
    private final AgentWriter writer;
    private final Runtimes runtimes;
    private final InstantSource clock;

    public CustomizeVariant(DocumentStore store, AgentWriter writer, Runtimes runtimes, InstantSource clock) {
        this.store = store;
        this.writer = writer;
        this.runtimes = runtimes;
        this.clock = clock;
    }

    /// Whether the caller may at all, before the body is judged.
    public Outcome<Agent> authorise(Caller caller, AgentId id) {
        return variant(store, caller, id);
    }

    private static Outcome<Agent> variant(Reader reader, Caller caller, AgentId id) {
        return AgentAccess.changeable(reader, id, caller)
                .then(agent -> agent.variant()
                        ? Outcome.done(agent)
                        : Outcome.rejected(
                                ErrorCode.NOT_A_VARIANT,
                                "This agent is not a variant: change it with PUT /api/v1/agents/" + id + "."));
    }

    /// Refused when it names anything but a variant's own fields.
    public static Outcome<List<String>> ownFields(List<String> named) {
        List<FieldError> inherited = named.stream()
                .filter(field -> !OWN_FIELDS.contains(field))
                .map(field -> new FieldError(field, "A variant inherits '" + field + "'."))
                .toList();
        return inherited.isEmpty()
                ? Outcome.done(named)
                : Outcome.rejected(Rejection.ofFields(
                        ErrorCode.VARIANT_FIELD_INHERITED,
                        "A variant inherits all but " + String.join(", ", OWN_FIELDS) + ": leave the others out.",
                        inherited));
    }

    /// @param change to name, avatar and voice
    public Outcome<OwnAgent> customize(Caller caller, AgentId id, UnaryOperator<AgentDraft> change, IfMatch condition) {
        Instant now = clock.instant();
        EventStamp stamp = writer.stamp();
        return store.transact(tx -> variant(tx, caller, id)
                .then(agent -> condition.check(agent.version()).map(version -> agent))
                .then(agent -> {
                    Agent after = agent.changed(change.apply(agent.draft()), agent.configuration(), now);
                    var broken = AgentRules.together(AgentRules.ofVariants().brokenBy(after.draft()));
                    if (broken.isPresent()) {
                        return Outcome.rejected(broken.get());
                    }
                    return AgentWriter.freeName(
                                    tx, agent.ownerId(), after.draft().name(), id)
                            .map(free -> {
                                writer.change(tx, agent, after, Change.UPDATED, stamp);
                                return OwnAgent.of(after, runtimes);
                            });
                }));
    }
}
