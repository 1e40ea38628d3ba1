package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.pubsub.Topology;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `infrastructure/pubsub/topology.json`, which Terraform reads, is what the services' handlers need.
class PubSubTopologyTest {
    private static final Path FILE = Path.of("..", "..", "infrastructure", "pubsub", "topology.json");
    private static final String ANEW = "./mvnw -pl qa/architecture -am test -Dtest=PubSubTopologyTest -Dtopology.write"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

    private final List<EventHandler> handlers = WiredHandlers.all();

    @Test
    void theCommittedFileIsWhatTheHandlersNeed() throws Exception {
        var printer = new DefaultPrettyPrinter()
                .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        String wanted = new ObjectMapper()
                        .writer(printer)
                        .writeValueAsString(Topology.of(handlers).json())
                + "\n";
        if (System.getProperty("topology.write") != null) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, wanted);
        }
        assertThat(FILE).as("make it by: %s", ANEW).exists();
        assertThat(Files.readString(FILE))
                .as("it is stale; make it anew by: %s", ANEW)
                .isEqualTo(wanted);
    }

    @Test
    void noHandlerIsForgotten() {
        var known =
                handlers.stream().map(handler -> handler.getClass().getName()).collect(Collectors.toSet());
        var all = StoreClasses.all().stream()
                .filter(type -> type.isAssignableTo(EventHandler.class) && !type.isInterface())
                .map(JavaClass::getName)
                .filter(name -> !name.contains(".testkit."))
                .collect(Collectors.toSet());
        assertThat(known).isEqualTo(all);
    }
}
