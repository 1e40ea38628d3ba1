package ai.jiga.store.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What pages and sources point to within a checkout: links of Markdown with their anchors, and paths that are named in
/// text, such as `docs/dependencies.md`. Links to other sites are not followed.
final class Links {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.*?) *#*$");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```.*?^```");
    /// A path from the root of the checkout, as text names it.
    private static final Pattern PATH = Pattern.compile("(?<![\\w./:@~$}\\\\-])"
            + "((?:docs|infrastructure|apps|services|support|qa|bench|\\.ci|\\.mvn)/[\\w./-]*+)(?![{*<$])");
    private static final Pattern JAVA_COMMENT = Pattern.compile("(?m)^ *//.*$");
    private static final Pattern XML_COMMENT = Pattern.compile("(?s)<!--.*?-->");
    /// Made by the build, or by whoever reads.
    private static final Pattern MADE = Pattern.compile(".*(/target(/.*)?|NNNN.*)");

    private final Checkout checkout;
    private final Map<Path, Set<String>> anchors = new HashMap<>();

    Links(Path root) {
        this.checkout = new Checkout(root);
    }

    /// @return a sentence for each link that leads nowhere
    List<String> broken() {
        var broken = new ArrayList<String>();
        for (Path file : checkout.files()) {
            String name = checkout.shown(file);
            if (name.endsWith(".md")) {
                String text = Checkout.read(file);
                LINK.matcher(text).results().forEach(link -> check(file, link.group(1), broken));
                paths(file, LINK.matcher(text).replaceAll("]"), broken);
            } else if (name.endsWith(".java") && !name.contains("src/test/")) {
                paths(file, only(JAVA_COMMENT, file), broken);
            } else if (name.endsWith("pom.xml")) {
                paths(file, only(XML_COMMENT, file), broken);
            }
        }
        return broken;
    }

    private static String only(Pattern part, Path file) {
        return part.matcher(Checkout.read(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining("\n"));
    }

    private void check(Path from, String link, List<String> broken) {
        if (ELSEWHERE.matcher(link).matches()) {
            return;
        }
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path to = path.isEmpty() ? from : from.resolveSibling(path).normalize();
        if (!Files.exists(to)) {
            broken.add(checkout.shown(from) + " links to " + link + ", which is not there");
        } else if (hash >= 0 && !anchors(to).contains(link.substring(hash + 1))) {
            broken.add(checkout.shown(from) + " links to " + link + ", but no heading of that page is called so");
        }
    }

    private void paths(Path from, String text, List<String> broken) {
        Matcher paths = PATH.matcher(text);
        while (paths.find()) {
            // A full stop ends a sentence.
            String path = paths.group(1).replaceFirst("[.-]+$", "");
            if (!MADE.matcher(path).matches()
                    && !Files.exists(checkout.root().resolve(path))
                    && !isOfItsModule(from, path)) {
                broken.add(checkout.shown(from) + " names " + path + ", which is not there");
            }
        }
    }

    /// A module may have a folder of such a name itself.
    private boolean isOfItsModule(Path from, String path) {
        for (Path at = from.getParent(); at != null && !at.equals(checkout.root()); at = at.getParent()) {
            if (Files.exists(at.resolve(path))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> anchors(Path page) {
        return anchors.computeIfAbsent(page, path -> {
            var found = new HashSet<String>();
            HEADING.matcher(FENCED.matcher(Checkout.read(path)).replaceAll(""))
                    .results()
                    .map(heading -> anchor(heading.group(1)))
                    .forEach(found::add);
            return found;
        });
    }

    /// As the sites that show Markdown make it of a heading.
    static String anchor(String heading) {
        return heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
