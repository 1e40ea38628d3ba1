package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.agent.ConfigurationLimits;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.SessionId;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes what the player asks of the agent while a session runs.
public final class ConfigureSession {
    private static final int MOST_CHARACTERS = 16_384;

    private final DocumentStore store;

    public ConfigureSession(DocumentStore store) {
        this.store = store;
    }

    public Outcome<Session> replace(UserId player, SessionId id, JsonNode configuration) {
        return change(player, id, old -> configuration);
    }

    /// Members given replace those of the same name; the others stay.
    public Outcome<Session> merge(UserId player, SessionId id, ObjectNode changes) {
        return change(
                player,
                id,
                old -> old instanceof ObjectNode object ? object.deepCopy().setAll(changes) : changes);
    }

    /// Why nobody may ask this of an agent, whether at the hire or while the session runs.
    static Optional<Rejection> refusalOf(JsonNode wish) {
        return ConfigurationLimits.refusalOf(wish)
                .or(() -> wish.toString().length() > MOST_CHARACTERS
                        ? Optional.of(Rejection.of(
                                ErrorCode.INVALID_CONFIGURATION,
                                "'configuration' is a JSON object of at most " + MOST_CHARACTERS + " characters."))
                        : Optional.empty());
    }

    private Outcome<Session> change(UserId player, SessionId id, UnaryOperator<JsonNode> change) {
        return store.transact(tx -> {
            Optional<Session> found = tx.get(SessionCollections.session(id))
                    .map(Document::value)
                    .filter(session -> session.belongsTo(player));
            if (found.isEmpty()) {
                return Outcome.rejected(ReadSessions.notFound());
            }
            Session session = found.get();
            if (session.status().isOver()) {
                return Outcome.rejected(ErrorCode.SESSION_ENDED, "This session is over: nothing changes any more.");
            }
            JsonNode wish = change.apply(session.configuration());
            Optional<Rejection> refusal = refusalOf(wish);
            if (refusal.isPresent()) {
                return Outcome.rejected(refusal.get());
            }
            Session next = session.configured(wish);
            tx.set(SessionCollections.session(id), next);
            return Outcome.done(next);
        });
    }
}
