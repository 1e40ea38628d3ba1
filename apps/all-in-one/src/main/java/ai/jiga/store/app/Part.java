package ai.jiga.store.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A part of a store, as `doctor` shows it: what it is and which setting chose it. No secret is among it.
///
/// @param file where it lies, or null
/// @param service `host:port` where it listens, or null
@JsonInclude(JsonInclude.Include.NON_NULL)
record Part(
        String name,
        String engine,
        String chosenBy,
        @Nullable String file,
        @Nullable String service) {
    private static final int PATIENCE_MILLIS = 2_000;

    static Part here(String name, String engine, String chosenBy) {
        return new Part(name, engine, chosenBy, null, null);
    }

    static Part inFile(String name, String engine, String chosenBy, Path file) {
        return new Part(name, engine, chosenBy, file.toString(), null);
    }

    static Part elsewhere(String name, String engine, String chosenBy, String service) {
        return new Part(name, engine, chosenBy, null, service);
    }

    /// Whether it is there now. Asking changes nothing.
    ///
    /// @return such as `reachable`, or why it is not; empty of what lies in the process
    String state() {
        if (service != null) {
            return reached(service);
        }
        if (file != null) {
            return Files.exists(Path.of(file)) ? "found" : "new: made at the first start";
        }
        return "";
    }

    /// Whether somebody listens there: what it answers is for the start to find out.
    private static String reached(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        String host = hostAndPort.substring(0, colon);
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(host, Integer.parseInt(hostAndPort.substring(colon + 1))), PATIENCE_MILLIS);
            return "reachable";
        } catch (IOException e) {
            return "NOT reachable: " + hostAndPort + " (" + e.getMessage() + ")";
        }
    }
}
