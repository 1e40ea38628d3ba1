package ai.jiga.store.gateway.netty;

import io.netty.util.NetUtil;

/// The `host[:port]` of RFC 9110, 7.2. An empty one is refused too: it names nobody (4.2.1).
final class HostField {
    private static final int LONGEST = 255;
    private static final int MOST_PORTS = 65_535;
    private static final String NAME_MARKS = "-._~%!$&'()*+,;=";

    private HostField() {}

    static boolean isValid(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        int hostEnd = end < 0 ? text.length() : end;
        if (hostEnd == 0 || hostEnd > LONGEST) {
            return false;
        }
        boolean host = text.startsWith("[")
                ? NetUtil.isValidIpV6Address(text.substring(1, hostEnd - 1)) && text.indexOf('%') < 0
                : isName(text, hostEnd);
        return host && (hostEnd == text.length() || isPort(text, hostEnd));
    }

    private static boolean isName(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean fits =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || NAME_MARKS.indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(String text, int colon) {
        if (text.charAt(colon) != ':' || text.length() - colon > 6) {
            return false;
        }
        int port = 0;
        for (int i = colon + 1; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            port = 10 * port + digit;
        }
        return port <= MOST_PORTS;
    }
}
