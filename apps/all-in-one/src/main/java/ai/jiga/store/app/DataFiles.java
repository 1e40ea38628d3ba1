package ai.jiga.store.app;

import java.util.List;

/// What lies in the data folder beside the documents.
final class DataFiles {
    /// The keys of encrypted fields.
    static final String FIELDS_KEY = "fields.key";

    /// Signs addresses that end after a quarter of an hour: nothing is lost with it.
    static final String UPLOADS_KEY = "uploads.key";

    static final String CURSORS_KEY = "cursors.key";
    static final String SIGNING_KEYS = "signing-keys.json";

    /// A restored store needs them: for the receipts it signed, and for the tokens and cursors that clients hold.
    static final List<String> KEYS = List.of(SIGNING_KEYS, CURSORS_KEY);

    private DataFiles() {}
}
