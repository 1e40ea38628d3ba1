package ai.jiga.store.gateway.netty;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import java.util.List;

/// How long the body of a request is (RFC 9112, 6.3): one statement, or none. Where two statements could be
/// read, two readers may read two of them, and what one takes for a body is to the other the next request.
sealed interface Framing {
    /// There is none.
    record NoBody() implements Framing {}

    record Length(long bytes) implements Framing {}

    record Chunked() implements Framing {}

    /// No body of the store's is as long, by far.
    int MOST_DIGITS = 15;

    /// @param lengths the values of `Content-Length`
    /// @param codings the values of `Transfer-Encoding`
    /// @throws ai.jiga.store.kernel.RejectedException MALFORMED_REQUEST, BODY_TOO_LARGE or NOT_IMPLEMENTED
    static Framing of(List<String> lengths, List<String> codings, boolean http10) {
        if (!codings.isEmpty()) {
            if (!lengths.isEmpty()) {
                throw Malformed.because("has a Content-Length and a Transfer-Encoding");
            }
            if (http10) {
                throw Malformed.because("has a Transfer-Encoding in HTTP/1.0");
            }
            return chunked(codings);
        }
        if (lengths.isEmpty()) {
            return new NoBody();
        }
        if (lengths.size() > 1) {
            throw Malformed.because("has more than one Content-Length");
        }
        return length(lengths.getFirst());
    }

    private static Framing chunked(List<String> codings) {
        if (codings.size() == 1 && codings.getFirst().equalsIgnoreCase("chunked")) {
            return new Chunked();
        }
        String[] all = String.join(",", codings).split(",", -1);
        boolean last = all[all.length - 1].strip().equalsIgnoreCase("chunked");
        for (int i = 0; i < all.length - 1; i++) {
            last &= Field.isToken(all[i].strip()) && !all[i].strip().equalsIgnoreCase("chunked");
        }
        if (last) {
            throw Rejection.of(
                            ErrorCode.NOT_IMPLEMENTED,
                            "The store knows no Transfer-Encoding but chunked. Send the body as it is.")
                    .asException();
        }
        throw Malformed.because("has a Transfer-Encoding that does not end with one 'chunked'");
    }

    private static Framing length(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                throw Malformed.because("has a Content-Length that is not a whole number");
            }
        }
        if (text.isEmpty()) {
            throw Malformed.because("has an empty Content-Length");
        }
        if (text.length() > MOST_DIGITS) {
            throw Rejection.of(ErrorCode.BODY_TOO_LARGE, "A body has at most 1 MiB, an image 5 MiB.")
                    .asException();
        }
        return new Length(Long.parseLong(text));
    }
}
