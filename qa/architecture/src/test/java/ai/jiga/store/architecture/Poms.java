package ai.jiga.store.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// The reactor as its POMs declare it, and the page that lists what it stands on.
///
/// @param modules every module of the parent POM, in its order
/// @param parentParts what the parent POM pins or runs: dependencies, plugins and annotation processors
/// @param pins those of them that are dependencies for modules to take
/// @param listed what `docs/dependencies.md` names, as `group:artifact`
record Poms(List<Module> modules, List<Part> parentParts, List<Part> pins, List<String> listed) {
    static final String OURS = "${project.groupId}";

    /// @param path from the root, such as `services/user-service`
    /// @param plugins third-party plugins and what they are given
    /// @param hasCode whether any Java source lies in it
    /// @param hasTests whether any of it is a test
    record Module(
            String path,
            String artifact,
            List<Part> dependencies,
            List<Part> plugins,
            boolean hasCode,
            boolean hasTests) {
        boolean isService() {
            return path.startsWith("services/") && path.endsWith("-service") || path.equals("services/api-gateway");
        }

        /// A technology behind a seam, such as `support/search/lucene`.
        boolean isEngine() {
            var steps = path.split("/", -1);
            return steps.length == 3
                    && steps[0].equals("support")
                    && !steps[2].equals("api")
                    && !steps[2].equals("testkit");
        }

        Stream<Part> ours() {
            return dependencies.stream().filter(part -> part.group().equals(OURS));
        }
    }

    /// @param version as written; empty where the parent decides
    record Part(String group, String artifact, String scope, String version) {
        boolean isTest() {
            return scope.equals("test");
        }

        String name() {
            return group + ":" + artifact;
        }
    }

    /// Everything third-party that the build takes in, whoever asks for it.
    Stream<Part> thirdParty() {
        var fromModules = modules.stream()
                .flatMap(module -> Stream.concat(module.dependencies().stream(), module.plugins().stream()));
        return Stream.concat(parentParts.stream(), fromModules)
                .filter(part -> !part.group().equals(OURS));
    }

    Optional<Module> byArtifact(String artifact) {
        return modules.stream()
                .filter(module -> module.artifact().equals(artifact))
                .findFirst();
    }

    /// Reads the checkout that this test runs in.
    static Poms ofThisCheckout() {
        var root = root();
        var parent = read(root.resolve("pom.xml"));
        var modules = elements(child(parent, "modules"), "module")
                .map(Element::getTextContent)
                .map(path -> module(path, root.resolve(path)))
                .toList();
        var parts = new ArrayList<Part>();
        parts.addAll(parts(parent, "dependency"));
        parts.addAll(parts(parent, "plugin"));
        parts.addAll(parts(parent, "path"));
        return new Poms(
                modules, List.copyOf(parts), parts(parent, "dependency"), listed(root.resolve("docs/dependencies.md")));
    }

    /// The root of this checkout.
    static Path root() {
        return rootAbove(Path.of("").toAbsolutePath());
    }

    private static Path rootAbove(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw")) && Files.exists(at.resolve("pom.xml"))) {
                return at;
            }
        }
        throw new IllegalStateException("No checkout with a mvnw above " + folder);
    }

    private static Module module(String path, Path folder) {
        var pom = read(folder.resolve("pom.xml"));
        return new Module(
                path,
                text(pom, "artifactId"),
                parts(pom, "dependency"),
                parts(pom, "plugin"),
                holdsJava(folder.resolve("src")),
                holdsJava(folder.resolve("src/test")));
    }

    private static boolean holdsJava(Path sources) {
        if (!Files.isDirectory(sources)) {
            return false;
        }
        try (var files = Files.walk(sources)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Part> parts(Element pom, String tag) {
        var found = pom.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(index -> (Element) found.item(index))
                .filter(element -> !text(element, "artifactId").isEmpty())
                .map(element -> new Part(
                        // A plugin without a group is one of Maven's own.
                        text(element, "groupId").isEmpty() ? "org.apache.maven.plugins" : text(element, "groupId"),
                        text(element, "artifactId"),
                        text(element, "scope").isEmpty() ? "compile" : text(element, "scope"),
                        text(element, "version")))
                .toList();
    }

    private static List<String> listed(Path page) {
        try (var lines = Files.lines(page)) {
            return lines.filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(3, line.indexOf('`', 3)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Element read(Path pom) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read " + pom, e);
        }
    }

    private static String text(Element parent, String tag) {
        return elements(parent, tag)
                .findFirst()
                .map(Element::getTextContent)
                .orElse("")
                .strip();
    }

    private static Element child(Element parent, String tag) {
        return elements(parent, tag).findFirst().orElseThrow();
    }

    private static Stream<Element> elements(Element parent, String tag) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(tag)) {
                children.add(element);
            }
        }
        return children.stream();
    }
}
