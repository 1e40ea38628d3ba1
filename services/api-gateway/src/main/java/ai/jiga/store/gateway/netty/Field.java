package ai.jiga.store.gateway.netty;

/// One line of a head.
///
/// @param name as it was written, a token
/// @param value without the spaces around it, each character a byte
record Field(String name, String value) {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST
    static Field parse(String line) {
        int colon = line.indexOf(':');
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw Malformed.because("has a header that is folded over two lines");
        }
        if (colon < 0) {
            throw Malformed.because("has a header line without a colon");
        }
        String name = line.substring(0, colon);
        if (name.isEmpty()) {
            throw Malformed.because("has a header without a name");
        }
        if (!isToken(name)) {
            throw Malformed.because("has a header whose name holds a space or another character that no name has");
        }
        return new Field(name, strip(line, colon + 1));
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /// RFC 9110, 5.6.2.
    static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || TOKEN_MARKS.indexOf(c) >= 0;
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static String strip(String line, int from) {
        int begin = from;
        int end = line.length();
        while (begin < end && isSpace(line.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(begin, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
