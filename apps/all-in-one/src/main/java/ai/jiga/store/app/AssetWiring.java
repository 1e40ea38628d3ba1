package ai.jiga.store.app;

import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.assets.UploadDoor;
import ai.jiga.store.assets.Uploads;
import ai.jiga.store.assets.folder.FolderAssets;
import ai.jiga.store.assets.folder.FolderUploads;
import ai.jiga.store.assets.gcs.GcsAssets;
import ai.jiga.store.assets.gcs.GcsUploads;
import ai.jiga.store.assets.images.WebpImages;
import ai.jiga.store.web.PublicUrl;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Where this process keeps pictures: in a folder of its data, or in Cloud Storage. Either way it serves
/// them itself, below `/assets/`, unless the operator names another address that does.
@Singleton
public class AssetWiring {
    private static final String SERVED = "/assets/";

    /// What one engine offers.
    record Engine(AssetStore store, Uploads uploads, UploadDoor door) {}

    @Produces
    @Singleton
    Engine engine(
            @ConfigProperty(name = "jiga.data") String data,
            @ConfigProperty(name = "jiga.assets", defaultValue = "folder") String engine,
            @ConfigProperty(name = "jiga.assets.bucket") Optional<String> bucket,
            @ConfigProperty(name = "jiga.assets.url") Optional<String> url,
            PublicUrl own,
            InstantSource clock) {
        URI base = URI.create(url.map(given -> given + "/").orElseGet(() -> own.http(SERVED)));
        return switch (engine) {
            case "folder" -> folder(Path.of(data), base, URI.create(own.http(SERVED + "uploads/")), clock);
            case "gcs" -> {
                String name =
                        bucket.orElseThrow(() -> new IllegalStateException("JIGA_ASSETS=gcs needs JIGA_ASSETS_BUCKET"));
                yield new Engine(GcsAssets.connect(name, base), GcsUploads.connect(name, clock), UploadDoor.NONE);
            }
            default -> throw new IllegalStateException("JIGA_ASSETS is folder or gcs; not '" + engine + "'.");
        };
    }

    private static Engine folder(Path data, URI base, URI uploadBase, InstantSource clock) {
        Path folder = data.resolve(DataFiles.ASSETS);
        byte[] key = SecretFile.of(data.resolve(DataFiles.UPLOADS_KEY));
        FolderUploads uploads = FolderUploads.open(folder, uploadBase, key, clock);
        return new Engine(FolderAssets.open(folder, base, clock), uploads, uploads);
    }

    @Produces
    @Singleton
    AssetStore assets(Engine engine) {
        return engine.store();
    }

    @Produces
    @Singleton
    Uploads uploads(Engine engine) {
        return engine.uploads();
    }

    @Produces
    @Singleton
    UploadDoor door(Engine engine) {
        return engine.door();
    }

    @Produces
    @Singleton
    WebpImages images() {
        return new WebpImages();
    }

    void close(@Disposes WebpImages images) {
        images.close();
    }
}
