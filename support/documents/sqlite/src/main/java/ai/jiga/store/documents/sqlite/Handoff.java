package ai.jiga.store.documents.sqlite;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What one thread waits for and another one answers. The waiting thread may be a virtual one: it does not
/// hold on to its carrier. An interrupt does not end the wait, as what is under way would not end with it.
final class Handoff<R> {
    private record Answer<R>(@Nullable R value, @Nullable Throwable failure) {}

    private final CompletableFuture<Answer<R>> answer = new CompletableFuture<>();

    @SuppressWarnings("NullAway") // What a body returns is the caller's to say, null too.
    void complete(@Nullable R value) {
        answer.complete(new Answer<>(value, null));
    }

    void fail(Throwable failure) {
        answer.complete(new Answer<>(null, failure));
    }

    /// Throws what the other thread threw, the very same.
    @SuppressWarnings("NullAway")
    R await() {
        Answer<R> answered = answer.join();
        if (answered.failure() != null) {
            throw Handoff.<RuntimeException>asIs(answered.failure());
        }
        return answered.value();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asIs(Throwable failure) throws E {
        throw (E) failure;
    }
}
