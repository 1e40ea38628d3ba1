package ai.jiga.store.web;

import ai.jiga.store.assets.AssetStore;
import ai.jiga.store.contracts.json.PictureUrls;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;

/// Gives the store's own pictures their addresses on the wire, where the process knows them.
@Singleton
public class PictureJson implements ObjectMapperCustomizer {
    private final Instance<AssetStore> assets;

    public PictureJson(Instance<AssetStore> assets) {
        this.assets = assets;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        if (assets.isResolvable()) {
            PictureUrls.reachedAt(mapper, assets.get().base().toString());
        }
    }
}
