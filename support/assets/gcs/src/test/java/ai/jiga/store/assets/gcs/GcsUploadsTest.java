package ai.jiga.store.assets.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.jiga.store.assets.Invitation;
import ai.jiga.store.assets.UploadId;
import ai.jiga.store.assets.Uploads;
import ai.jiga.store.assets.testkit.UploadsContract;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.SignUrlOption;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.contrib.nio.testing.LocalStorageHelper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GcsUploadsTest extends UploadsContract {
    private static final String ACCOUNT = "uploads@jiga-test.iam.gserviceaccount.com";
    private static final KeyPair KEYS = keys();

    private final Storage fake = LocalStorageHelper.customOptions(false).getService();

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ServiceAccountCredentials account() {
        return ServiceAccountCredentials.newBuilder()
                .setClientEmail(ACCOUNT)
                .setPrivateKey(KEYS.getPrivate())
                .setProjectId("jiga-test")
                .build();
    }

    /// The fake keeps objects and signs nothing; Google's client signs without asking anybody.
    private Storage storage() {
        Storage signing = StorageOptions.newBuilder()
                .setProjectId("jiga-test")
                .setCredentials(account())
                .setClock(new com.google.api.core.ApiClock() {
                    @Override
                    public long nanoTime() {
                        return millisTime() * 1_000_000;
                    }

                    @Override
                    public long millisTime() {
                        return NOW.toEpochMilli();
                    }
                })
                .build()
                .getService();
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    try {
                        return method.invoke(method.getName().equals("signUrl") ? signing : fake, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNullElse(e.getCause(), e);
                    }
                });
    }

    @Override
    protected Uploads uploads() {
        return new GcsUploads(storage(), "jiga-test", InstantSource.fixed(NOW), SignUrlOption.signWith(account()));
    }

    /// The service would take the signed request; the fake knows none.
    @Override
    protected void upload(Invitation invitation, UploadId id, byte[] content) {
        fake.create(BlobInfo.newBuilder("jiga-test", "uploads/" + id).build(), content);
    }

    private static Map<String, String> query(Invitation invitation) {
        return Arrays.stream(invitation.url().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Test
    void anAddressIsForOneObjectALengthATypeAndATime() {
        Invitation invitation = uploads().invite(ID, 12_345, TYPE, LATER);

        assertThat(invitation.url().getHost()).isEqualTo("storage.googleapis.com");
        assertThat(invitation.url().getPath()).isEqualTo("/jiga-test/uploads/" + ID);
        assertThat(invitation.headers())
                .isEqualTo(Map.of(
                        "Content-Type", TYPE,
                        "x-goog-content-length-range", "12345,12345",
                        "x-goog-if-generation-match", "0"));
        assertThat(query(invitation))
                .containsEntry("X-Goog-Algorithm", "GOOG4-RSA-SHA256")
                .containsEntry("X-Goog-Date", "20260601T120000Z")
                .containsEntry("X-Goog-Expires", "900")
                .containsEntry("X-Goog-Credential", ACCOUNT + "/20260601/auto/storage/goog4_request")
                .containsEntry(
                        "X-Goog-SignedHeaders",
                        "content-type;host;x-goog-content-length-range;x-goog-if-generation-match");
    }

    /// The canonical request, written a second time from Google's description of V4 signatures.
    @Test
    void theSignatureCoversAllOfIt() throws GeneralSecurityException {
        Invitation invitation = uploads().invite(ID, 12_345, TYPE, LATER);
        String query = Arrays.stream(invitation.url().getRawQuery().split("&"))
                .filter(pair -> !pair.startsWith("X-Goog-Signature="))
                .sorted()
                .collect(Collectors.joining("&"));
        String request = "PUT\n/jiga-test/uploads/" + ID + "\n" + query + "\ncontent-type:" + TYPE
                + "\nhost:storage.googleapis.com\nx-goog-content-length-range:12345,12345"
                + "\nx-goog-if-generation-match:0\n"
                + "\ncontent-type;host;x-goog-content-length-range;x-goog-if-generation-match\nUNSIGNED-PAYLOAD";
        String toSign = "GOOG4-RSA-SHA256\n20260601T120000Z\n20260601/auto/storage/goog4_request\n"
                + HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8)));
        Signature verification = Signature.getInstance("SHA256withRSA");
        verification.initVerify(KEYS.getPublic());
        verification.update(toSign.getBytes(StandardCharsets.UTF_8));

        assertThat(verification.verify(HexFormat.of()
                        .parseHex(Objects.requireNonNull(query(invitation).get("X-Goog-Signature")))))
                .isTrue();
    }

    @Test
    void anUploadHasAtLeastOneByte() {
        assertThatIllegalArgumentException().isThrownBy(() -> uploads().invite(ID, 0, TYPE, LATER));
    }
}
