package ai.jiga.store.gateway.netty;

import ai.jiga.store.gateway.AddressText;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a request asks for (RFC 9112, 3.2), as everybody below reads it: a path and a query of nothing but
/// the characters of RFC 3986. What browsers and curl send raw in a query, and every server takes, is
/// encoded: UTF-8 and the visible characters that the URI syntax leaves out. In a path they stay an error,
/// since what is a separator there decides who answers.
///
/// @param text `/path?query`, or `*`
/// @param authority `host:port` of a target in absolute form, which then counts instead of `Host`
record RequestTarget(String text, @Nullable String authority) {
    private static final String UNRESERVED_AND_DELIMITERS = "-._~!$&'()*+,;=:@/";
    private static final Pattern ABSOLUTE = Pattern.compile("(?i:https?)://([^/?#]*)(.*)");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /// @param raw as it came, each character a byte
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST
    static RequestTarget parse(String method, String raw) {
        if (raw.equals("*")) {
            if (!method.equals("OPTIONS")) {
                throw Malformed.because("asks for '*' by another method than OPTIONS");
            }
            return new RequestTarget("*", null);
        }
        if (raw.startsWith("/")) {
            return new RequestTarget(encoded(raw), null);
        }
        var absolute = ABSOLUTE.matcher(raw);
        if (!absolute.matches()) {
            throw Malformed.because("asks for something that is neither a path nor an http address");
        }
        String authority = absolute.group(1);
        if (!HostField.isValid(authority)) {
            throw Malformed.because("asks for an address whose host is none");
        }
        String rest = absolute.group(2);
        return new RequestTarget(encoded(rest.startsWith("/") ? rest : "/" + rest), authority);
    }

    /// The path without its query.
    String path() {
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    private static String encoded(String raw) {
        int query = raw.indexOf('?');
        var text = new StringBuilder(raw.length() + 16);
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean inQuery = query >= 0 && i > query;
            if (isOfUris(c) || c == '%' || i == query || inQuery && c == '?') {
                text.append(c);
            } else if (inQuery && c != '#' && c > ' ') {
                HEX.toHexDigits(text.append('%'), (byte) c);
            } else {
                throw AddressText.invalid("has a character that must be percent-encoded");
            }
        }
        String encoded = text.toString();
        AddressText.check(encoded);
        return encoded;
    }

    private static boolean isOfUris(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || UNRESERVED_AND_DELIMITERS.indexOf(c) >= 0;
    }
}
