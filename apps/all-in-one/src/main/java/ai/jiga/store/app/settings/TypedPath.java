package ai.jiga.store.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// A path as somebody typed it. The JVM reads paths in the charset of its locale, and makes one mark of every
/// letter that the locale does not know: such a path would lead to another file, or to none.
public final class TypedPath {
    private static final char UNREAD = '\uFFFD';

    private TypedPath() {}

    /// @return absolute, without `..`
    /// @throws IllegalArgumentException with a sentence for whoever typed it
    public static Path read(String text) {
        if (text.indexOf(UNREAD) < 0) {
            try {
                return Path.of(text).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                // Said below.
            }
        }
        throw new IllegalArgumentException(
                "The path '" + text.replace(UNREAD, '?') + "' holds letters that this process"
                        + " cannot read, because its locale has the charset " + System.getProperty("sun.jnu.encoding")
                        + ". Start it with LC_ALL=C.UTF-8 (or another locale of UTF-8), or use a path of plain letters.");
    }
}
