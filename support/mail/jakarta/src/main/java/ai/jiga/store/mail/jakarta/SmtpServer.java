package ai.jiga.store.mail.jakarta;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where letters are handed in.
///
/// @param protocol `smtps`: TLS from the first byte; `smtp`: TLS is begun by STARTTLS
/// @param user null: the server asks for nobody
public record SmtpServer(
        String protocol,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {
    private static final int MOST_PORTS = 65_535;
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_BY_TLS = 465;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// @param text such as `smtps://user:password@mail.example:465`; what is special in user or password is
    /// percent-encoded
    /// @throws IllegalArgumentException without the text, which may hold a password
    public static SmtpServer parse(String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        String scheme = url.getScheme();
        String host = url.getHost();
        boolean nothingElse = (url.getRawPath() == null || url.getRawPath().matches("/?"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        if (scheme == null || !scheme.matches("smtps?") || host == null || !nothingElse) {
            throw malformed();
        }
        if (url.getPort() == 0 || url.getPort() > MOST_PORTS) {
            throw malformed();
        }
        int usual = scheme.equals("smtps") ? SUBMISSION_BY_TLS : SUBMISSION;
        String login = url.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        if (login != null && colon < 1) {
            throw malformed();
        }
        return new SmtpServer(
                scheme,
                host,
                url.getPort() < 0 ? usual : url.getPort(),
                login == null ? null : decoded(login.substring(0, colon)),
                login == null ? null : decoded(login.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("not an address such as smtps://user:password@mail.example:465");
    }

    /// Nothing but a server on this machine is spoken to without TLS.
    boolean needsTls() {
        return !THIS_MACHINE.contains(host);
    }

    /// Without what is secret.
    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }
}
