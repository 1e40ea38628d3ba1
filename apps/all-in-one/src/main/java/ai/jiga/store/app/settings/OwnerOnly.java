package ai.jiga.store.app.settings;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// What a new file is made with, so that its owner alone can read it, where the file system knows owners.
public final class OwnerOnly {
    private OwnerOnly() {}

    public static FileAttribute<?>[] file(Path file) {
        return with(file, "rw-------");
    }

    public static FileAttribute<?>[] folder(Path folder) {
        return with(folder, "rwx------");
    }

    private static FileAttribute<?>[] with(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
