package ai.jiga.store.session.live;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StorageException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.lines.Connection;
import ai.jiga.store.live.LiveMirror;
import ai.jiga.store.models.AgentRuntime;
import ai.jiga.store.models.Brief;
import ai.jiga.store.models.Conversation;
import ai.jiga.store.session.model.Memory;
import ai.jiga.store.session.model.Seat;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionLimits;
import ai.jiga.store.session.usecase.ConfigureSession;
import ai.jiga.store.session.usecase.MarkTime;
import ai.jiga.store.session.usecase.RecordUsage;
import ai.jiga.store.session.usecase.SeatLostException;
import ai.jiga.store.session.usecase.TakeSeat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
        BiConsumer<LiveSession, List<Message>> gone) {
    private static final Logger LOG = LoggerFactory.getLogger(LiveParts.class);
    private static final int DROP_ATTEMPTS = 6;

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

    /// A line that is not let in is told why, and ended.
    void refuse(Connection entrant, Rejection rejection) {
        entrant.send(say.refused(null, rejection));
        entrant.close(Closing.REFUSED, rejection.code().name());
    }

    /// Frees the seat, and stops the clock as of then. Tried again for a while where the documents do not answer.
    ///
    /// @param snapshot of the conversation; null when it never began
    /// @return empty when the seat is another's by now, or could not be freed
    Optional<Session> giveBack(SessionId id, Seat seat, Dof actions, Instant then, @Nullable String snapshot) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Optional.of(marks.drop(id, seat, actions, then, snapshot));
            } catch (SeatLostException e) {
                return Optional.empty();
            } catch (ContentionException | StorageException | StoreUnavailableException e) {
                if (attempt == DROP_ATTEMPTS) {
                    LOG.error("session {} could not be paused; the stretch that runs will not be charged", id, e);
                    return Optional.empty();
                }
                waitBefore(attempt);
            }
        }
    }

    /// Longer with every attempt.
    private static void waitBefore(int attempt) {
        LockSupport.parkNanos(Duration.ofMillis(100L << attempt).toNanos());
    }
}
