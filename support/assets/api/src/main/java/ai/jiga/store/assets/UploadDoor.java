package ai.jiga.store.assets;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Where uploads arrive when it is this process that takes them.
public interface UploadDoor {
    /// That of an engine whose vendor takes the uploads: nobody was sent here.
    UploadDoor NONE = (pass, contentType, body) -> Entry.FORGED;

    /// Takes one upload. The body is read no further than the announced length and one byte.
    ///
    /// @param contentType as the request says
    Entry receive(Pass pass, @Nullable String contentType, InputStream body);

    /// What the signed address says of the upload.
    ///
    /// @param length in bytes
    /// @param until seconds since 1970
    /// @param signature over all the others, as it stands in the address
    record Pass(UploadId id, long length, String contentType, long until, String signature) {}

    /// How a client was let in, or why not.
    enum Entry {
        TAKEN,
        /// The address was not signed by this store, or was changed.
        FORGED,
        EXPIRED,
        /// An address is good for one upload.
        USED,
        /// Too many uploads wait to be claimed.
        FULL,
        /// The body is not as long as announced, or of another type.
        NOT_AS_ANNOUNCED
    }
}
