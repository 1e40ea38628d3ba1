package ai.jiga.store.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;

/// Signs players up at Firebase Auth, as its SDKs do.
///
/// @param host `host:port` of the emulator
record FirebasePlayers(String host) {
    private static final String ACCOUNTS = "/identitytoolkit.googleapis.com/v1/accounts:";

    /// @param uid Firebase's own id
    record Player(String uid, String idToken, String email) {
        Person at(Client store) {
            return new Person(store.as(idToken), uid, email);
        }
    }

    Player signUp(String displayName) {
        return signUp(displayName, "f-" + UUID.randomUUID() + "@e2e.example");
    }

    Player signUp(String displayName, String email) {
        JsonNode answer = post(
                "signUp",
                Map.of(
                        "email",
                        email,
                        "password",
                        Person.PASSWORD,
                        "displayName",
                        displayName,
                        "returnSecureToken",
                        true));
        return new Player(
                answer.get("localId").textValue(), answer.get("idToken").textValue(), email);
    }

    private JsonNode post(String what, Map<String, Object> body) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://" + host + ACCOUNTS + what + "?key=any"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(Client.JSON.writeValueAsString(body)))
                    .build();
            return Client.JSON.readTree(
                    Client.HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError(what + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
