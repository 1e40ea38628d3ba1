package ai.jiga.store.app;

import ai.jiga.store.app.settings.AssetsSetting;
import ai.jiga.store.app.settings.Settings;
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
import java.time.InstantSource;

/// Where this process keeps pictures: in a folder of its data, or in Cloud Storage. Either way it serves
/// them itself, below `/assets/`, unless the operator names another address that does.
@Singleton
public class AssetWiring {
    private static final String SERVED = "/assets/";

    /// What one engine offers.
    record Engine(AssetStore store, Uploads uploads, UploadDoor door) {}

    @Produces
    @Singleton
    Engine engine(Settings settings, PublicUrl own, InstantSource clock) {
        String elsewhere = settings.assets().servedAt();
        URI base = URI.create(elsewhere == null ? own.http(SERVED) : elsewhere + "/");
        return switch (settings.assets()) {
            case AssetsSetting.Folder folder -> {
                byte[] key = SecretFile.of(settings.data().resolve(DataFiles.UPLOADS_KEY));
                FolderUploads uploads =
                        FolderUploads.open(folder.folder(), URI.create(own.http(SERVED + "uploads/")), key, clock);
                yield new Engine(FolderAssets.open(folder.folder(), base, clock), uploads, uploads);
            }
            case AssetsSetting.CloudStorage storage ->
                new Engine(
                        GcsAssets.connect(storage.bucket(), base),
                        GcsUploads.connect(storage.bucket(), clock),
                        UploadDoor.NONE);
        };
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
