package ai.jiga.store.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;

/// Reads outcomes in tests.
public final class Refusals {
    private Refusals() {}

    public static Rejection refusal(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Rejected<?> rejected -> rejected.rejection();
            case Outcome.Done<?> done -> throw new AssertionError("not refused, but done: " + done.value());
        };
    }

    public static void assertRefused(Outcome<?> outcome, ErrorCode code) {
        assertThat(refusal(outcome).code()).isEqualTo(code);
    }
}
