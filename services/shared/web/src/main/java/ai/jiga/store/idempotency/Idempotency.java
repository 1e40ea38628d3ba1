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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers a request that came before with the answer it got then. Answers and the refusals 402 and 422 are kept;
/// other
/// refusals are not: the client may mend them and try again with the same key.
///
/// See the IETF draft "The Idempotency-Key HTTP Header Field".
public final class Idempotency {
    public static final Collection<IdempotencyRecord> RECORDS = Collection.of("idempotency", IdempotencyRecord.class);
    private static final Collection<Attempt> ATTEMPTS =
            Collection.of("idempotency_attempts", Attempt.class).expires("expiresAt");
    public static final Schema SCHEMA = Schema.of(RECORDS, ATTEMPTS);

    /// Longer than any engine tries a transaction.
    private static final Duration ATTEMPT_LOOKED_FOR = Duration.ofHours(1);

    private static final int MAX_KEY_LENGTH = 255;

    private final DocumentStore store;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final Supplier<@Nullable String> requestId;

    public Idempotency(
            DocumentStore store, ObjectMapper mapper, InstantSource clock, Supplier<@Nullable String> requestId) {
        this.store = store;
        this.mapper = mapper;
        this.clock = clock;
        this.requestId = requestId;
    }

    /// @param header the `Idempotency-Key` as sent, or null
    /// @param body what the client asked for, as it was read
    /// @return null when no key was sent
    /// @throws ai.jiga.store.kernel.RejectedException INVALID_IDEMPOTENCY_KEY
    public @Nullable RequestKey key(Caller caller, String operation, @Nullable String header, Object body) {
        if (header == null) {
            return null;
        }
        if (header.isBlank() || header.length() > MAX_KEY_LENGTH) {
            throw Rejection.of(ErrorCode.INVALID_IDEMPOTENCY_KEY, "An Idempotency-Key has 1 to 255 characters.")
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
        String request = requestId.get();
        String attempt = UUID.randomUUID().toString();
        if (key == null) {
            Outcome<T> outcome = store.transact(tx -> attempted(tx, attempt, type, effect, now));
            return new Answered<>(outcome, false, request, now);
        }
        return store.transact(tx -> {
            Optional<IdempotencyRecord> prior = find(tx, key);
            if (prior.isPresent()) {
                Answered<T> answered = replay(key, prior.get(), type);
                return attempt.equals(prior.get().attempt())
                        ? new Answered<>(answered.outcome(), false, request, now)
                        : answered;
            }
            Outcome<T> outcome = effect.run(tx);
            answer(tx, key, null, outcome, request, now, attempt);
            return new Answered<>(outcome, false, request, now);
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

    /// Of the request that is served now, or null: for work of several transactions, whose answer is to name it.
    public @Nullable String requestId() {
        return requestId.get();
    }

    /// For work of several transactions, once it is done: its outcome, with the request id and the time that were kept
    /// with it, so that a repeated refusal is the same byte for byte.
    public <T> Answered<T> asKept(Outcome<T> outcome, @Nullable RequestKey key) {
        return Optional.ofNullable(key)
                .flatMap(given -> find(store, given))
                .filter(record -> isAnswerOf(record, outcome))
                .map(record -> new Answered<>(outcome, false, record.requestId(), record.at()))
                .orElseGet(() -> new Answered<>(outcome, false, requestId.get(), clock.instant()));
    }

    private boolean isAnswerOf(IdempotencyRecord record, Outcome<?> outcome) {
        Rejection kept = refusal(record);
        return switch (outcome) {
            case Outcome.Done<?> done -> record.answer() != null;
            case Outcome.Rejected<?> rejected ->
                kept != null && kept.code() == rejected.rejection().code();
        };
    }

    /// For work of several transactions: what is known of the key.
    public Optional<IdempotencyRecord> find(Reader reader, RequestKey key) {
        return reader.get(ref(key)).map(Document::value);
    }

    /// Notes that the request is under way, about `subject`.
    public void begin(Transaction tx, RequestKey key, String subject, Instant at) {
        tx.create(ref(key), new IdempotencyRecord(key.inputHash(), subject, null, null, null, at, null));
    }

    /// Keeps the answer, if it is one to be kept; otherwise forgets the key.
    public void answer(
            Transaction tx,
            RequestKey key,
            @Nullable String subject,
            Outcome<?> outcome,
            @Nullable String request,
            Instant at) {
        answer(tx, key, subject, outcome, request, at, null);
    }

    private void answer(
            Transaction tx,
            RequestKey key,
            @Nullable String subject,
            Outcome<?> outcome,
            @Nullable String request,
            Instant at,
            @Nullable String attempt) {
        switch (outcome) {
            case Outcome.Done<?> done -> {
                JsonText answer = JsonText.of(mapper, done.value());
                tx.set(ref(key), new IdempotencyRecord(key.inputHash(), subject, answer, null, request, at, attempt));
            }
            case Outcome.Rejected<?> rejected -> {
                int status = rejected.rejection().code().status();
                if (status == 402 || status == 422) {
                    tx.set(
                            ref(key),
                            new IdempotencyRecord(
                                    key.inputHash(),
                                    subject,
                                    null,
                                    JsonText.of(mapper, rejected.rejection()),
                                    request,
                                    at,
                                    attempt));
                } else if (subject != null) {
                    tx.delete(ref(key));
                }
            }
        }
    }

    /// The answer that was kept, or IDEMPOTENCY_KEY_MISMATCH.
    public <T> Answered<T> replay(RequestKey key, IdempotencyRecord record, Class<T> type) {
        if (!record.inputHash().equals(key.inputHash())) {
            return new Answered<>(Outcome.rejected(mismatch()), false, null, record.at());
        }
        Rejection refusal = refusal(record);
        if (refusal != null) {
            return new Answered<>(Outcome.rejected(refusal), true, record.requestId(), record.at());
        }
        JsonText answer = record.answer();
        if (answer == null) {
            throw new IllegalStateException("the request is still under way");
        }
        return new Answered<>(Outcome.done(answer.as(mapper, type)), true, record.requestId(), record.at());
    }

    private @Nullable Rejection refusal(IdempotencyRecord record) {
        JsonText kept = record.rejection();
        return kept == null ? null : kept.as(mapper, Rejection.class);
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
