package ai.jiga.store.app;

import ai.jiga.store.assets.folder.FolderAssets;
import ai.jiga.store.documents.sqlite.Besides;
import java.util.List;

/// What lies in the data folder beside the documents.
final class DataFiles {
    /// The keys of encrypted fields.
    static final String FIELDS_KEY = "fields.key";

    /// Signs addresses that end after a quarter of an hour: nothing is lost with it.
    static final String UPLOADS_KEY = "uploads.key";

    static final String CURSORS_KEY = "cursors.key";
    static final String SIGNING_KEYS = "signing-keys.json";

    static final String PICTURES = "assets";

    /// A restored store needs the keys for the receipts it signed, and for the tokens and cursors that
    /// clients hold; and the pictures because documents name them.
    static final Besides BESIDES =
            new Besides(List.of(SIGNING_KEYS, CURSORS_KEY), List.of(new Besides.Tree(PICTURES, FolderAssets::holds)));

    private DataFiles() {}
}
