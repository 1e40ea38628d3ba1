package ai.jiga.store.gateway.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The app as Vite built it, read once.
///
/// @param files by the path under which they are asked for, such as `/app/index-X1.js`
/// @param shell what every page is made of: HTML with the marks of [AppShell]
/// @param templates of what the store writes into it, by name
record BuiltApp(Map<String, AppFile> files, List<AppPage> pages, String shell, Map<String, String> templates) {
    /// Where the build puts what has a hash in its name.
    private static final String HASHED = "/app/";
    private static final String TEMPLATES = "/templates/";

    /// @throws UncheckedIOException when the folder holds no app
    static BuiltApp read(Path folder, ObjectMapper json) {
        var files = new LinkedHashMap<String, AppFile>();
        var templates = new LinkedHashMap<String, String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String path = "/" + folder.relativize(file).toString().replace('\\', '/');
                if (path.startsWith(TEMPLATES)) {
                    templates.put(path.substring(TEMPLATES.length()), Files.readString(file));
                } else if (!AppFile.isPacked(file) && !path.equals("/index.html") && !path.equals("/pages.json")) {
                    files.put(path, AppFile.read(file, path.startsWith(HASHED)));
                }
            }
            List<AppPage> pages =
                    json.readValue(folder.resolve("pages.json").toFile(), new TypeReference<List<AppPage>>() {});
            return new BuiltApp(files, pages, Files.readString(folder.resolve("index.html")), templates);
        } catch (IOException e) {
            throw new UncheckedIOException("JIGA_WEB: " + folder + " holds no built web app", e);
        }
    }
}
