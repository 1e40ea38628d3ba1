package ai.jiga.store.gateway.netty;

import ai.jiga.store.gateway.Gzip;
import ai.jiga.store.web.ContentCodings;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The form that answers have whoever makes them: JSON has no `charset` (RFC 8259, 11), and long text is
/// packed for who wants it.
final class AnswerForm {
    private AnswerForm() {}

    static HttpResponse of(HttpResponse answer, @Nullable RequestHead asked) {
        HttpHeaders headers = answer.headers();
        String type = headers.get(HttpHeaderNames.CONTENT_TYPE);
        if (type == null) {
            return answer;
        }
        String media = type.split(";", 2)[0].strip();
        if (media.endsWith("json") && !media.equals(type)) {
            headers.set(HttpHeaderNames.CONTENT_TYPE, media);
        }
        boolean longText = answer instanceof FullHttpResponse full
                && full.content().readableBytes() >= Gzip.FROM
                && isText(media.toLowerCase(Locale.ROOT))
                && !headers.contains(HttpHeaderNames.CONTENT_ENCODING)
                // Who made a tag has thought of what it stands for.
                && !headers.contains(HttpHeaderNames.ETAG);
        return longText ? packed((FullHttpResponse) answer, asked) : answer;
    }

    private static HttpResponse packed(FullHttpResponse answer, @Nullable RequestHead asked) {
        HttpHeaders headers = answer.headers();
        if (!headers.containsValue(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING, true)) {
            headers.add(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        }
        if (asked == null || !ContentCodings.acceptGzip(String.join(",", asked.values("Accept-Encoding")))) {
            return answer;
        }
        byte[] zipped = Gzip.of(ByteBufUtil.getBytes(answer.content()));
        headers.set(HttpHeaderNames.CONTENT_ENCODING, HttpHeaderValues.GZIP)
                .set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(zipped.length));
        ReferenceCountUtil.release(answer);
        return new DefaultFullHttpResponse(
                answer.protocolVersion(),
                answer.status(),
                Unpooled.wrappedBuffer(zipped),
                headers,
                EmptyHttpHeaders.INSTANCE);
    }

    /// The answer to HEAD: all that GET has, and no body. How one that comes in parts is cut is not said of
    /// none.
    static FullHttpResponse withoutBody(HttpResponse answer) {
        ReferenceCountUtil.release(answer);
        HttpHeaders headers = answer.headers();
        headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        return new DefaultFullHttpResponse(
                answer.protocolVersion(), answer.status(), Unpooled.EMPTY_BUFFER, headers, EmptyHttpHeaders.INSTANCE);
    }

    private static boolean isText(String media) {
        return media.startsWith("text/")
                || media.endsWith("json")
                || media.endsWith("yaml")
                || media.endsWith("xml")
                || media.endsWith("javascript")
                || media.equals("application/openmetrics-text");
    }
}
