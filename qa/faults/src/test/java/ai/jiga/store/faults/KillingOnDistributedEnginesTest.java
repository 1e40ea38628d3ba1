package ai.jiga.store.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A round takes a minute more than on embedded engines: so long does Firestore keep what the killed process had
/// locked. It is spent waiting, beside the other tests.
class KillingOnDistributedEnginesTest {
    @Test
    void whatWasAcknowledgedSurvivesBeingKilledAtAnyMoment(@TempDir Path room) throws Exception {
        new Killing(Engines.CLOUD, Killing.rounds(2, 12), room).run();
    }
}
