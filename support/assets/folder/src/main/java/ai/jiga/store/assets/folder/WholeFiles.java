package ai.jiga.store.assets.folder;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that are there as a whole or not at all, and that outlive a power cut.
final class WholeFiles {
    private static final Logger LOG = LoggerFactory.getLogger(WholeFiles.class);
    /// What is older was left by a crash.
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final Path unfinished;

    WholeFiles(Path folder) throws IOException {
        this.unfinished = Files.createDirectories(folder.resolve("unfinished"));
    }

    /// Removes what a crash left half written.
    void sweep(Instant now) throws IOException {
        FileTime before = FileTime.from(now.minus(LONGEST_WRITE));
        try (var files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).compareTo(before) < 0) {
                    Files.deleteIfExists(file);
                    LOG.info("Removed {}, which a crash left half written", file);
                }
            }
        }
    }

    /// Writes beside; nothing is under a name yet.
    ///
    /// @return the file, on the disk, for [#link] or [Files#deleteIfExists]
    Path write(InputStream content) throws IOException {
        Path file = Files.createTempFile(unfinished, "", ".new");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.transferTo(out);
            channel.force(true);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Gives a written file its name, unless it is taken.
    ///
    /// @return whether it was free
    boolean link(Path written, Path name) throws IOException {
        Path folder = Objects.requireNonNull(name.getParent());
        try {
            Files.createDirectories(folder);
            try {
                Files.createLink(name, written);
            } catch (FileAlreadyExistsException taken) {
                return false;
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                // A file system without links (FAT): the window between question and move is one that
                // nobody loses by.
                if (Files.exists(name)) {
                    return false;
                }
                Files.move(written, name, StandardCopyOption.ATOMIC_MOVE);
            }
            syncFolder(folder);
            return true;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// Makes names last. Windows cannot open a folder, and does not need it.
    private static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
