package ai.jiga.store.documents.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The right to be the one process that has a data folder open, held by a lock on `store.lock`: the system
/// takes it back however the process ends. The file names the holder.
final class FolderLock implements AutoCloseable {
    /// Folders that this process holds. A second lock in one process must not even open the file: on POSIX
    /// systems, closing it again would give up the first one's lock.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// @param folder exists
    /// @throws FolderInUseException when somebody else holds it
    static FolderLock take(Path folder) {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be read", e);
        }
        if (!HELD.add(real)) {
            throw new FolderInUseException(folder, " of this very process");
        }
        try {
            FileChannel channel = lock(real.resolve("store.lock"));
            if (channel == null) {
                throw new FolderInUseException(folder, holder(real.resolve("store.lock")));
            }
            return new FolderLock(real, channel);
        } catch (IOException e) {
            HELD.remove(real);
            throw new UncheckedIOException("The data folder " + folder + " cannot be locked", e);
        } catch (RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Another class loader of this process holds it: in use, all the same.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private static String holder(Path file) {
        try {
            String pid = Files.readString(file, StandardCharsets.US_ASCII).strip();
            return pid.matches("\\d{1,10}") ? " (process " + pid + ")" : "";
        } catch (IOException unreadable) {
            return "";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder);
        }
    }
}
