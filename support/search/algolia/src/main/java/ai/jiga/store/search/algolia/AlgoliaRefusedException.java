package ai.jiga.store.search.algolia;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Algolia does not let this key do what the engine needs. Trying again does not help; the message says what to
/// set, without naming the key.
public final class AlgoliaRefusedException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    AlgoliaRefusedException(String applicationId, String doing, int status) {
        super(message(applicationId, doing, status), new IOException("Algolia answered " + status));
    }

    static String message(String applicationId, String doing, int status) {
        return "Algolia refused (" + status + ") " + doing + " in application " + applicationId
                + ": set ALGOLIA_API_KEY to a key of that application (ALGOLIA_APP_ID) that may do "
                + AlgoliaOptions.RIGHTS + " on the store's indexes";
    }
}
