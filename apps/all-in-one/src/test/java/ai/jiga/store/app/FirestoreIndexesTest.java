package ai.jiga.store.app;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.documents.firestore.FirestoreIndexes;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `infrastructure/firestore/firestore.indexes.json` is what the collections declare.
class FirestoreIndexesTest {
    private static final Path FILE = Path.of("..", "..", "infrastructure", "firestore", "firestore.indexes.json");
    private static final String ANEW =
            "./mvnw -pl apps/all-in-one -am test -Dtest=FirestoreIndexesTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Dindexes.write";

    @Test
    void theCommittedFileIsWhatTheCollectionsDeclare() throws Exception {
        String declared = FirestoreIndexes.of(StoreSchema.ALL);
        if (System.getProperty("indexes.write") != null) {
            Files.writeString(FILE, declared);
        }
        assertThat(FILE).as("make it by: %s", ANEW).exists();
        assertThat(Files.readString(FILE))
                .as("stale; make it anew by: %s", ANEW)
                .isEqualTo(declared);
    }
}
