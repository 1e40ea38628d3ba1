package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.Programs.Verdict;
import ai.jiga.store.emulators.testkit.Emulators;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What the store serves at `/openapi`, read by the recommended rules of others.
@ExtendWith(RunningStore.class)
class DescriptionTest {
    @Test
    void redoclyHasNothingToSay(Client anybody, @TempDir Path room) throws IOException {
        Verdict verdict = read(anybody, room, DescriptionLinters::redocly);
        assertThat(verdict.exitCode()).as(verdict.said()).isZero();
        assertThat(verdict.said()).doesNotContainPattern("You have \\d+ warning");
    }

    @Test
    void spectralHasNothingToSay(Client anybody, @TempDir Path room) throws IOException {
        Verdict verdict = read(anybody, room, DescriptionLinters::spectral);
        assertThat(verdict.exitCode()).as(verdict.said()).isZero();
    }

    @Test
    void everyOperationShowsWhatARequestMayLookLike(Client anybody) {
        var without = new ArrayList<String>();
        anybody.get(anybody.url("/openapi?format=json"))
                .is(200)
                .at("/paths")
                .forEach(path -> path.forEach(operation -> {
                    String name = operation.path("operationId").asText();
                    for (JsonNode parameter : operation.path("parameters")) {
                        // A cursor is sealed, and a page is an alternative to it.
                        if (!parameter.has("example")
                                && !Set.of("cursor", "page")
                                        .contains(parameter.path("name").asText())) {
                            without.add(name + " " + parameter.path("name").asText());
                        }
                    }
                    JsonNode body = operation.at("/requestBody/content/application~1json");
                    if (!body.isMissingNode() && !body.has("example")) {
                        without.add(name + "'s body");
                    }
                }));
        assertThat(without)
                .as(
                        "Give these one in services/api-gateway/src/main/resources/ai/jiga/store/gateway/contract/examples.json")
                .isEmpty();
    }

    @Test
    void everyParameterHasAType(Client anybody) {
        var without = new ArrayList<String>();
        anybody.get(anybody.url("/openapi?format=json"))
                .is(200)
                .at("/paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("parameters").forEach(parameter -> {
                            JsonNode schema = parameter.path("schema");
                            if (Stream.of("type", "$ref", "anyOf", "oneOf", "enum")
                                    .noneMatch(schema::has)) {
                                without.add(operation.path("operationId").asText() + " "
                                        + parameter.path("name").asText());
                            }
                        })));
        assertThat(without)
                .as("A pattern alone lets numbers through: give its @Schema a type")
                .isEmpty();
    }

    @Test
    void aTimeOfDayIsTextToEveryReader(Client anybody) {
        assertThat(anybody.get(anybody.url("/openapi"), "Accept", "application/yaml")
                        .is(200)
                        .content())
                .contains("from: \"18:00\"")
                .doesNotContainPattern("(?m): \\d+:\\d+$");
    }

    private static Verdict read(Client anybody, Path room, BiFunction<DescriptionLinters, Path, Verdict> linter)
            throws IOException {
        DescriptionLinters linters = Emulators.orSkipped(DescriptionLinters::installed);
        Client.Answer served = anybody.get(anybody.url("/openapi"), "Accept", "application/yaml");
        assertThat(served.status()).isEqualTo(200);
        return linter.apply(linters, Files.writeString(room.resolve("openapi.yaml"), served.content()));
    }
}
