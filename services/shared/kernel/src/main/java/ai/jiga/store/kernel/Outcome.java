package ai.jiga.store.kernel;

import java.util.function.Function;

/// How a use case ended: done, or refused by a rule. A fault (a dead disk, a defect) is an exception instead.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> {}

    record Rejected<T>(Rejection rejection) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> rejected(Rejection rejection) {
        return new Rejected<>(rejection);
    }

    static <T> Outcome<T> rejected(ErrorCode code, String detail) {
        return new Rejected<>(Rejection.of(code, detail));
    }

    default <R> Outcome<R> map(Function<? super T, ? extends R> f) {
        return switch (this) {
            case Done<T> done -> new Done<>(f.apply(done.value()));
            case Rejected<T> rejected -> new Rejected<>(rejected.rejection());
        };
    }

    default <R> Outcome<R> then(Function<? super T, Outcome<R>> f) {
        return switch (this) {
            case Done<T> done -> f.apply(done.value());
            case Rejected<T> rejected -> new Rejected<>(rejected.rejection());
        };
    }

    /// For edges: the value, or the refusal on its way to the client.
    ///
    /// @throws RejectedException when refused
    default T orThrow() {
        return switch (this) {
            case Done<T> done -> done.value();
            case Rejected<T> rejected -> throw rejected.rejection().asException();
        };
    }
}
