package ai.jiga.store.emulators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Where the Google Cloud SDK lies on this machine, and which of its emulators are installed. They are Java programs,
/// so the JVM of this process runs them; `gcloud` itself, and the Python that it needs, are not asked.
public final class CloudSdk {
    private final Map<String, String> environment;

    /// @param environment `CLOUDSDK_ROOT_DIR` names the folder; without it, it is looked up
    public CloudSdk(Map<String, String> environment) {
        this.environment = environment;
    }

    /// @return the emulator's program
    /// @throws MissingToolException when it is not installed
    Path firestoreEmulator() {
        return jar("cloud-firestore-emulator", "platform/cloud-firestore-emulator", "cloud-firestore-emulator");
    }

    /// @return the emulator's program
    /// @throws MissingToolException when it is not installed
    Path pubSubEmulator() {
        return jar("pubsub-emulator", "platform/pubsub-emulator/lib", "cloud-pubsub-emulator");
    }

    private Path jar(String component, String folder, String prefix) {
        for (Path root : roots()) {
            Path there = root.resolve(folder);
            if (!Files.isDirectory(there)) {
                continue;
            }
            try (Stream<Path> files = Files.list(there)) {
                var found = files.filter(file -> {
                            String name = file.getFileName().toString();
                            return name.startsWith(prefix) && name.endsWith(".jar");
                        })
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return found.getLast();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the Google Cloud SDK in " + root + " cannot be read", e);
            }
        }
        throw new MissingToolException("The Google Cloud SDK's " + component + " is not installed. Install it with"
                + " `gcloud components install " + component + "`, or on Debian and Ubuntu with `apt-get install"
                + " google-cloud-cli-" + component.replace("cloud-", "")
                + "` (see https://cloud.google.com/sdk/docs/install)."
                + " Where it lies elsewhere, let CLOUDSDK_ROOT_DIR name the SDK's folder.");
    }

    /// The likeliest first.
    private List<Path> roots() {
        var roots = new ArrayList<Path>();
        String named = environment.get("CLOUDSDK_ROOT_DIR");
        if (named != null && !named.isBlank()) {
            return List.of(Path.of(named));
        }
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            Path gcloud = Path.of(folder, "gcloud");
            if (!folder.isBlank() && Files.isExecutable(gcloud)) {
                addRootOf(gcloud, roots);
            }
        }
        roots.add(Path.of("/usr/lib/google-cloud-sdk"));
        roots.add(Path.of("/usr/share/google-cloud-sdk"));
        roots.add(Path.of("/opt/google-cloud-sdk"));
        roots.add(Path.of("/snap/google-cloud-cli/current"));
        roots.add(Path.of("/opt/homebrew/share/google-cloud-sdk"));
        roots.add(Path.of("/usr/local/share/google-cloud-sdk"));
        roots.add(Path.of(environment.getOrDefault("HOME", "."), "google-cloud-sdk"));
        return roots;
    }

    /// `gcloud` lies in the SDK's `bin`, or is a link to what lies there.
    private static void addRootOf(Path gcloud, List<Path> roots) {
        try {
            Path bin = gcloud.toRealPath().getParent();
            if (bin != null && bin.getParent() != null) {
                roots.add(bin.getParent());
            }
        } catch (IOException e) {
            // A link to nowhere: the usual folders are asked.
        }
    }
}
