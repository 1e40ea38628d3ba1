package ai.jiga.store.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.e2e.StoreProcess.Ended;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The smallest client, which people run on the JDK that they happen to have.
class TalkTest {
    private static final Path TALK = Path.of("../../docs/guides/Talk.java");

    @Test
    void itNeedsNoNewerJdkThanItSays(@TempDir Path classes) throws Exception {
        var said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("--release", "11", "-d", classes.toString()),
                            null,
                            files.getJavaFileObjects(TALK))
                    .call();

            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    @Test
    void withoutAnAddressItSaysWhatItNeeds() throws Exception {
        Ended ended = StoreProcess.run(new ProcessBuilder(StoreProcess.java(), TALK.toString()));

        assertThat(ended.exitCode()).isOne();
        assertThat(ended.said()).startsWith("talk: Say where");
    }
}
