package ai.jiga.store.session.usecase;

import ai.jiga.store.contracts.transaction.Distribution;
import ai.jiga.store.contracts.transaction.Settlement;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.security.Signer;
import ai.jiga.store.session.model.Ending;
import ai.jiga.store.session.model.Receipt;
import ai.jiga.store.session.model.Session;
import ai.jiga.store.session.model.SessionCollections;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs what a player paid for, so that it can be shown to anybody.
public final class Receipts {
    /// The `typ` of a receipt's header.
    public static final String TYPE = "receipt+jws";

    private final DocumentStore store;
    private final Signer signer;
    private final ObjectMapper json;
    private final String issuer;

    /// @param issuer the store's public address
    public Receipts(DocumentStore store, Signer signer, ObjectMapper json, String issuer) {
        this.store = store;
        this.signer = signer;
        this.json = json;
        this.issuer = issuer;
    }

    /// The receipt of a settled session: signed when it is first asked for, and the same ever after.
    Receipt of(Session settled) {
        var ref = SessionCollections.receipt(settled.id());
        Optional<Receipt> kept = store.get(ref).map(Document::value);
        if (kept.isPresent()) {
            return kept.get();
        }
        Receipt signed = sign(settled);
        return store.transact(tx -> {
            Optional<Receipt> first = tx.get(ref).map(Document::value);
            if (first.isEmpty()) {
                tx.create(ref, signed);
            }
            return first.orElse(signed);
        });
    }

    private Receipt sign(Session session) {
        Settlement settlement = session.settlement();
        Ending ending = Objects.requireNonNull(session.ending(), "only an ended session has a receipt");
        var terms = session.terms();
        var claims = new Claims(
                issuer,
                ending.at().getEpochSecond(),
                session.id().value(),
                terms.userId().value(),
                terms.agentId().value(),
                terms.type().label(),
                terms.rate(),
                terms.allocated(),
                ending.consumed(),
                terms.allocated().minus(ending.consumed()),
                session.time().closedMillis(),
                ending.reason().label(),
                settlement == null ? null : settlement.transactionId().value(),
                settlement == null ? Distribution.NOTHING : settlement.distribution(),
                terms.userId().isTest() ? "DOF_TEST" : "DOF");
        try {
            Signer.Signed signed = signer.sign(TYPE, json.writeValueAsString(claims));
            return new Receipt(session.id(), signed.jws(), signed.keyId());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("claims are plain JSON", e);
        }
    }

    /// @param iat when the session ended, in seconds since 1970 (RFC 7519, 4.1.6)
    /// @param sub the player
    /// @param currency `DOF_TEST` of a test key: nobody was charged anything
    private record Claims(
            String iss,
            long iat,
            String sessionId,
            String sub,
            String agentId,
            String type,
            Dof rate,
            Dof allocated,
            Dof consumed,
            Dof released,
            long activeMillis,
            String reason,
            @Nullable String transactionId,
            Distribution distribution,
            String currency) {}
}
