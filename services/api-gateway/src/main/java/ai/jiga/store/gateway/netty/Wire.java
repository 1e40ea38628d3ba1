package ai.jiga.store.gateway.netty;

import ai.jiga.store.gateway.EdgeHeaders;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.ClientAddresses;
import ai.jiga.store.web.Problem;
import ai.jiga.store.web.RequestIds;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all connections share: how the wire answers by itself, and how long it waits.
///
/// Thread-safe.
final class Wire {
    private final EdgeHeaders headers;
    private final ClientAddresses addresses;
    private final ObjectMapper mapper;
    private final InstantSource clock;
    private final WireLimits limits;
    private final HalfHeads halfHeads;
    private volatile DateText date = new DateText(Long.MIN_VALUE, "");

    private record DateText(long second, String text) {}

    Wire(EdgeHeaders headers, ClientAddresses addresses, ObjectMapper mapper, InstantSource clock, WireLimits limits) {
        this.headers = headers;
        this.addresses = addresses;
        this.mapper = mapper;
        this.clock = clock;
        this.limits = limits;
        this.halfHeads = new HalfHeads(limits.halfHeads());
    }

    WireLimits limits() {
        return limits;
    }

    HalfHeads halfHeads() {
        return halfHeads;
    }

    /// Who sent a request, as far as it was read.
    record Sender(@Nullable String origin, @Nullable String requestId, boolean byTls) {}

    Sender sender(RequestHead head, Channel channel) {
        boolean tls = hasTls(channel)
                || channel.remoteAddress() instanceof InetSocketAddress peer
                        && peer.getAddress() != null
                        && addresses.cameByTls(
                                peer.getAddress().getHostAddress(),
                                head.values("X-Forwarded-Proto"),
                                head.values("Forwarded"));
        return new Sender(head.value("Origin"), head.value(RequestIds.HEADER), tls);
    }

    /// Of a head that is no good: what stands in its lines all the same.
    Sender sender(List<String> lines, Channel channel) {
        String origin = null;
        String requestId = null;
        for (String line : lines) {
            if (HeadScan.isField(line, "Origin")) {
                origin = line.substring("Origin:".length()).strip();
            } else if (HeadScan.isField(line, RequestIds.HEADER)) {
                requestId = line.substring(RequestIds.HEADER.length() + 1).strip();
            }
        }
        return new Sender(origin, requestId, hasTls(channel));
    }

    private static boolean hasTls(Channel channel) {
        return channel.pipeline().get(SslHandler.class) != null;
    }

    /// An answer of the wire's own, after which nothing more is read.
    FullHttpResponse problem(Rejection rejection, Sender sender, String path) {
        String requestId = RequestIds.wellFormedOrNew(sender.requestId());
        HeadersMultiMap fields = HeadersMultiMap.httpHeaders();
        byte[] body = problem(rejection, sender, path, requestId, fields);
        fields.set((CharSequence) HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(rejection.code().status()),
                Unpooled.wrappedBuffer(body),
                fields,
                EmptyHttpHeaders.INSTANCE);
    }

    /// Puts the headers of a problem into an answer.
    ///
    /// @return its body
    byte[] problem(Rejection rejection, Sender sender, String path, String requestId, MultiMap fields) {
        byte[] body =
                json(Problem.of(rejection, path, requestId, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        fields.set(RequestIds.HEADER, requestId)
                .set(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE)
                .set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        headers.complete(fields, sender.origin(), sender.byTls());
        return body;
    }

    /// Of an answer without a body to `OPTIONS *`.
    void complete(MultiMap fields, Sender sender) {
        fields.set(RequestIds.HEADER, RequestIds.wellFormedOrNew(sender.requestId()));
        headers.complete(fields, sender.origin(), sender.byTls());
    }

    /// RFC 9110, 6.6.1: every answer has one.
    void date(HttpHeaders fields) {
        if (fields.contains(HttpHeaderNames.DATE)) {
            return;
        }
        Instant now = clock.instant();
        DateText known = date;
        if (known.second() != now.getEpochSecond()) {
            known = new DateText(now.getEpochSecond(), DateFormatter.format(Date.from(now)));
            date = known;
        }
        fields.set(HttpHeaderNames.DATE, known.text());
    }

    private byte[] json(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
