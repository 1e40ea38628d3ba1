package ai.jiga.store.app.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where images lie.
public sealed interface AssetsSetting {
    String source();

    /// Where they are served for everybody, when not by this process: a CDN, for instance.
    @Nullable
    String servedAt();

    record Folder(Path folder, @Nullable String servedAt, String source) implements AssetsSetting {}

    record CloudStorage(String bucket, @Nullable String servedAt, String source) implements AssetsSetting {}

    static AssetsSetting of(Environment environment, Path folder) {
        String source = environment.source("JIGA_ASSETS");
        String bucket = "JIGA_ASSETS_BUCKET";
        String servedAt = environment
                .text(
                        "JIGA_ASSETS_URL",
                        "the address at which images are served, https, without a slash at the end",
                        text -> Environment.isUrl(text, "https", "http") && !text.endsWith("/"))
                .orElse(null);
        if (environment.oneOf("JIGA_ASSETS", List.of("folder", "gcs")).equals("folder")) {
            environment.idle(bucket, "images lie in a folder: set JIGA_ASSETS=gcs, or unset it.");
            return new Folder(folder, servedAt, source);
        }
        return new CloudStorage(
                environment.required(
                        bucket,
                        "the bucket's name",
                        text -> text.matches("[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]"),
                        "JIGA_ASSETS=gcs needs a bucket"),
                servedAt,
                source);
    }
}
