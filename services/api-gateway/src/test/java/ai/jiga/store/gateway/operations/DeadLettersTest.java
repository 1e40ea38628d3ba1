package ai.jiga.store.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.audit.AuditLog;
import ai.jiga.store.documents.Transaction;
import ai.jiga.store.gateway.operations.ResolveDeadLetters.DeadLetter;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Page;
import ai.jiga.store.kernel.UserId;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventData;
import ai.jiga.store.queue.TransactionalHandler;
import ai.jiga.store.testing.TestProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
    private static final UserId OPERATOR = UserId.of("operator");

    private final TestProcess process = TestProcess.with();
    private final AuditLog audit = process.foundation().audit();
    private final ResolveDeadLetters letters = new ResolveDeadLetters(process.queue(), audit);
    private final Fragile handler = new Fragile();

    /// @param key whose event it is
    record Said(String key, String word) implements EventData {
        @Override
        public String type() {
            return "user.said";
        }
    }

    /// Fails at events of broken keys.
    private static final class Fragile implements TransactionalHandler {
        private volatile boolean broken = true;
        private volatile List<String> heard = List.of();

        @Override
        public String name() {
            return "test.listen";
        }

        @Override
        public Set<String> types() {
            return Set.of("user.said");
        }

        @Override
        public void handle(Event event, Transaction tx) {
            if (broken && event.metadata().key().startsWith("broken")) {
                throw new IllegalStateException("cannot hear");
            }
            tx.afterCommit(() -> hear(event.data().path("word").asText()));
        }

        private synchronized void hear(String word) {
            var more = new ArrayList<>(heard);
            more.add(word);
            heard = List.copyOf(more);
        }
    }

    @BeforeEach
    void start() {
        process.start(List.of(handler), List.of());
    }

    @AfterEach
    void close() {
        process.close();
    }

    private void say(String key, long sequence, String word) {
        var outbox = process.foundation().outbox("test");
        var stamp = outbox.stamp();
        process.store().<Boolean>transact(tx -> {
            outbox.append(tx, stamp, sequence, new Said(key, word));
            return true;
        });
        process.settleEvents();
    }

    private List<DeadLetter> listed() {
        return letters.list(100, null).items();
    }

    private List<String> acts() {
        return audit.list(AuditLog.Search.ALL, 100, null).items().stream()
                .map(entry -> entry.who() + " " + entry.act() + " " + entry.subject())
                .toList();
    }

    @Test
    void whatAHandlerFailedOnIsListedWithItsReason() {
        say("fine", 1, "hello");
        say("broken", 1, "help");

        assertThat(listed()).singleElement().satisfies(letter -> {
            assertThat(letter.handler()).isEqualTo("test.listen");
            assertThat(letter.key()).isEqualTo("broken");
            assertThat(letter.attempts()).isEqualTo(5);
            assertThat(letter.error()).contains("cannot hear");
            assertThat(letter.data().path("word").asText()).isEqualTo("help");
        });
        assertThat(handler.heard).containsExactly("hello");
    }

    @Test
    void theListIsReadPageByPage() {
        for (int i = 0; i < 5; i++) {
            say("broken-" + i, 1, "word");
        }
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            Page<DeadLetter> page = letters.list(2, cursor);
            page.items().forEach(letter -> ids.add(letter.id()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void oneThatIsRetriedIsHandledWithWhatItHeldBackInOrder() {
        say("broken", 1, "one");
        say("broken", 2, "two");
        handler.broken = false;

        assertThat(letters.retry(OPERATOR, listed().getFirst().id())).isInstanceOf(Outcome.Done.class);
        process.settleEvents();

        assertThat(handler.heard).containsExactly("one", "two");
        assertThat(listed()).isEmpty();
        assertThat(acts()).singleElement().asString().startsWith("operator dead-letter.retry test.listen:");
    }

    @Test
    void oneThatIsDroppedIsGoneAndWhatItHeldBackGoesOn() {
        say("broken", 1, "one");
        say("broken", 2, "two");
        handler.broken = false;

        assertThat(letters.drop(OPERATOR, listed().getFirst().id())).isInstanceOf(Outcome.Done.class);
        process.settleEvents();

        assertThat(handler.heard).containsExactly("two");
        assertThat(listed()).isEmpty();
        assertThat(acts()).singleElement().asString().startsWith("operator dead-letter.drop test.listen:");
    }

    @Test
    void whatIsNotThereCannotBeResolvedAndTheAttemptIsOnRecord() {
        for (Outcome<String> outcome : List.of(letters.retry(OPERATOR, "x:y"), letters.drop(OPERATOR, "x:y"))) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Rejected.class,
                            rejected ->
                                    assertThat(rejected.rejection().code()).isEqualTo(ErrorCode.DEAD_LETTER_NOT_FOUND));
        }
        assertThat(acts()).containsExactlyInAnyOrder("operator dead-letter.retry x:y", "operator dead-letter.drop x:y");
    }
}
