package ai.jiga.store.documents.sqlite;

import ai.jiga.store.documents.NewerFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// A backup's outer form: a ZIP archive of `store.db`, `fields.key` (if there is one), what the program put
/// beside them and, last, `manifest.json` with the length and SHA-256 of each. Of a folder, such as `assets`,
/// there are its files (`assets/01/0123...webp`) and `assets.sha256`, which lists them as `sha256sum` does
/// and is in the manifest. Any tool opens it; a file that is cut short lacks the manifest.
final class BackupFile {
    private static final String MANIFEST = "manifest.json";
    private static final String KIND = "jiga-store-backup";
    private static final int MAX_MANIFEST_BYTES = 64 * 1024;
    /// Of files in the folder itself: a name with a path in it could write anywhere.
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z0-9]+");
    private static final Pattern TREE = Pattern.compile("[a-z][a-z0-9-]*");
    /// A line of such a list. No step of a path begins with a dot, so that none leads out of its folder.
    private static final Pattern LISTED = Pattern.compile("([0-9a-f]{64})  ((?:[A-Za-z0-9_-][A-Za-z0-9._-]*/?)+)");
    private static final String LIST = ".sha256";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    BackupFile(Path file) {
        this.file = file;
    }

    static boolean isTree(String name) {
        return TREE.matcher(name).matches();
    }

    /// @param documents how many, see [Backup#documents()]
    /// @param parts files under their own names
    /// @param trees of the data folder
    Backup write(Instant at, long documents, List<Path> parts, Path data, List<Besides.Tree> trees) throws IOException {
        ObjectNode files = JSON.createObjectNode();
        long others = 0;
        Database.createPrivately(file);
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Path part : parts) {
                out.setLevel(Deflater.BEST_SPEED);
                String name = String.valueOf(part.getFileName());
                try (InputStream in = Files.newInputStream(part)) {
                    files.set(name, add(out, name, in));
                }
            }
            for (Besides.Tree tree : trees) {
                // Pictures do not get smaller.
                out.setLevel(Deflater.NO_COMPRESSION);
                var list = new StringBuilder();
                for (Path path : tree.in(data)) {
                    String name = tree.folder() + "/" + path.toString().replace(File.separatorChar, '/');
                    try (InputStream in =
                            Files.newInputStream(data.resolve(tree.folder()).resolve(path))) {
                        list.append(add(out, name, in).path("sha256").asText())
                                .append("  ")
                                .append(name)
                                .append('\n');
                    }
                    others++;
                }
                byte[] listed = list.toString().getBytes(StandardCharsets.UTF_8);
                files.set(tree.folder() + LIST, add(out, tree.folder() + LIST, new ByteArrayInputStream(listed)));
            }
            ObjectNode manifest = JSON.createObjectNode()
                    .put("kind", KIND)
                    .put("applicationId", Database.APPLICATION_ID)
                    .put("format", Database.FORMAT)
                    .put("createdAt", at.toString())
                    .put("documents", documents);
            manifest.set("files", files);
            out.putNextEntry(new ZipEntry(MANIFEST));
            out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            out.closeEntry();
        }
        DataFolder.sync(file);
        return new Backup(at, Database.FORMAT, documents, others);
    }

    /// @return what the manifest says of it
    private static ObjectNode add(ZipOutputStream out, String name, InputStream content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        MessageDigest digest = sha256();
        long bytes = content.transferTo(new DigestOutputStream(out, digest));
        out.closeEntry();
        return JSON.createObjectNode()
                .put("bytes", bytes)
                .put("sha256", HexFormat.of().formatHex(digest.digest()));
    }

    /// Checks everything that can be checked without opening the database, writing the parts into a folder on
    /// the way, and the files of trees into folders in it.
    ///
    /// @throws UnusableBackupException when anything is not as it was written
    /// @throws NewerFormatException when a newer program wrote it
    Backup extract(Path folder) throws IOException {
        try (var zip = open()) {
            JsonNode manifest = manifest(zip);
            Backup backup = backup(manifest);
            JsonNode files = manifest.path("files");
            if (!files.has(Database.FILE)) {
                throw unusable("it holds no database", null);
            }
            long others = 0;
            for (Map.Entry<String, JsonNode> part : files.properties()) {
                String name = part.getKey();
                if (!PLAIN_NAME.matcher(name).matches()) {
                    throw unusable("it holds a file that no backup has", null);
                }
                Path to = folder.resolve(name);
                String digest = part.getValue().path("sha256").asText();
                if (extract(zip, name, digest, to)
                        != part.getValue().path("bytes").asLong()) {
                    throw notAsBackedUp(name);
                }
                if (name.endsWith(LIST)) {
                    others += extractTree(zip, Files.readAllLines(to), folder.resolve(name.replace(LIST, "")));
                    Files.delete(to);
                }
            }
            return new Backup(backup.createdAt(), backup.format(), backup.documents(), others);
        } catch (ZipException | EOFException e) {
            throw unusable("it is not a backup of JIGA Store, or it is damaged or cut short", e);
        }
    }

    /// What it says of itself; how many files of trees came along is not among it.
    Backup describe() throws IOException {
        try (var zip = open()) {
            return backup(manifest(zip));
        }
    }

    private ZipFile open() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw unusable("there is no such file", null);
        }
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw unusable("it is not a backup of JIGA Store, or it is damaged or cut short", e);
        }
    }

    private JsonNode manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw unusable("it is not a backup of JIGA Store", null);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MAX_MANIFEST_BYTES);
            // The library does not look: one bit of the format, and a damaged file would pass for a newer version's.
            if (entry.getCrc() != crcOf(bytes)) {
                throw unusable("it is damaged", null);
            }
            JsonNode manifest = JSON.readTree(bytes);
            boolean ours = manifest.path("kind").asText().equals(KIND)
                    && manifest.path("applicationId").asInt() == Database.APPLICATION_ID;
            if (!ours) {
                throw unusable("it is not a backup of JIGA Store", null);
            }
            return manifest;
        } catch (com.fasterxml.jackson.core.JsonProcessingException | ZipException | EOFException e) {
            throw unusable("it is damaged", e);
        }
    }

    private static long crcOf(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private Backup backup(JsonNode manifest) {
        int format = manifest.path("format").asInt();
        if (format > Database.FORMAT) {
            throw new NewerFormatException("The backup " + file, format, Database.FORMAT);
        }
        try {
            Instant at = Instant.parse(manifest.path("createdAt").asText());
            return new Backup(at, format, manifest.path("documents").asLong(), 0);
        } catch (DateTimeParseException e) {
            throw unusable("it is damaged", e);
        }
    }

    /// @param root is made, also where nothing is listed: what was there before is not of this backup
    private long extractTree(ZipFile zip, List<String> lines, Path root) throws IOException {
        DataFolder.create(root);
        var folders = new HashSet<Path>(List.of(root));
        for (String line : lines) {
            Matcher listed = LISTED.matcher(line);
            if (!listed.matches() || !listed.group(2).startsWith(root.getFileName() + "/")) {
                throw unusable("it holds a file that no backup has", null);
            }
            Path to = root.resolveSibling(listed.group(2));
            Path parent = Objects.requireNonNull(to.getParent());
            if (folders.add(parent)) {
                DataFolder.create(parent);
            }
            extract(zip, listed.group(2), listed.group(1), to);
        }
        for (Path each : folders) {
            DataFolder.syncFolder(each);
        }
        return lines.size();
    }

    /// @return how many bytes it has
    private long extract(ZipFile zip, String name, String sha256, Path to) throws IOException {
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
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
            throw notAsBackedUp(name);
        }
        DataFolder.sync(to);
        return bytes;
    }

    private UnusableBackupException notAsBackedUp(String name) {
        return unusable("it is damaged: " + name + " is not what was backed up", null);
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
