package ai.jiga.store.gateway.netty;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A head that says one thing to whoever reads it: the rules of RFC 9110 and RFC 9112 where they say MUST,
/// and where they let the reader choose, the strict choice.
///
/// @param method as it was sent; `HEAD` is handed on as `GET`, see [#bytes]
/// @param fields without those that have no effect here
record RequestHead(String method, RequestTarget target, String version, List<Field> fields, Framing framing) {
    private static final String HTTP_11 = "HTTP/1.1";
    private static final String HTTP_10 = "HTTP/1.0";
    /// TRACE and QUERY are known and taken nowhere, which an address says itself: 405 and what it takes (RFC
    /// 9110, 15.5.6).
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

    static final String ALL_METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT";

    /// Fields that are said once: of two, one proxy takes the first and another the last.
    private static final List<String> SINGLE = List.of(
            HttpHeaderNames.AUTHORIZATION.toString(),
            HttpHeaderNames.CONTENT_TYPE.toString(),
            HttpHeaderNames.ORIGIN.toString());

    /// @param lines without their ends; the first is the request line
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST, BODY_TOO_LARGE, NOT_IMPLEMENTED or
    /// VERSION_NOT_SUPPORTED
    static RequestHead parse(List<String> lines) {
        String line = lines.getFirst();
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        String version = line.substring(second + 1);
        if (first < 0 || second < 0 || !isVersion(version) || !Field.isToken(line.substring(0, first))) {
            throw Malformed.because("does not begin with a method, an address and 'HTTP/1.1', one space between them");
        }
        String method = line.substring(0, first);
        String address = line.substring(first + 1, second);
        if (!version.equals(HTTP_11) && !version.equals(HTTP_10)) {
            throw Rejection.of(ErrorCode.VERSION_NOT_SUPPORTED, "The store speaks HTTP/1.1 and HTTP/1.0.")
                    .asException();
        }
        if (!METHODS.contains(method)) {
            throw Rejection.of(
                            ErrorCode.NOT_IMPLEMENTED,
                            "No address of the store takes this method. It knows GET, HEAD, POST, PUT, PATCH, DELETE and"
                                    + " OPTIONS.")
                    .asException();
        }
        var fields = new ArrayList<Field>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            fields.add(Field.parse(lines.get(i)));
        }
        RequestTarget target = RequestTarget.parse(method, address);
        boolean http10 = version.equals(HTTP_10);
        checkHost(values(fields, HttpHeaderNames.HOST.toString()), http10);
        for (String single : SINGLE) {
            if (values(fields, single).size() > 1) {
                throw Malformed.because("says a header twice that is said once, such as Authorization or Content-Type");
            }
        }
        Framing framing = Framing.of(
                values(fields, HttpHeaderNames.CONTENT_LENGTH.toString()),
                values(fields, HttpHeaderNames.TRANSFER_ENCODING.toString()),
                http10);
        return new RequestHead(method, target, version, effective(fields, method, target, http10), framing);
    }

    private static boolean isVersion(String text) {
        return text.length() == HTTP_11.length()
                && text.startsWith("HTTP/")
                && text.charAt(6) == '.'
                && Character.digit(text.charAt(5), 10) >= 0
                && Character.digit(text.charAt(7), 10) >= 0;
    }

    private static void checkHost(List<String> hosts, boolean http10) {
        if (hosts.size() > 1) {
            throw Malformed.because("has more than one Host");
        }
        if (hosts.isEmpty() && !http10) {
            throw Malformed.because("has no Host");
        }
        if (!hosts.isEmpty() && !HostField.isValid(hosts.getFirst())) {
            throw Malformed.because("has a Host that is not a name or an address with a port or without");
        }
    }

    /// RFC 9112, 3.2.2: a host in the target counts instead of the field. RFC 9110, 10.1.1: nobody waits for
    /// a 100 in HTTP/1.0. And a connection is upgraded by GET alone.
    private static List<Field> effective(List<Field> all, String method, RequestTarget target, boolean http10) {
        String authority = target.authority();
        boolean upgrades = method.equals("GET") && !http10;
        var fields = new ArrayList<Field>(all.size());
        for (Field field : all) {
            if (authority != null && field.is("host")
                    || http10 && field.is("expect")
                    || !upgrades && field.is("upgrade")) {
                continue;
            }
            fields.add(field);
        }
        if (authority != null) {
            fields.add(new Field("Host", authority));
        }
        return fields;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /// Whether the client may be waiting for a word before it sends the body.
    boolean expectsContinue() {
        return !(framing instanceof Framing.NoBody)
                && values(fields, "expect").stream().anyMatch("100-continue"::equalsIgnoreCase);
    }

    /// The first value of a field.
    @Nullable
    String value(String name) {
        for (Field field : fields) {
            if (field.is(name)) {
                return field.value();
            }
        }
        return null;
    }

    List<String> values(String name) {
        return values(fields, name);
    }

    /// Written anew, so that nobody below can read anything else. HEAD is a GET whose answer loses its body
    /// on the way out, so that no door can give it other headers, or forget it.
    byte[] bytes() {
        var text = new StringBuilder(512)
                .append(isHead() ? "GET" : method)
                .append(' ')
                .append(target.text())
                .append(' ')
                .append(version)
                .append("\r\n");
        for (Field field : fields) {
            text.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static List<String> values(List<Field> fields, String name) {
        List<String> values = List.of();
        for (Field field : fields) {
            if (field.is(name)) {
                values = values.isEmpty() ? new ArrayList<>(2) : values;
                values.add(field.value());
            }
        }
        return values;
    }
}
