package ai.jiga.store.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.sqlite.SQLiteConfig;

/// What a store of format 2 left on its disk when it was killed, as if that had been a moment ago. What is in it is
/// told in `older/README.md`, among the tests' resources.
record OlderFolder(Map<String, byte[]> files, Duration moved) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// When the store was killed.
    private static final Instant RECORDED = Instant.parse("2026-11-30T21:11:06.100Z");

    private static final Pattern INSTANT = Pattern.compile("2026-1[12]-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.(\\d{3}|\\d{6})Z");
    private static final Pattern DAY = Pattern.compile("'(2026-1[12]-\\d\\d)'");
    private static final Pattern MICROS = Pattern.compile("\\b1796\\d{12}\\b");

    static OlderFolder ofFormat2() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (InputStream resource =
                        Objects.requireNonNull(OlderFolder.class.getResourceAsStream("/older/format-2.zip"));
                var zip = new ZipInputStream(resource)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new OlderFolder(
                files, Duration.between(RECORDED, killedAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))));
    }

    /// Lately, and on one day with all that led to it: the ledger closes days.
    private static Instant killedAt(Instant now) {
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        Instant dayIsThere = midnight.plusSeconds(30);
        return now.isBefore(dayIsThere) ? dayIsThere : now.minusSeconds(5);
    }

    void unpackInto(Path folder) throws IOException, SQLException {
        Files.createDirectories(folder);
        for (String key : new String[] {"cursors.key", "fields.key", "signing-keys.json", "uploads.key"}) {
            Files.write(folder.resolve(key), file(key));
        }
        try (Connection database = new SQLiteConfig().createConnection("jdbc:sqlite:" + folder.resolve("store.db"));
                Statement statement = database.createStatement()) {
            for (JsonNode sql : JSON.readTree(text("statements.json"))) {
                statement.execute(moved(sql.textValue()));
            }
        }
    }

    /// What a client of then had kept.
    JsonNode kept(String name) throws IOException {
        return JSON.readTree(moved(text(name)));
    }

    byte[] file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    private String moved(String text) {
        String instants = INSTANT.matcher(text).replaceAll(this::movedInstant);
        String days = DAY.matcher(instants).replaceAll(found -> "'" + movedDay(found.group(1)) + "'");
        return MICROS.matcher(days)
                .replaceAll(found -> Long.toString(Long.parseLong(found.group()) + moved.toNanos() / 1_000));
    }

    /// With as many digits as it had.
    private String movedInstant(MatchResult found) {
        String digits = "S".repeat(found.end(1) - found.start(1));
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss." + digits + "'Z'")
                .format(Instant.parse(found.group()).plus(moved).atOffset(ZoneOffset.UTC));
    }

    private LocalDate movedDay(String day) {
        LocalDate then = LocalDate.ofInstant(RECORDED, ZoneOffset.UTC);
        LocalDate now = LocalDate.ofInstant(RECORDED.plus(moved), ZoneOffset.UTC);
        return LocalDate.parse(day).plusDays(ChronoUnit.DAYS.between(then, now));
    }
}
