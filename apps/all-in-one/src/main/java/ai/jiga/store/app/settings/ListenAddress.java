package ai.jiga.store.app.settings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Locale;
import java.util.Optional;

/// Where the process listens.
///
/// @param host a name or number of this machine
/// @param port 1 to 65535
public record ListenAddress(String host, int port) {
    private static final int PRIVILEGED = 1_024;

    /// Why nobody can listen there now. Asked before anything is written; who takes the port in the moment
    /// between asking and listening is found by the one who listens, in the same words.
    public Optional<String> trouble() {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return Optional.of("JIGA Store cannot listen on '" + host + "': this is no address of this machine. Mend"
                    + " JIGA_HOST, or unset it for 127.0.0.1.");
        }
        try (var socket = new ServerSocket()) {
            // As the server itself does: what a closed connection left behind keeps nobody away.
            socket.setReuseAddress(true);
            socket.bind(address);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(inWords(e));
        }
    }

    /// What kept somebody from listening here, for the operator.
    public String inWords(Throwable fault) {
        String why = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        if (why.contains("assign")) {
            return "JIGA Store cannot listen on '" + host + "': this is no address of this machine. Mend JIGA_HOST, or"
                    + " unset it for 127.0.0.1.";
        }
        if (why.contains("denied")) {
            return "JIGA Store may not listen on port " + port + (port < PRIVILEGED ? ", which is the system's" : "")
                    + ". Choose another one with JIGA_PORT or ./jiga up --port.";
        }
        return "JIGA Store cannot listen on port " + port + " of " + host + ": another program does, perhaps another"
                + " store. Stop it, or choose another port with JIGA_PORT or ./jiga up --port.";
    }
}
