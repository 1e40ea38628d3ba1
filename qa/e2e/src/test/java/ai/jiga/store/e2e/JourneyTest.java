package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The main job as `./jiga demo` plays it: it computes every amount itself, and ends with 0 only if all of them agree.
@ExtendWith(RunningStore.class)
class JourneyTest {
    private final StoreProcess store;

    JourneyTest(StoreProcess store) {
        this.store = store;
    }

    @Test
    void anAgentIsPublishedFoundHiredPlayedSettledAndReviewed() throws Exception {
        StoreProcess.Ended demo = store.demo();

        assertThat(demo.exitCode()).as(demo.said()).isZero();
        assertThat(demo.said()).contains("books");
    }
}
