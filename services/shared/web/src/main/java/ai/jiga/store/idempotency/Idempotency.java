package ai.jiga.store.idempotency;

import ai.jiga.store.documents.Collection;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.documents.Reader;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Schema;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.documents.TransactionBody;
import ai.jiga.store.kernel.Caller;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.RequestKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers a request that came before with the answer it got then. Only effects are kept: a refusal leaves nothing
/// behind, so the same key tries again once the reason is gone.
///
/// See the IETF draft "The Idempotency-Key HTTP Header Field".
public final class Idempotency {
    public static final Collection<IdempotencyRecord> RECORDS = Collection.of("idempotency", IdempotencyRecord.class);
    private static final Collection<Attempt> ATTEMPTS =
            Collection.of("idempotency_attempts", Attempt.class).expires("expiresAt");
    public static final Schema SCHEMA = Schema.of(RECORDS, ATTEMPTS);

    /// Longer than any engine tries a transaction.
    private static final Duration ATTEMPT_LOOKED_FOR = Duration.ofHours(1);

    private static final Pattern KEY = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    private final DocumentStore store;
    private final ObjectMapper mapper;
    private final InstantSource clock;

    public Idempotency(DocumentStore store, ObjectMapper mapper, InstantSource clock) {
        this.store = store;
        this.mapper = mapper;
        this.clock = clock;
    }

    /// @param header the `Idempotency-Key` as sent, or null
    /// @param body what the client asked for, as it was read
    /// @return null when no key was sent
    /// @throws ai.jiga.store.kernel.RejectedException INVALID_IDEMPOTENCY_KEY
    public @Nullable RequestKey key(Caller caller, String operation, @Nullable String header, Object body) {
        if (header == null) {
            return null;
        }
        if (!KEY.matcher(header).matches()) {
            throw Rejection.of(
                            ErrorCode.INVALID_IDEMPOTENCY_KEY,
                            "An Idempotency-Key has 1 to 255 visible ASCII characters: a UUID is a good one.")
                    .asException();
        }
        try {
            String input = mapper.writeValueAsString(body);
            return new RequestKey(hash(caller.tenant(), operation, header), hash(input));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a request body must be JSON", e);
        }
    }

    /// Runs the effect unless this key was answered before, in one transaction with the record of it. Without a key the
    /// effect has a proof all the same, because the body runs again after a commit whose answer was lost.
    public <T> Answered<T> once(@Nullable RequestKey key, Class<T> type, TransactionBody<Outcome<T>> effect) {
        Instant now = clock.instant();
        String attempt = UUID.randomUUID().toString();
        if (key == null) {
            return new Answered<>(store.transact(tx -> attempted(tx, attempt, type, effect, now)), false);
        }
        return store.transact(tx -> {
            Optional<IdempotencyRecord> prior = find(tx, key);
            if (prior.isPresent()) {
                return replay(key, prior.get(), type, attempt);
            }
            Outcome<T> outcome = effect.run(tx);
            if (outcome instanceof Outcome.Done<T>(T value)) {
                tx.set(ref(key), IdempotencyRecord.answered(key, null, JsonText.of(mapper, value), now, attempt));
            }
            return new Answered<>(outcome, false);
        });
    }

    private <T> Outcome<T> attempted(
            Transaction tx, String attempt, Class<T> type, TransactionBody<Outcome<T>> effect, Instant now) {
        Ref<Attempt> proof = ATTEMPTS.id(attempt);
        Optional<Attempt> done = tx.get(proof).map(Document::value);
        if (done.isPresent()) {
            return Outcome.done(mapper.convertValue(done.get().answer(), type));
        }
        Outcome<T> outcome = effect.run(tx);
        // A refusal has no effect, so nothing needs to be proved.
        if (outcome instanceof Outcome.Done<T>(T value)) {
            tx.create(proof, new Attempt(mapper.valueToTree(value), now.plus(ATTEMPT_LOOKED_FOR)));
        }
        return outcome;
    }

    /// For work of several transactions: what is known of the key.
    public Optional<IdempotencyRecord> find(Reader reader, RequestKey key) {
        return reader.get(ref(key)).map(Document::value).filter(record -> record.rejection() == null);
    }

    /// Notes that the request is under way, about `subject`.
    public void begin(Transaction tx, RequestKey key, String subject, Instant at) {
        tx.set(ref(key), IdempotencyRecord.begun(key, subject, at));
    }

    /// Ends work of several transactions, which [#find] has just found to be about `subject`: its effect is kept, and a
    /// refusal frees the key.
    ///
    /// @param attempt of the call, by which it knows its own answer when its body runs again
    public void end(Transaction tx, RequestKey key, String subject, Outcome<?> outcome, Instant at, String attempt) {
        switch (outcome) {
            case Outcome.Done<?> done ->
                tx.set(
                        ref(key),
                        IdempotencyRecord.answered(key, subject, JsonText.of(mapper, done.value()), at, attempt));
            case Outcome.Rejected<?> rejected -> tx.delete(ref(key));
        }
    }

    /// The answer that was kept, or IDEMPOTENCY_KEY_MISMATCH.
    ///
    /// @param attempt of the call, or null when it has written nothing yet
    public <T> Answered<T> replay(RequestKey key, IdempotencyRecord record, Class<T> type, @Nullable String attempt) {
        if (!record.inputHash().equals(key.inputHash())) {
            return new Answered<>(Outcome.rejected(mismatch()), false);
        }
        JsonText answer = record.answer();
        if (answer == null) {
            throw new IllegalStateException("the request is still under way");
        }
        boolean ours = attempt != null && attempt.equals(record.attempt());
        return new Answered<>(Outcome.done(answer.as(mapper, type)), !ours);
    }

    public static Rejection mismatch() {
        return Rejection.of(
                ErrorCode.IDEMPOTENCY_KEY_MISMATCH,
                "This Idempotency-Key was used for another request. Use a new key for a new request.");
    }

    private static Ref<IdempotencyRecord> ref(RequestKey key) {
        return RECORDS.id(key.id());
    }

    private static String hash(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length first, so that two ways to cut one text differ.
                sha.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
                sha.update((byte) ':');
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
