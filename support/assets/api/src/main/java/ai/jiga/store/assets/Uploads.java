package ai.jiga.store.assets;

import java.time.Instant;
import java.util.Optional;

/// Takes what clients upload past the store's own API, at an address that is signed for one upload and soon
/// ends. What was uploaded is nobody's to see until the store has judged it, and is gone once it was.
///
/// Every method throws [java.io.UncheckedIOException] when the storage fails.
public interface Uploads {
    /// Invites one upload, of exactly that length and type. Nothing is written for it.
    ///
    /// @param length in bytes, at least 1
    /// @param contentType what the client says it is; nobody believes it
    /// @param until when the address ends, in whole seconds
    Invitation invite(UploadId id, long length, String contentType, Instant until);

    /// What was uploaded; empty when nothing was, or more than `most` bytes.
    Optional<byte[]> received(UploadId id, int most);

    /// Throws away what was uploaded, if anything was.
    void discard(UploadId id);
}
