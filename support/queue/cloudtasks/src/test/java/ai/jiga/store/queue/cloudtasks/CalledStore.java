package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.documents.DocumentStore;
import ai.jiga.store.queue.engine.BackOff;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A store that the stub can call, as an app would offer it: the endpoint goes to the queue that was opened last.
final class CalledStore implements AutoCloseable {
    static final String ACCOUNT = "tasks@jiga-store.iam.gserviceaccount.com";

    private final CloudTasksStub stub = new CloudTasksStub();
    private final AtomicReference<@Nullable CloudTasks> queue = new AtomicReference<>();
    private final HttpServer server;

    CalledStore() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/tasks/", this::called);
        server.start();
    }

    CloudTasksStub stub() {
        return stub;
    }

    URI target() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    CloudTaskOptions options() {
        CloudTaskOptions usual = CloudTaskOptions.of("jiga-store", "europe-west1", "tasks", target(), ACCOUNT);
        return new CloudTaskOptions(
                usual.project(),
                usual.location(),
                usual.queue(),
                usual.target(),
                usual.serviceAccount(),
                Optional.of(stub.endpoint()),
                stub.keys(),
                usual.creations(),
                new BackOff(Duration.ofMillis(1), Duration.ofMillis(10)),
                usual.sweep(),
                usual.shutdown(),
                false);
    }

    CloudTasks open(DocumentStore store, InstantSource clock) {
        var tasks = new CloudTasks(store, clock, options());
        queue.set(tasks);
        return tasks;
    }

    /// What the sweep and the vendor would do by now.
    void runDue(CloudTasks tasks, InstantSource clock) {
        tasks.sweep();
        while (tasks.isSetting()) {
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
        stub.callWhatIsDue(clock);
    }

    private void called(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] steps = exchange.getRequestURI().getPath().split("/", 4);
            CloudTasks tasks = queue.get();
            int status = tasks == null
                    ? 503
                    : tasks.calls()
                            .handle(
                                    steps[2],
                                    steps[3],
                                    exchange.getRequestHeaders().getFirst("Authorization"))
                            .status();
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        stub.close();
    }
}
