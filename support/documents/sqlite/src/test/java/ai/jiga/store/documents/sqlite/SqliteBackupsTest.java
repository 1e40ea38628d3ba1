package ai.jiga.store.documents.sqlite;

import static ai.jiga.store.documents.sqlite.Tickets.TICKETS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.sqlite.Tickets.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Backups of a running store, and what a restore accepts.
class SqliteBackupsTest {
    @TempDir
    Path folder;

    private Path backup() {
        Path file = folder.resolve("backup.zip");
        try (SqliteDocuments store = Tickets.open(folder.resolve("old"))) {
            for (int i = 0; i < 20; i++) {
                Tickets.put(store, "t" + i, new Ticket("o", i, "secret " + i, List.of("all")));
            }
            Backup backup = store.backup(file);
            assertThat(backup.documents()).isEqualTo(20);
            Tickets.put(store, "later", Ticket.of("o", 1));
        }
        return file;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aBackupStartsAgainElsewhereWithItsEncryptedFields() throws IOException {
        Path file = backup();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SqliteBackups.verify(file).documents()).isEqualTo(20);
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(SqliteBackups.restore(file, elsewhere).documents()).isEqualTo(20);
        try (SqliteDocuments store = Tickets.open(elsewhere)) {
            assertThat(store.get(TICKETS.id("t7")).orElseThrow().value().secret())
                    .isEqualTo("secret 7");
            assertThat(store.get(TICKETS.id("later"))).isEmpty();
            assertThat(store.count(TICKETS.query().where("tags").contains("all").descending("price")))
                    .isEqualTo(20);
            Tickets.put(store, "new", Ticket.of("o", 1));
        }
        assertThat(names(folder)).containsExactly("backup.zip", "elsewhere", "old");
        assertThat(names(elsewhere)).containsExactly("fields.key", "store.db", "store.lock");
    }

    @Test
    void aBackupIsOfOneMomentWhileOthersWrite() throws InterruptedException {
        Path file = folder.resolve("backup.zip");
        try (SqliteDocuments store = Tickets.open(folder.resolve("old"))) {
            var running = new AtomicBoolean(true);
            Thread writer = Thread.ofVirtual().start(() -> {
                for (int i = 0; running.get(); i++) {
                    int number = i;
                    store.transact(tx -> {
                        tx.set(TICKETS.id("a" + number), Ticket.of("o", 1));
                        tx.set(TICKETS.id("b" + number), Ticket.of("o", 1));
                        return true;
                    });
                }
            });
            for (int i = 0; i < 3; i++) {
                assertThat(store.backup(file).documents()).isEven();
            }
            running.set(false);
            writer.join();
            assertThat(SqliteBackups.verify(file).documents()).isEven();
        }
    }

