package ai.jiga.store.documents.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoredIdTest {
    private static final String RISING = "0195f3a0-5c1d-7b2e-8f00-1234567890ab";

    @Test
    void everyIdComesBackAsItWas() {
        for (String id : List.of(
                RISING,
                RISING + ":3",
                "a",
                ".",
                "..",
                "__x__",
                "a7~b",
                "=~a7~b",
                "=~",
                "ü😀",
                RISING.replace("-7", "-4"))) {
            assertThat(StoredId.plain(StoredId.of(id))).isEqualTo(id);
        }
    }

    @Test
    void noTwoIdsAreStoredAsOne() {
        Set<String> stored = new HashSet<>();
        List<String> ids = List.of("a7~b", "=~a7~b", "=~=~a7~b", "b", ".", "=~.", RISING, StoredId.of(RISING));
        ids.forEach(id -> stored.add(StoredId.of(id)));
        assertThat(stored).hasSize(ids.size());
    }

    @Test
    void idsThatRiseWithTimeAreSpread() {
        Set<String> prefixes = new HashSet<>();
        for (int i = 0; i < 512; i++) {
            String id = "0195f3a0-5c1d-7b2e-8f00-%012x".formatted(i);
            assertThat(StoredId.of(id)).matches("[0-9a-f]{2}~" + id);
            prefixes.add(StoredId.of(id).substring(0, 2));
        }
        assertThat(prefixes).hasSizeGreaterThan(150);
        assertThat(StoredId.of("scout-observer-001")).isEqualTo("scout-observer-001");
    }

    @Test
    void pathsAreSpelledSegmentBySegment() {
        String path = "agents/" + RISING + "/versions/3";
        assertThat(StoredId.path(path)).isEqualTo("agents/" + StoredId.of(RISING) + "/versions/3");
        assertThat(StoredId.plainPath(StoredId.path(path))).isEqualTo(path);
        assertThat(StoredId.path("")).isEmpty();
    }
}
