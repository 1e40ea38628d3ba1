package ai.jiga.store.live.firebase;

import com.google.auth.oauth2.GoogleCredentials;
import java.io.IOException;
import java.util.List;

/// Who asks the database.
interface Bearer {
    /// A token that is good now. May wait for Google.
    ///
    /// @throws IOException when there is none to be had
    String token() throws IOException;

    /// The emulator's owner, who may everything.
    static Bearer ofEmulator() {
        return () -> "owner";
    }

    /// The service account of this machine (Application Default Credentials), looked up when it is first
    /// needed.
    static Bearer ofServiceAccount() {
        return new Bearer() {
            private final List<String> scopes = List.of(
                    "https://www.googleapis.com/auth/userinfo.email",
                    "https://www.googleapis.com/auth/firebase.database");
            private @org.jspecify.annotations.Nullable GoogleCredentials credentials;

            @Override
            public synchronized String token() throws IOException {
                GoogleCredentials mine = credentials;
                if (mine == null) {
                    mine = GoogleCredentials.getApplicationDefault().createScoped(scopes);
                    credentials = mine;
                }
                mine.refreshIfExpired();
                return mine.getAccessToken().getTokenValue();
            }
        };
    }
}
