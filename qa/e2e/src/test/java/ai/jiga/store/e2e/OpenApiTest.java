package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningStore.class)
class OpenApiTest {
    private static final Path COMMITTED = Path.of("../../docs/api/openapi.yaml");
    private static final String RENEW =
            "docs/api/openapi.yaml is not what the store serves. If the change is meant, renew it and say so in the"
                    + " changelog: ./mvnw -pl qa/e2e test -Dtest=OpenApiTest -Dopenapi.write";

    @Test
    void theCommittedDescriptionIsTheOneThatIsServed(Client anybody) throws IOException {
        Client.Answer served = anybody.get(anybody.url("/openapi"), "Accept", "application/yaml");
        assertThat(served.status()).isEqualTo(200);
        String now = served.content();

        if (System.getProperty("openapi.write") != null) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, now);
        }

        assertThat(COMMITTED).as(RENEW).exists();
        assertThat(Files.readString(COMMITTED)).as(RENEW).isEqualTo(now);
    }
}
