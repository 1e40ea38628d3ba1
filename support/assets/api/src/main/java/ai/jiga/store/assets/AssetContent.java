package ai.jiga.store.assets;

import java.io.IOException;
import java.io.InputStream;

/// An asset that is being read.
///
/// @param length in bytes
public record AssetContent(long length, InputStream stream) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        stream.close();
    }
}
