package ai.jiga.store.session.live;

import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.session.model.Memory;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.usecase.ConfigureSession;
import ai.jiga.store.session.usecase.MarkTime;
import ai.jiga.store.session.usecase.RecordUsage;
import ai.jiga.store.session.usecase.TakeSeat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What all live sessions of a process share.
///
/// @param runtimes the engine of that name
/// @param mirror shows to onlookers how the sessions stand
/// @param gone told when a thread has ended, with the messages it did not take
record LiveParts(
        TakeSeat takeSeat,
        MarkTime marks,
        RecordUsage usage,
        LiveEnds ends,
        ConfigureSession configure,
        Function<String, AgentRuntime> runtimes,
        FrameReader reader,
        ServerFrames say,
        KeptAnswers kept,
        InstantSource clock,
        SessionLimits limits,
        LiveMirror mirror,
        BiConsumer<LiveSession, List<LiveSession.Message>> gone) {
    static final int DROP_ATTEMPTS = 6;

    /// The conversation, where it stood, with the agent as the player wants it now and what it has kept of them.
    Conversation converse(Session session, Brief hired, @Nullable String snapshot, Memory memory) {
        Brief brief = withMemory(hired, memory);
        var configuration = objectOf(brief.configuration());
        configuration.setAll(objectOf(session.configuration()));
        Brief wanted = configured(brief, configuration);
        return runtimes.apply(session.terms().answering()).open(wanted, snapshot);
    }

    private static Brief withMemory(Brief brief, Memory memory) {
        if (!brief.memory() || memory.items().isEmpty()) {
            return brief;
        }
        ObjectNode configuration = objectOf(brief.configuration());
        var items = configuration.putArray("memory");
        memory.items().forEach(items::add);
        return configured(brief, configuration);
    }

    private static Brief configured(Brief b, JsonNode configuration) {
        return new Brief(
                b.agentId(),
                b.name(),
                b.rank(),
                b.type(),
                b.provider(),
                b.nationality(),
                b.language(),
                b.voiceId(),
                b.voiceChat(),
                b.commentator(),
                b.memory(),
                b.toolkit(),
                b.specialization(),
                configuration,
                b.playerMessage());
    }

    private static ObjectNode objectOf(JsonNode node) {
        return node instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    /// Longer with every attempt.
    void waitBefore(int attempt) {
        LockSupport.parkNanos(Duration.ofMillis(100L << attempt).toNanos());
    }
}
