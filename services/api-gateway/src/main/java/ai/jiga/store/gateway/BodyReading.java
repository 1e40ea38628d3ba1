package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.UnreadBody;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Stands between the wire and whoever reads a body: counts its bytes, lets JSON pass only as well-formed Unicode, and
/// takes a body that breaks off for the client's fault, not for one of whoever reads it. What
/// cannot be read is told when the resource asks for it, so that a stranger's body is not judged at all.
@Provider
public class BodyReading implements ReaderInterceptor {
    private final UriInfo address;
    private final UnreadBody unread;

    public BodyReading(UriInfo address, UnreadBody unread) {
        this.address = address;
        this.unread = unread;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        MediaType type = context.getMediaType();
        int limit = BodyLimit.of(address.getPath(), type == null ? null : type.toString());
        var limited = new Limited(context.getInputStream(), limit);
        // Who takes a stream judges it, after having found out whether the caller may do this at all.
        boolean stream = context.getType() == InputStream.class;
        Optional<Rejection> packed = packed(context.getHeaders());
        if (packed.isPresent()) {
            RuntimeException refusal = packed.get().asException();
            if (!stream && unread.keep(refusal)) {
                return null;
            }
            throw refusal;
        }
        if (stream || type == null || !type.getSubtype().endsWith("json")) {
            context.setInputStream(limited);
            return context.proceed();
        }
        byte[] body = limited.readAllBytes();
        try {
            JsonText.check(body);
            context.setInputStream(new ByteArrayInputStream(body));
            return context.proceed();
        } catch (IOException | RuntimeException fault) {
            // Said when the resource asks for the body: first comes whether the caller may do this at all.
            if (unread.keep(fault)) {
                return null;
            }
            throw fault;
        }
    }

    /// Bodies are read as they come. Who packs one is told so, not that what came out of it is no JSON.
    private static Optional<Rejection> packed(MultivaluedMap<String, String> headers) {
        String coding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        return coding == null || coding.isBlank() || coding.strip().equalsIgnoreCase("identity")
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        "Bodies are read unpacked: send this one without 'Content-Encoding'."));
    }

    /// Throws when more than the limit is read.
    private static final class Limited extends FilterInputStream {
        private final int limit;
        private long read;

        Limited(InputStream in, int limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() {
            int next = arrived(super::read);
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int more = arrived(() -> super.read(into, from, length));
            count(Math.max(more, 0));
            return more;
        }

        private static int arrived(Reading wire) {
            try {
                return wire.read();
            } catch (IOException brokenOff) {
                throw Rejection.of(
                                ErrorCode.MALFORMED_REQUEST,
                                "The body did not arrive as a whole, and nothing was done with it. Send it again.")
                        .asException();
            }
        }

        private interface Reading {
            int read() throws IOException;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw BodyLimit.tooLarge(limit).asException();
            }
        }

        @Override
        public long skip(long n) throws IOException {
            return readNBytes((int) Math.min(n, 8192)).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
