package ai.jiga.store.faults;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillingTest {
    @Test
    void whatWasAcknowledgedSurvivesBeingKilledAtAnyMoment(@TempDir Path room) throws Exception {
        new Killing(Engines.EMBEDDED, Killing.rounds(15, 150), room).run();
    }
}
