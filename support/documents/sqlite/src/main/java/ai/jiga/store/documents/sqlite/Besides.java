package ai.jiga.store.documents.sqlite;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What a program keeps in the data folder beside the documents, and is no use without.
///
/// @param files by name, such as keys; those that are not there are left out of a backup
/// @param trees folders of files to which documents refer
public record Besides(List<String> files, List<Tree> trees) {
    /// Nothing: the documents alone.
    public static final Besides NONE = new Besides(List.of(), List.of());

    public Besides {
        files = List.copyOf(files);
        trees = List.copyOf(trees);
    }

    /// A folder of many files, each of which is there before a document names it, and neither changes nor
    /// goes from then on. So whoever copies the documents first, and then the folder, has every file that
    /// those documents name.
    ///
    /// @param folder its name
    /// @param holds which of its files belong, by their path from that folder
    public record Tree(String folder, Predicate<Path> holds) {
        public Tree {
            if (!BackupFile.isTree(folder)) {
                throw new IllegalArgumentException("not the name of a folder in a backup: " + folder);
            }
        }

        /// @return paths from that folder
        List<Path> in(Path data) throws IOException {
            Path root = data.resolve(folder);
            if (!Files.isDirectory(root)) {
                return List.of();
            }
            var found = new ArrayList<Path>();
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    Path path = root.relativize(file);
                    if (attributes.isRegularFile() && holds.test(path)) {
                        found.add(path);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    // Of a store that runs: something half written now has its name, or is gone.
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
            found.sort(null);
            return found;
        }
    }
}