    @Test
    void aStoppedStoreIsBackedUpToo() {
        try (SqliteDocuments store = Tickets.open(folder.resolve("old"))) {
            Tickets.put(store, "t", Ticket.of("o", 1));
        }
        Path file = folder.resolve("backup.zip");
        assertThat(SqliteBackups.write(folder.resolve("old"), file, InstantSource.system())
                        .documents())
                .isEqualTo(1);
        assertThatThrownBy(() -> SqliteBackups.write(folder, file, InstantSource.system()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no store");
    }

    @Test
    void whatWasThereIsMovedAsideAndKept() throws IOException {
        Path file = backup();
        Path data = folder.resolve("data");
        try (SqliteDocuments store = Tickets.open(data)) {
            Tickets.put(store, "mine", new Ticket("o", 1, "mine", List.of()));
        }
        SqliteBackups.restore(file, data);
        SqliteBackups.restore(file, data);
        assertThat(names(data)).containsExactly("fields.key", "replaced-1", "replaced-2", "store.db", "store.lock");
        try (SqliteDocuments store = Tickets.open(data);
                SqliteDocuments old = Tickets.open(data.resolve("replaced-1"))) {
            assertThat(store.get(TICKETS.id("mine"))).isEmpty();
            assertThat(store.count(TICKETS.query())).isEqualTo(20);
            assertThat(old.get(TICKETS.id("mine")).orElseThrow().value().secret())
                    .isEqualTo("mine");
        }
    }

    @Test
    void aDamagedOrShortenedFileIsRefusedAndNothingIsTouched() throws IOException {
        byte[] good = Files.readAllBytes(backup());
        Path data = folder.resolve("data");
        try (SqliteDocuments store = Tickets.open(data)) {
            Tickets.put(store, "mine", Ticket.of("o", 1));
        }
        Path bad = folder.resolve("bad.zip");
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = good.clone();
            if (i % 2 == 0) {
                bytes = Arrays.copyOf(good, random.nextInt(good.length));
            } else {
                bytes[random.nextInt(good.length)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(bad, bytes);
            try {
                // A flipped bit in a time stamp of the archive harms nothing: what is accepted must be whole.
                assertThat(SqliteBackups.restore(bad, folder.resolve("other" + i))
                                .documents())
                        .isEqualTo(20);
                assertThat(i % 2).as("a shortened file was accepted").isEqualTo(1);
            } catch (UnusableBackupException refused) {
                assertThat(refused).hasMessageContaining("bad.zip").hasMessageContaining("Nothing was changed");
                assertThat(names(folder.resolve("other" + i))).containsExactly("store.lock");
            }
        }
        Files.write(bad, Arrays.copyOf(good, good.length / 2));
        assertThatThrownBy(() -> SqliteBackups.restore(bad, data)).isInstanceOf(UnusableBackupException.class);
        try (SqliteDocuments store = Tickets.open(data)) {
            assertThat(store.get(TICKETS.id("mine"))).isPresent();
        }
    }

    @Test
    void aManifestOfWhichABitHasTurnedIsDamagedAndNoNewerVersions() throws IOException {
        byte[] good = Files.readAllBytes(backup());
        Backup whole = SqliteBackups.describe(folder.resolve("backup.zip"));
        int begin = new String(good, StandardCharsets.ISO_8859_1).indexOf("manifest.json") + "manifest.json".length();
        long length;
        try (var zip = new ZipFile(folder.resolve("backup.zip").toFile())) {
            length = zip.getEntry("manifest.json").getCompressedSize();
        }
        Path bad = folder.resolve("bad.zip");
        int refusals = 0;
        for (int bit = 0; bit < 8 * length; bit++) {
            byte[] bytes = good.clone();
            bytes[begin + bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(bad, bytes);
            try {
                // Some bits at the end say nothing.
                assertThat(SqliteBackups.describe(bad)).isEqualTo(whole);
            } catch (UnusableBackupException damaged) {
                refusals++;
            }
        }
        assertThat(refusals).isGreaterThan((int) (7 * length));
    }

    private static final Besides.Tree PICTURES =
            new Besides.Tree("pictures", path -> path.toString().endsWith(".webp"));

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /// A folder with a store and two pictures, and its backup.
    private Path backupWithPictures() throws IOException {
        Path data = folder.resolve("pictured");
        try (SqliteDocuments store = Tickets.open(data)) {
            Tickets.put(store, "t", Ticket.of("o", 1));
            write(data.resolve("pictures/01/one.webp"), "one");
            write(data.resolve("pictures/02/two.webp"), "two");
            write(data.resolve("pictures/unfinished/half.new"), "ha");
            Backup backup = SqliteBackups.write(
                    data,
                    folder.resolve("pictured.zip"),
                    InstantSource.system(),
                    new Besides(List.of(), List.of(PICTURES)));
            assertThat(backup.files()).isEqualTo(2);
        }
        return folder.resolve("pictured.zip");
    }

    @Test
    void aTreeComesAlongAndTakesThePlaceOfTheOneThatWasThere() throws IOException {
        Path file = backupWithPictures();
        Path data = folder.resolve("data");
        try (SqliteDocuments store = Tickets.open(data)) {
            Tickets.put(store, "mine", Ticket.of("o", 1));
        }
        write(data.resolve("pictures/03/mine.webp"), "mine");

        assertThat(SqliteBackups.restore(file, data).files()).isEqualTo(2);

        assertThat(data.resolve("pictures/01/one.webp")).hasContent("one");
        assertThat(data.resolve("pictures/02/two.webp")).hasContent("two");
        assertThat(data.resolve("pictures/unfinished")).doesNotExist();
        assertThat(data.resolve("pictures/03")).doesNotExist();
        assertThat(data.resolve("replaced-1/pictures/03/mine.webp")).hasContent("mine");
        assertThat(names(data)).containsExactly("fields.key", "pictures", "replaced-1", "store.db", "store.lock");
    }

    @Test
    void aBackupThatKnowsOfNoTreeLeavesTheOneThatIsThere() throws IOException {
        Path file = backup();
        Path data = folder.resolve("data");
        write(data.resolve("pictures/03/mine.webp"), "mine");

        assertThat(SqliteBackups.restore(file, data).files()).isZero();

        assertThat(data.resolve("pictures/03/mine.webp")).hasContent("mine");
    }

    @Test
    void aTreeIsListedAsOtherToolsCheckIt() throws Exception {
        try (var zip = new ZipFile(backupWithPictures().toFile())) {
            String list = new String(
                    zip.getInputStream(zip.getEntry("pictures.sha256")).readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(list.lines())
                    .containsExactly(
                            sha256("one") + "  pictures/01/one.webp", sha256("two") + "  pictures/02/two.webp");
        }
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void aTreeOfWhichAFileIsDamagedOrLeadsElsewhereIsRefused() throws IOException {
        Path file = backupWithPictures();
        Path bad = folder.resolve("bad.zip");
        for (UnaryOperator<String> harm : List.<UnaryOperator<String>>of(
                text -> text.equals("two") ? "tvo" : text,
                text -> text.replace("  pictures/02", "  ../02"),
                text -> text.replace("  pictures/02", "  pictures/.hidden"),
                text -> text.replace("  pictures/02", "  /pictures/02"),
                text -> text.replace("  pictures/02/two.webp", "  store.db"),
                text -> text.replace("  pictures/02/two.webp", "  pictures/02/three.webp"))) {
            copyZip(file, bad, harm);

            assertThatThrownBy(() -> SqliteBackups.restore(bad, folder.resolve("other")))
                    .isInstanceOf(UnusableBackupException.class)
                    .hasMessageContaining("Nothing was changed");
            assertThat(names(folder.resolve("other"))).containsExactly("store.lock");
        }
    }

    /// What somebody makes who has understood the format: the manifest has the checksums of what is there.
    private static void copyZip(Path from, Path to, UnaryOperator<String> harm) throws IOException {
        try (var zip = new ZipFile(from.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                if (!entry.getName().equals("store.db") && !entry.getName().equals("fields.key")) {
                    bytes = harm.apply(new String(bytes, StandardCharsets.UTF_8))
                            .getBytes(StandardCharsets.UTF_8);
                }
                if (entry.getName().equals("manifest.json")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replaceAll(
                                    "(?s)(\"pictures.sha256\".*?\"sha256\" : \")[0-9a-f]+",
                                    "$1" + listDigest(zip, harm))
                            .replaceAll("(?s)(\"pictures.sha256\".*?\"bytes\" : )[0-9]+", "$1" + list(zip, harm).length)
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
    }

    private static byte[] list(ZipFile zip, UnaryOperator<String> harm) throws IOException {
        return harm.apply(new String(
                        zip.getInputStream(zip.getEntry("pictures.sha256")).readAllBytes(), StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String listDigest(ZipFile zip, UnaryOperator<String> harm) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list(zip, harm)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFolderMayHaveAnyName() throws IOException {
        for (String name :
                List.of("caf\u00e9 \u4e16\u754c", "it's \"quoted\"", "what?mode=ro&x", "100%25 #1", "a${b}\\c")) {
            Path data = folder.resolve(name);
            try (SqliteDocuments store = Tickets.open(data)) {
                Tickets.put(store, "t", Ticket.of("o", 1));
                store.backup(data.resolve("copy of it"));
            }
            assertThat(data.resolve("store.db")).isRegularFile();
            Path elsewhere = folder.resolve("restored " + name);
            assertThat(SqliteBackups.restore(data.resolve("copy of it"), elsewhere)
                            .documents())
                    .isEqualTo(1);
            try (SqliteDocuments store = Tickets.open(elsewhere)) {
                assertThat(store.count(TICKETS.query())).isEqualTo(1);
            }
        }
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        Path foreign = folder.resolve("foreign");
        for (byte[] content :
                List.of(new byte[0], "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), new byte[5000])) {
            Files.write(foreign, content);
            assertThatThrownBy(() -> SqliteBackups.verify(foreign))
                    .isInstanceOf(UnusableBackupException.class)
                    .hasMessageContaining("not a backup of JIGA Store");
        }
        assertThatThrownBy(() -> SqliteBackups.verify(folder.resolve("none")))
                .isInstanceOf(UnusableBackupException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void anExchangeThatWasInterruptedIsFinishedByTheNextStart() throws IOException {
        Path file = backup();
        for (int step = 0; step < 4; step++) {
            Path data = folder.resolve("data" + step);
            try (SqliteDocuments store = Tickets.open(data)) {
                Tickets.put(store, "mine", Ticket.of("o", 1));
            }
            Path verified = Files.createDirectory(data.resolve("verified"));
            new BackupFile(file).extract(verified);
            Restoration.begin(verified, data);
            Path aside = Files.createDirectory(data.resolve("replaced-1"));
            if (step > 0) {
                Files.move(data.resolve("store.db"), aside.resolve("store.db"));
            }
            if (step > 1) {
                Files.move(data.resolve("fields.key"), aside.resolve("fields.key"));
            }
            if (step > 2) {
                Files.move(data.resolve("restoring").resolve("fields.key"), data.resolve("fields.key"));
            }
            try (SqliteDocuments store = Tickets.open(data)) {
                assertThat(store.get(TICKETS.id("t3")).orElseThrow().value().secret())
                        .isEqualTo("secret 3");
            }
            assertThat(data.resolve("restoring")).doesNotExist();
        }
    }
}
