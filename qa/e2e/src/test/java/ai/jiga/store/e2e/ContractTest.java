package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Programs.Verdict;
import ai.jiga.store.emulators.testkit.Emulators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether the store does what it says: Schemathesis makes requests of the description alone, some as it
/// allows them and some as it does not, and compares what is answered with what the description says of that.
///
/// A failure says the seed; `-Djiga.contract.seed=...` tries the same again. `-Djiga.long=true` tries other
/// requests, and many more.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private static final boolean LONG = Boolean.getBoolean("jiga.long");
    private static final int TRIED_OF_EACH = LONG ? 12 : 2;
    private static final Duration WITHIN = LONG ? Duration.ofMinutes(20) : Duration.ofMinutes(6);
    private static final long SEED = Long.getLong(
            "jiga.contract.seed", LONG ? ThreadLocalRandom.current().nextLong(1, 1L << 32) : 1);

    private final StoreProcess process;
    private final PythonTools tools;
    private final Furnished furnished;

    ContractTest(@TempDir Path room) throws IOException, InterruptedException {
        tools = Emulators.orSkipped(PythonTools::installed);
        process = StoreProcess.start(room.resolve("data"), Map.of("JIGA_SEED", "true"));
        furnished = Furnished.of(new Client(process.url()));
    }

    @BeforeAll
    void sayWhatIsTried() {
        System.out.println("Schemathesis begins at the seed " + SEED);
    }

    @AfterAll
    void stop() throws InterruptedException {
        process.kill();
    }

    enum Visitor {
        NOBODY,
        PLAYER,
        OWNER,
        OPERATOR
    }

    @ParameterizedTest
    @EnumSource
    void theStoreDoesWhatItSays(Visitor visitor, @TempDir Path room) throws IOException {
        Verdict verdict = tools.schemathesis(
                Files.createDirectories(room),
                WITHIN,
                told(visitor),
                List.of(
                        process.url() + "/openapi?format=json",
                        "--seed=" + SEED,
                        "--max-examples=" + TRIED_OF_EACH,
                        "--generation-database=none"));
        assertThat(verdict.exitCode()).as(verdict.said()).isZero();
    }

    private Map<String, String> told(Visitor visitor) {
        var told = new HashMap<String, String>();
        told.put("JIGA_CONTRACT_IDS", furnished.idsAsJson());
        if (visitor != Visitor.NOBODY) {
            told.put(
                    "JIGA_CONTRACT_EMAIL",
                    switch (visitor) {
                        case OWNER -> furnished.owner().email();
                        case PLAYER -> furnished.player().email();
                        case OPERATOR, NOBODY -> StoreProcess.OPERATOR;
                    });
            told.put("JIGA_CONTRACT_PASSWORD", visitor == Visitor.OPERATOR ? StoreProcess.PASSWORD : Person.PASSWORD);
        }
        return told;
    }
}
