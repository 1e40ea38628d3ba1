package ai.jiga.store.assets.gcs;

import ai.jiga.store.assets.AssetsUnusableException;
import ai.jiga.store.assets.Invitation;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.Uploads;
import com.google.auth.ServiceAccountSigner;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.HttpMethod;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.SignUrlOption;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Uploads as objects of a bucket, by V4 signed addresses ([Google's
/// page](https://cloud.google.com/storage/docs/access-control/signed-urls)). A body that is longer or
/// shorter than was signed is refused by the service.
public final class GcsUploads implements Uploads {
    private static final String FOLDER = "uploads/";
    private static final String LENGTH_RANGE = "x-goog-content-length-range";
    /// Only where there is none: an address is good for one upload.
    private static final String GENERATION = "x-goog-if-generation-match";

    private final Storage storage;
    private final String bucket;
    private final InstantSource clock;
    private final List<SignUrlOption> signer;

    GcsUploads(Storage storage, String bucket, InstantSource clock, SignUrlOption... signer) {
        this.storage = storage;
        this.bucket = bucket;
        this.clock = clock;
        this.signer = List.of(signer);
    }

    /// With the credentials that Google's clients find. They must be able to sign: a service account's key
    /// does so by itself, a machine's own account asks the IAM service for each signature.
    ///
    /// @param bucket the one of the assets; a life cycle rule that deletes `uploads/` after a day is a good
    ///     second net
    /// @throws AssetsUnusableException when these credentials cannot sign
    public static GcsUploads connect(String bucket, InstantSource clock) {
        StorageOptions options = StorageOptions.getDefaultInstance();
        if (!(options.getCredentials() instanceof ServiceAccountSigner account)) {
            throw new AssetsUnusableException(
                    "The Google credentials of this process cannot sign upload addresses: name"
                            + " a service account's key file with GOOGLE_APPLICATION_CREDENTIALS.");
        }
        return new GcsUploads(options.getService(), bucket, clock, SignUrlOption.signWith(account));
    }

    @Override
    public Invitation invite(UploadId id, long length, String contentType, Instant until) {
        if (length < 1) {
            throw new IllegalArgumentException("an upload has at least one byte, not " + length);
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put(LENGTH_RANGE, length + "," + length);
        headers.put(GENERATION, "0");
        var options = new java.util.ArrayList<>(signer);
        options.add(SignUrlOption.withV4Signature());
        options.add(SignUrlOption.httpMethod(HttpMethod.PUT));
        options.add(SignUrlOption.withExtHeaders(headers));
        long seconds = Math.max(1, Duration.between(clock.instant(), until).toSeconds());
        String url = storage.signUrl(
                        BlobInfo.newBuilder(place(id)).build(),
                        seconds,
                        TimeUnit.SECONDS,
                        options.toArray(SignUrlOption[]::new))
                .toString();
        return new Invitation("PUT", URI.create(url), headers, until);
    }

    @Override
    public Optional<byte[]> received(UploadId id, int most) {
        try {
            Blob blob = storage.get(place(id));
            return blob == null || blob.getSize() == null || blob.getSize() > most
                    ? Optional.empty()
                    : Optional.of(storage.readAllBytes(blob.getBlobId()));
        } catch (StorageException e) {
            throw GcsAssets.failed("the upload " + id + " cannot be read", e);
        }
    }

    @Override
    public void discard(UploadId id) {
        try {
            storage.delete(place(id));
        } catch (StorageException e) {
            throw GcsAssets.failed("the upload " + id + " cannot be deleted", e);
        }
    }

    private BlobId place(UploadId id) {
        return BlobId.of(bucket, FOLDER + id);
    }
}
