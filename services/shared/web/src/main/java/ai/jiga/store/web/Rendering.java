package ai.jiga.store.web;

import ai.jiga.store.kernel.RejectedException;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// Turns a resource's JSON answer into bytes: picked fields, `ETag` and 304, `Cache-Control`, gzip from 1024
/// bytes.
@Singleton
public class Rendering {
    private static final int GZIP_FROM = 1024;
    private static final String GZIP_SUFFIX = "-gzip";

    private final ObjectMapper mapper;
    private final ObjectMapper withNulls;
    private final InstantSource clock;

    public Rendering(ObjectMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.withNulls = mapper.copy();
        withNulls.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new NothingLeftOut(), mapper.getSerializationConfig().getAnnotationIntrospector()));
        withNulls.setSerializationInclusion(JsonInclude.Include.ALWAYS);
        this.clock = clock;
    }

    /// What an answer leaves out when it is empty is no unknown field when somebody asks for it.
    private static final class NothingLeftOut extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonInclude.Value findPropertyInclusion(Annotated member) {
            return JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS);
        }
    }

    @ServerResponseFilter(priority = 100)
    public void render(
            ContainerRequestContext request, ContainerResponseContext response, @Nullable ResourceInfo resource) {
        Object entity = response.getEntity();
        MediaType type = response.getMediaType() == null ? declared(resource) : response.getMediaType();
        if (entity == null
                || entity instanceof byte[]
                || type == null
                || !type.getSubtype().endsWith("json")) {
            return;
        }
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type);
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String fields = request.getUriInfo().getQueryParameters().getFirst("fields");
        byte[] body;
        try {
            body = read && fields != null && response.getStatus() == 200
                    ? mapper.writeValueAsBytes(FieldSelection.parse(fields).pick(tree(entity)))
                    : mapper.writeValueAsBytes(entity);
        } catch (RejectedException e) {
            refuse(e, request, response);
            return;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        if (read && response.getStatus() == 200) {
            Cached cached = resource == null || resource.getResourceMethod() == null
                    ? null
                    : resource.getResourceMethod().getAnnotation(Cached.class);
            boolean forEverybody = !(entity instanceof SeenByFew few) || few.isForEverybody();
            // What the resource says of this one answer holds.
            response.getHeaders()
                    .putIfAbsent(
                            HttpHeaders.CACHE_CONTROL,
                            List.of(
                                    cached != null && forEverybody
                                            ? "public, max-age=" + cached.value()
                                            : "private, no-cache"));
            if (entity instanceof SeenByFew) {
                response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
            }
            // Of all that is shown: what is shown changes without the version, by the clock or by what stands beside
            // it. Whoever saw only some fields may edit what they saw.
            String tag =
                    entity instanceof Versioned versioned ? tagOf(versioned.version()) + "." + hash(body) : hash(body);
            // The same tag with 304 as with 200 (RFC 9110, 15.4.5).
            String suffix = isZipped(request, body) ? GZIP_SUFFIX : "";
            response.getHeaders().putSingle(HttpHeaders.ETAG, '"' + tag + suffix + '"');
            if (matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
                response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
                response.setStatus(304);
                response.setEntity(null);
                return;
            }
            zip(request, response, body);
        } else {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            zip(request, response, body);
        }
    }

    /// What a resource that builds its response itself declares: the framework only chooses the type after
    /// the filters.
    private static @Nullable MediaType declared(@Nullable ResourceInfo resource) {
        if (resource == null || resource.getResourceMethod() == null) {
            return null;
        }
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        if (produces == null) {
            produces = resource.getResourceClass().getAnnotation(Produces.class);
        }
        return produces == null || produces.value().length != 1 ? null : MediaType.valueOf(produces.value()[0]);
    }

    private JsonNode tree(Object entity) {
        return withNulls.valueToTree(entity);
    }

    private void refuse(RejectedException e, ContainerRequestContext request, ContainerResponseContext response) {
        String requestId = request.getProperty(RequestIds.MDC_KEY) instanceof String id ? id : null;
        String path = request.getUriInfo().getRequestUri().getPath();
        response.setStatus(e.rejection().code().status());
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            response.setEntity(
                    mapper.writeValueAsBytes(Problem.of(e.rejection(), path, requestId, clock.instant())),
                    null,
                    MediaType.valueOf(Problem.MEDIA_TYPE));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isZipped(ContainerRequestContext request, byte[] body) {
        return body.length >= GZIP_FROM
                && ContentCodings.acceptGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /// Sets the body, compressed when that is wanted and worth it.
    private static void zip(ContainerRequestContext request, ContainerResponseContext response, byte[] body) {
        boolean zipped = isZipped(request, body);
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (zipped) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setEntity(zipped ? gzip(body) : body, null, response.getMediaType());
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream(body.length / 2);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// How a tag begins that a PUT or PATCH with `If-Match` can be checked by.
    static String tagOf(long version) {
        return "v" + version;
    }

    /// Whether a tag is that of one of these versions.
    static boolean isTagOf(String tag, long first, long last) {
        if (!tag.matches("v\\d{1,18}(\\..*)?")) {
            return false;
        }
        int end = tag.indexOf('.');
        long version = Long.parseLong(tag.substring(1, end < 0 ? tag.length() : end));
        return version >= first && version <= last;
    }

    private static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(Rendering::opaque)
                        .anyMatch(t -> t.equals(tag) || t.equals("*"));
    }

    /// The text of an entity tag, without quotes, weakness and the mark of the compressed form.
    static String opaque(String tag) {
        String text = tag.strip();
        if (text.startsWith("W/")) {
            text = text.substring(2);
        }
        text = text.replace("\"", "");
        return text.endsWith(GZIP_SUFFIX) ? text.substring(0, text.length() - GZIP_SUFFIX.length()) : text;
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
