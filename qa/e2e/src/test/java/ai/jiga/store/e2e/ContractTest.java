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
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whether the store does what it says: Schemathesis makes requests of the description alone, some as it
/// allows them and some as it does not, and compares what is answered with what the description says of that.
///
/// Each visitor has a store of their own: they go there at once, and what an operator does is none of the others'
/// business.
///
/// A failure says the seed; `-Djiga.contract.seed=...` tries the same again. `-Djiga.long=true` tries other
/// requests, and many more, and has each visitor try everything; else each operation is tried once, by the kind of
/// visitor it is for, since that they get no further is what [AccessTest] shows.
class ContractTest {
    private static final boolean LONG = Boolean.getBoolean("jiga.long");
    private static final int TRIED_OF_EACH = LONG ? 12 : 2;
    private static final Duration WITHIN = LONG ? Duration.ofMinutes(40) : Duration.ofMinutes(10);
    private static final long SEED = Long.getLong(
            "jiga.contract.seed", LONG ? ThreadLocalRandom.current().nextLong(1, 1L << 32) : 1);

    private final PythonTools tools = Emulators.orSkipped(PythonTools::installed);

    @BeforeAll
    static void sayWhatIsTried() {
        System.out.println("Schemathesis begins at the seed " + SEED);
    }

    enum Visitor {
        NOBODY("everybody", "nobody"),
        PLAYER("signed-in"),
        OWNER("owner"),
        OPERATOR("operator");

        /// Whom the operations are for that are theirs, in the words of the access table.
        private final Set<String> tries;

        Visitor(String... tries) {
            this.tries = Set.of(tries);
        }

        /// As Schemathesis takes it.
        String operations() {
            return LONG
                    ? ".*"
                    : AccessTable.read().rows().values().stream()
                            .filter(row -> tries.contains(row.who()))
                            .map(AccessTable.Row::operation)
                            .collect(Collectors.joining("|", "^(", ")$"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStoreDoesWhatItSays(Visitor visitor, @TempDir Path room) throws IOException, InterruptedException {
        try (StoreProcess process = StoreProcess.start(room.resolve("data"), Map.of("JIGA_SEED", "true"))) {
            Furnished furnished = Furnished.of(new Client(process.url()));
            Verdict verdict = tools.schemathesis(
                    Files.createDirectories(room.resolve("reports")),
                    WITHIN,
                    told(visitor, furnished),
                    List.of(
                            process.url() + "/openapi?format=json",
                            "--include-operation-id-regex=" + visitor.operations(),
                            "--seed=" + SEED,
                            "--max-examples=" + TRIED_OF_EACH,
                            "--generation-database=none"));
            process.kill();
            assertThat(verdict.exitCode()).as(verdict.said()).isZero();
        }
    }

    private static Map<String, String> told(Visitor visitor, Furnished furnished) {
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
