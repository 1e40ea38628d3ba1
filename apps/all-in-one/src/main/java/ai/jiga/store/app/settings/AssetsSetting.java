package ai.jiga.store.app.settings;

import java.nio.file.Path;
import java.util.List;

/// Where images lie.
public sealed interface AssetsSetting {
    String source();

    record Folder(Path folder, String source) implements AssetsSetting {}

    record CloudStorage(String bucket, String source) implements AssetsSetting {}

    static AssetsSetting of(Environment environment, Path folder) {
        String source = environment.source("JIGA_ASSETS");
        String bucket = "JIGA_ASSETS_BUCKET";
        if (environment.oneOf("JIGA_ASSETS", List.of("folder", "gcs")).equals("folder")) {
            environment.idle(bucket, "images lie in a folder: set JIGA_ASSETS=gcs, or unset it.");
            return new Folder(folder, source);
        }
        return new CloudStorage(
                environment.required(
                        bucket,
                        "the bucket's name",
                        text -> text.matches("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]"),
                        "JIGA_ASSETS=gcs needs a bucket"),
                source);
    }
}
