package ai.jiga.store.user.usecase;

import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.Ref;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.Tasks;
import ai.jiga.store.user.model.EmailAddress;
import ai.jiga.store.user.model.Guesses;
import ai.jiga.store.user.model.LetterKind;
import ai.jiga.store.user.model.LetterText;
import ai.jiga.store.user.model.UserCollections;
import ai.jiga.store.user.model.Visitor;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Letters that somebody asked for: counted and put down in the transaction that asks, written later by
/// [WriteLetter]. So a mail server that is slow or away holds nobody up, and how long an answer takes tells nothing.
public final class Letters {
    public static final String TASK = "users.write-letter";

    /// Whichever addresses they write to: nobody sends strangers letters through the store.
    static final Guesses.Limit FROM_AN_ADDRESS = new Guesses.Limit(20, Duration.ofMinutes(3));

    /// Of one kind, whoever asks. The links of those that were sent stay good, so whoever waits for one has some.
    static final Guesses.Limit TO_AN_ADDRESS = new Guesses.Limit(3, Duration.ofMinutes(20));

    /// Where nobody is written to, as somebody would be.
    static final UserId NOBODY = UserId.of("nobody");

    private final Tasks tasks;
    private final InstantSource clock;
    private final Supplier<String> ids;
    private final boolean limited;

    /// @param limited whether network addresses have [#FROM_AN_ADDRESS]; not where the operator wants no such limits
    public Letters(Tasks tasks, InstantSource clock, Supplier<String> ids, boolean limited) {
        this.tasks = tasks;
        this.clock = clock;
        this.ids = ids;
        this.limited = limited;
    }

    /// What a transaction body needs and may not make itself.
    record Wish(
            String id, EmailAddress to, LetterKind kind, String language, String from, boolean limited, Instant at) {}

    Wish wish(EmailAddress to, LetterKind kind, Visitor visitor) {
        String language = LetterText.language(visitor.languages());
        return new Wish(ids.get(), to, kind, language, visitor.address(), limited, clock.instant());
    }

    /// What is counted already, read in the transaction that asks.
    record Counted(
            Wish wish, @Nullable Guesses from, @Nullable Guesses to) {
        /// How long until this network address may ask again.
        Duration waitOfSender() {
            return wish.limited() ? Guesses.wait(from, FROM_AN_ADDRESS, wish.at()) : Duration.ZERO;
        }

        /// How long until another letter goes to this e-mail address.
        Duration waitOfReader() {
            return Guesses.wait(to, TO_AN_ADDRESS, wish.at());
        }
    }

    /// Reads two documents.
    Counted read(Transaction tx, Wish wish) {
        return new Counted(wish, value(tx, from(wish)), value(tx, to(wish)));
    }

    private static @Nullable Guesses value(Transaction tx, Ref<Guesses> ref) {
        return tx.get(ref).map(Document::value).orElse(null);
    }

    private static Ref<Guesses> from(Wish wish) {
        return UserCollections.lettersFrom(wish.from());
    }

    private static Ref<Guesses> to(Wish wish) {
        return UserCollections.lettersTo(wish.to(), wish.kind());
    }

    /// Writes three documents, whoever it is and whether or not there was a letter too much.
    ///
    /// @param user [#NOBODY] where nobody has the address
    void ask(Transaction tx, Counted counted, UserId user) {
        Wish wish = counted.wish();
        boolean isTooMuch =
                !counted.waitOfSender().isZero() || !counted.waitOfReader().isZero();
        Guesses to =
                isTooMuch && counted.to() != null ? counted.to() : Guesses.one(counted.to(), TO_AN_ADDRESS, wish.at());
        Guesses from = counted.waitOfSender().isZero() || counted.from() == null
                ? Guesses.one(counted.from(), FROM_AN_ADDRESS, wish.at())
                : counted.from();
        tx.set(to(wish), to);
        tx.set(from(wish), from);
        UserId reader = isTooMuch ? NOBODY : user;
        tasks.schedule(tx, new Task(TASK, wish.id(), wish.at(), payload(wish, reader)));
    }

    /// One that nobody asked for, because something has happened. Writes one document.
    void tell(Transaction tx, Wish wish, UserId user) {
        tasks.schedule(tx, new Task(TASK, wish.id(), wish.at(), payload(wish, user)));
    }

    private static ObjectNode payload(Wish wish, UserId reader) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("userId", reader.value())
                .put("kind", wish.kind().name())
                .put("language", wish.language());
    }

    /// What was put down is written.
    public static void run(Task task, WriteLetter letters) {
        letters.write(
                task.id(),
                UserId.of(task.payload().path("userId").asText()),
                LetterKind.valueOf(task.payload().path("kind").asText()),
                task.payload().path("language").asText());
    }

    static Rejection tooMany(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Rejection.of(
                        ErrorCode.RATE_LIMITED,
                        "That is many letters for a short time. Look into the mailbox first, also under spam; another"
                                + " one can be sent in " + Math.ceilDiv(seconds, 60) + " minutes.")
                .with("retryAfterSeconds", seconds);
    }
}
