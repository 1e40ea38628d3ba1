package ai.jiga.store.assets.gcs;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.assets.AssetName;
import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.assets.testkit.AssetStoreContract;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.contrib.nio.testing.LocalStorageHelper;
import java.net.URI;
import org.junit.jupiter.api.Test;

class GcsAssetsTest extends AssetStoreContract {
    private static final AssetName NAME = new AssetName("ab".repeat(32), 512);

    private final Storage fake = LocalStorageHelper.customOptions(false).getService();

    @Override
    protected AssetStore store() {
        return new GcsAssets(fake, "jiga-test", URI.create("https://store.example/assets/"));
    }

    @Test
    void theObjectSaysWhatItIsAndThatItNeverChanges() {
        store().put(NAME, new byte[] {1});

        Blob blob = fake.get("jiga-test", "assets/" + NAME);
        assertThat(blob.getContentType()).isEqualTo("image/webp");
        assertThat(blob.getCacheControl()).isEqualTo("public, max-age=31536000, immutable");
    }
}
