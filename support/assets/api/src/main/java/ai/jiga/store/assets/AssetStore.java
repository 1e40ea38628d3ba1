package ai.jiga.store.assets;

import java.net.URI;
import java.util.Optional;

/// Keeps public files. All methods may be called from any number of threads, and throw
/// [java.io.UncheckedIOException] when the storage fails.
public interface AssetStore {
    /// What a server may say of every asset: nobody needs to ask for it again.
    String CACHE_CONTROL = "public, max-age=31536000, immutable";

    /// Keeps the content, unless there is some under this name: that stays. Durable on return, and never
    /// seen in part.
    void put(AssetName name, byte[] content);

    /// Opens what is kept under the name, to be closed by the caller; empty when there is nothing.
    Optional<AssetContent> open(AssetName name);

    /// Where clients get assets: this, followed by a name.
    ///
    /// @return absolute, with a slash at the end
    URI base();
}
