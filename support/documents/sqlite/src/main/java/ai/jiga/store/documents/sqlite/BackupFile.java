package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.NewerFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A backup's outer form: a ZIP archive of `store.db`, `fields.key` (if there is one), what the program put beside
/// them and, last, `manifest.json` with the length and SHA-256 of each. Any tool opens it; a file that is cut short
/// lacks
/// the manifest.
final class BackupFile {
    private static final String MANIFEST = "manifest.json";
    private static final String KIND = "jiga-store-backup";
    private static final int MAX_MANIFEST_BYTES = 64 * 1024;
    /// Of files in the folder itself: a name with a path in it could write anywhere.
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z]+");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    BackupFile(Path file) {
        this.file = file;
    }

    /// @param parts files under their own names
    void write(Backup backup, List<Path> parts) throws IOException {
        ObjectNode manifest = JSON.createObjectNode()
                .put("kind", KIND)
                .put("applicationId", Database.APPLICATION_ID)
                .put("format", backup.format())
                .put("createdAt", backup.createdAt().toString())
                .put("documents", backup.documents());
        ObjectNode files = manifest.putObject("files");
        Database.createPrivately(file);
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Path part : parts) {
                String name = String.valueOf(part.getFileName());
                out.putNextEntry(new ZipEntry(name));
                MessageDigest digest = sha256();
                var hashing = new DigestOutputStream(out, digest);
                long bytes = Files.copy(part, hashing);
                out.closeEntry();
                files.putObject(name)
                        .put("bytes", bytes)
                        .put("sha256", HexFormat.of().formatHex(digest.digest()));
            }
            out.putNextEntry(new ZipEntry(MANIFEST));
            out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            out.closeEntry();
        }
        DataFolder.sync(file);
    }

    /// Checks everything that can be checked without opening the database, writing the parts into a folder
    /// on the way.
    ///
    /// @throws UnusableBackupException when anything is not as it was written
    /// @throws NewerFormatException when a newer program wrote it
    Backup extract(Path folder) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw unusable("there is no such file", null);
        }
        try (var zip = new ZipFile(file.toFile())) {
            JsonNode manifest = manifest(zip);
            Backup backup = backup(manifest);
            JsonNode files = manifest.path("files");
            if (!files.has(Database.FILE)) {
                throw unusable("it holds no database", null);
            }
            for (Map.Entry<String, JsonNode> part : files.properties()) {
                String name = part.getKey();
                if (!PLAIN_NAME.matcher(name).matches()) {
                    throw unusable("it holds a file that no backup has", null);
                }
                extract(zip, name, part.getValue(), folder.resolve(name));
            }
            return backup;
        } catch (ZipException | EOFException e) {
            throw unusable("it is not a backup of JIGA Store, or it is damaged or cut short", e);
        }
    }

    private JsonNode manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw unusable("it is not a backup of JIGA Store", null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode manifest = JSON.readTree(in.readNBytes(MAX_MANIFEST_BYTES));
            boolean ours = manifest.path("kind").asText().equals(KIND)
                    && manifest.path("applicationId").asInt() == Database.APPLICATION_ID;
            if (!ours) {
                throw unusable("it is not a backup of JIGA Store", null);
            }
            return manifest;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw unusable("it is damaged", e);
        }
    }

    private Backup backup(JsonNode manifest) {
        int format = manifest.path("format").asInt();
        if (format > Database.FORMAT) {
            throw new NewerFormatException("The backup " + file, format, Database.FORMAT);
        }
        try {
            Instant at = Instant.parse(manifest.path("createdAt").asText());
            return new Backup(at, format, manifest.path("documents").asLong());
        } catch (DateTimeParseException e) {
            throw unusable("it is damaged", e);
        }
    }

    private void extract(ZipFile zip, String name, JsonNode wanted, Path to) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw unusable("it is damaged: " + name + " is missing", null);
        }
        MessageDigest digest = sha256();
        long bytes;
        Database.createPrivately(to);
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
                OutputStream out = Files.newOutputStream(to)) {
            bytes = in.transferTo(out);
        }
        boolean same = bytes == wanted.path("bytes").asLong()
                && HexFormat.of()
                        .formatHex(digest.digest())
                        .equals(wanted.path("sha256").asText());
        if (!same) {
            throw unusable("it is damaged: " + name + " is not what was backed up", null);
        }
        DataFolder.sync(to);
    }

    UnusableBackupException unusable(String why, @Nullable Throwable cause) {
        return new UnusableBackupException(file, why, cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
