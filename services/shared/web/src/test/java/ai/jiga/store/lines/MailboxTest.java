package ai.jiga.store.lines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    @Test
    void ofManyWhoPutAtOnceNothingIsLostOrTakenTwiceAndTheReaderNeedsNoLock() throws Exception {
        int senders = 16;
        int each = 500;
        var all = new CountDownLatch(senders * each);
        var taken = new ArrayList<Integer>();
        var mailbox = new Mailbox<Integer>(VIRTUAL, message -> {
            taken.add(message);
            all.countDown();
            return true;
        });
        List<Callable<Boolean>> sending = new ArrayList<>();
        for (int sender = 0; sender < senders; sender++) {
            int first = sender * each;
            sending.add(() -> {
                boolean put = true;
                for (int i = 0; i < each; i++) {
                    put &= mailbox.put(first + i);
                }
                return put;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(sending)) {
                assertThat(sent.get()).isTrue();
            }
        }

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(taken).hasSize(senders * each).doesNotHaveDuplicates();
        for (int sender = 0; sender < senders; sender++) {
            int from = sender * each;
            assertThat(taken.stream().filter(message -> message >= from && message < from + each))
                    .isSorted();
        }
    }

    @Test
    void whoTakesNothingMoreIsToldWhatIsLeftAndNothingElseIsPut() {
        var left = new ArrayList<String>();
        var waiting = new ArrayList<Runnable>();
        var mailbox = new Mailbox<String>(waiting::add, new Mailbox.Reader<>() {
            @Override
            public boolean take(String message) {
                return !message.equals("last");
            }

            @Override
            public void closed(List<String> untaken) {
                left.addAll(untaken);
            }
        });
        assertThat(List.of(mailbox.put("first"), mailbox.put("last"), mailbox.put("late")))
                .containsOnly(true);
        assertThat(waiting).hasSize(1);

        waiting.getFirst().run();

        assertThat(left).containsExactly("late");
        assertThat(mailbox.put("later")).isFalse();
    }

    /// Or else whoever puts would wait for ever: as long as it is open, somebody takes.
    @Test
    void aReaderThatBreaksDownIsClosedToo() {
        var closed = new ArrayList<List<String>>();
        var mailbox = new Mailbox<String>(
                task -> {
                    try {
                        task.run();
                    } catch (IllegalStateException broken) {
                        closed.addLast(List.of("thrown"));
                    }
                },
                new Mailbox.Reader<>() {
                    @Override
                    public boolean take(String message) {
                        throw new IllegalStateException(message);
                    }

                    @Override
                    public void closed(List<String> untaken) {
                        closed.add(untaken);
                    }
                });

        mailbox.put("first");

        assertThat(closed).containsExactly(List.of(), List.of("thrown"));
        assertThat(mailbox.put("second")).isFalse();
    }
}
