package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.search.SearchEngine;
import ai.jiga.store.search.SearchIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an engine that keeps its indexes in files makes of files that were damaged.
public abstract class FilesContract {
    @TempDir
    Path folder;

    /// The engine under test, with its files below the folder.
    protected abstract SearchEngine engine(Path folder);

    @Test
    void aDamagedFileMeansAnEmptyIndexThatCanBeFedAgain() throws IOException {
        for (Damage damage : Damage.values()) {
            Path place = Files.createDirectory(folder.resolve(damage.name()));
            try (SearchIndex index = engine(place).open(Listings.DEFINITION)) {
                index.upsert(Listings.generated(50, 1));
                index.commit("events:50");
            }
            for (Path file : files(place)) {
                damage.apply(file);
            }
            try (SearchIndex index = engine(place).open(Listings.DEFINITION)) {
                assertThat(index.position()).as(damage.name()).isEmpty();
                assertThat(index.count()).as(damage.name()).isZero();
                index.upsert(Listings.generated(50, 1));
                index.commit("events:50");
            }
            try (SearchIndex index = engine(place).open(Listings.DEFINITION)) {
                assertThat(index.position()).as(damage.name()).contains("events:50");
                assertThat(index.count()).as(damage.name()).isEqualTo(50);
            }
        }
    }

    /// What may happen to a file while nobody looks.
    private enum Damage {
        ONE_BIT_FLIPPED {
            @Override
            void apply(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 4;
                Files.write(file, bytes);
            }
        },
        CUT_IN_HALF {
            @Override
            void apply(Path file) throws IOException {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        EMPTIED {
            @Override
            void apply(Path file) throws IOException {
                Files.write(file, new byte[0]);
            }
        },
        NONSENSE {
            @Override
            void apply(Path file) throws IOException {
                Files.writeString(file, "this is not an index");
            }
        };

        abstract void apply(Path file) throws IOException;
    }

    @Test
    void damageOfAnySingleFileIsNoticed() throws IOException {
        for (int i = 0; ; i++) {
            Path place = Files.createDirectory(folder.resolve("copy-" + i));
            try (SearchIndex index = engine(place).open(Listings.DEFINITION)) {
                index.upsert(Listings.generated(20, 1));
                index.commit("events:20");
            }
            List<Path> files = files(place);
            if (i == files.size()) {
                assertThat(i).isPositive();
                return;
            }
            Damage.ONE_BIT_FLIPPED.apply(files.get(i));
            try (SearchIndex index = engine(place).open(Listings.DEFINITION)) {
                assertThat(index.position()).as(files.get(i).toString()).isEmpty();
                assertThat(index.count()).isZero();
            }
        }
    }

    /// The files that hold something; a lock file does not.
    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(file -> Files.isRegularFile(file) && file.toFile().length() > 0)
                    .sorted()
                    .toList();
        }
    }
}
