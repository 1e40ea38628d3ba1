package ai.jiga.store.gateway.operations;

import ai.jiga.store.queue.DeadLetters;
import ai.jiga.store.testing.TestProcess;
import ai.jiga.store.web.Cursors;
import ai.jiga.store.wiring.Foundation;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The engines of the toy process, as far as operators' work needs them.
@Singleton
public class OperationsToys {
    private final TestProcess process = TestProcess.with();

    @Produces
    @Singleton
    Foundation foundation() {
        return process.foundation();
    }

    @Produces
    @Singleton
    DeadLetters deadLetters() {
        return process.queue();
    }

    @Produces
    @Singleton
    Cursors cursors() {
        return new Cursors(new byte[16]);
    }

    @PreDestroy
    void close() {
        process.close();
    }
}
