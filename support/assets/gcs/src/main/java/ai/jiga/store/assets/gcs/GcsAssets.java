package ai.jiga.store.assets.gcs;

import ai.jiga.store.assets.AssetContent;
import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.AssetStore;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.Optional;

/// Assets as objects of a bucket. They are served from [#base()], be it the store itself, a CDN before it,
/// or the bucket where its `assets/` are public.
public final class GcsAssets implements AssetStore {
    private static final String FOLDER = "assets/";
    private static final int PRECONDITION_FAILED = 412;

    private final Storage storage;
    private final String bucket;
    private final URI base;

    GcsAssets(Storage storage, String bucket, URI base) {
        this.storage = storage;
        this.bucket = bucket;
        this.base = base;
    }

    /// With the credentials that Google's clients find (`GOOGLE_APPLICATION_CREDENTIALS`, or the machine's
    /// own).
    ///
    /// @param bucket that exists; it may be private
    /// @param base where clients get assets, absolute, with a slash at the end
    public static GcsAssets connect(String bucket, URI base) {
        return new GcsAssets(StorageOptions.getDefaultInstance().getService(), bucket, base);
    }

    @Override
    public void put(AssetName name, byte[] content) {
        BlobInfo info = BlobInfo.newBuilder(id(name))
                .setContentType(AssetName.CONTENT_TYPE)
                .setCacheControl(CACHE_CONTROL)
                .build();
        try {
            // Asked first, because most of what is put again is there already. The precondition is what
            // counts.
            if (storage.get(id(name)) != null) {
                return;
            }
            storage.create(info, content, Storage.BlobTargetOption.doesNotExist());
        } catch (StorageException e) {
            if (e.getCode() != PRECONDITION_FAILED) {
                throw failed("the asset " + name + " cannot be written", e);
            }
        }
    }

    @Override
    public Optional<AssetContent> open(AssetName name) {
        try {
            Blob blob = storage.get(id(name));
            // One that is still being written has no size.
            return blob == null || blob.getSize() == null
                    ? Optional.empty()
                    : Optional.of(new AssetContent(blob.getSize(), Channels.newInputStream(blob.reader())));
        } catch (StorageException e) {
            throw failed("the asset " + name + " cannot be read", e);
        }
    }

    @Override
    public URI base() {
        return base;
    }

    private BlobId id(AssetName name) {
        return BlobId.of(bucket, FOLDER + name);
    }

    static UncheckedIOException failed(String what, StorageException e) {
        return new UncheckedIOException(what, new IOException(e));
    }
}
