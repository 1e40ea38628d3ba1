package ai.jiga.store.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.gateway.Addresses.Route;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final Addresses ADDRESSES = new Addresses(List.of(
            new Route("/", "GET"),
            new Route("/agents", "GET"),
            new Route("/agents/", "POST"),
            new Route("/agents/{id}", "GET"),
            new Route("/agents/{id}", "DELETE"),
            new Route("/agents/create-variant", "POST"),
            new Route("/agents/{id}/config", "PUT"),
            new Route("/agents/system/image/{size}", "GET"),
            new Route("/ws/:id", "GET")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                      | /                           | GET, HEAD, OPTIONS
            /agents                | /agents                     | GET, HEAD, OPTIONS, POST
            /agents/               | /agents                     | GET, HEAD, OPTIONS, POST
            /agents/a1             | /agents/{id}                | DELETE, GET, HEAD, OPTIONS
            /agents/a1/config      | /agents/{id}/config         | OPTIONS, PUT
            /ws/s1                 | /ws/{id}                    | GET, HEAD, OPTIONS
            /agents/create-variant | /agents/create-variant      | OPTIONS, POST
            /agents/system/image/s | /agents/system/image/{size} | GET, HEAD, OPTIONS
            /agents/system/config  | /agents/{id}/config         | OPTIONS, PUT
            """)
    void theMostLiteralTemplateThatFitsSaysWhatIsTaken(String path, String template, String methods) {
        Addresses.Address address = Objects.requireNonNull(ADDRESSES.at(path));

        assertThat(address.template()).isEqualTo(template);
        assertThat(address.list()).isEqualTo(methods);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/agents/a1/b", "/agents//config", "/ws", "/agents/a1/config/more"})
    void elsewhereIsNothing(String path) {
        assertThat(ADDRESSES.at(path)).isNull();
    }

    @Test
    void theStoreAsAWholeKnowsSevenMethods() {
        assertThat(Addresses.ALL).hasSize(7).contains("PATCH", "OPTIONS");
    }
}
