package ai.jiga.store.gateway;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.web.Problem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers with a problem where no resource is involved: refusals of the edge, and what the router cannot
/// place.
public final class EdgeProblems {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeProblems.class);

    private final ObjectMapper mapper;
    private final InstantSource clock;

    EdgeProblems(ObjectMapper mapper, InstantSource clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /// Ends the request. What is left of its body is read and dropped, so that the client gets to read the
    /// answer.
    void answer(RoutingContext context, Rejection rejection) {
        HttpServerResponse response = context.response();
        if (response.headWritten() || response.ended()) {
            context.request().connection().close();
            return;
        }
        String requestId = RequestIdentity.of(context);
        EdgeHeaders.guard(response.headers(), false);
        response.setStatusCode(rejection.code().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (rejection.extra().get("retryAfterSeconds") instanceof Number seconds) {
            response.putHeader("Retry-After", seconds.toString());
        }
        Leftovers.drop(context);
        response.end(Buffer.buffer(json(Problem.of(rejection, path(context), requestId, clock.instant()))));
    }

    /// For the router: what failed before or beside a resource.
    void failure(RoutingContext context) {
        if (context.failure() instanceof RejectedException refused) {
            answer(context, refused.rejection());
            return;
        }
        // The router says 404 of an address that does not begin with a slash, which is none.
        int status = context.statusCode() == 404 && !path(context).startsWith("/") ? 400 : context.statusCode();
        if (status >= 500 || status < 400) {
            LOG.error("{} {} failed", context.request().method(), path(context), context.failure());
        }
        answer(context, ofStatus(status));
    }

    /// What a status says, where nothing else does.
    public static Rejection ofStatus(int status) {
        return switch (status) {
            case 401 -> Rejection.of(ErrorCode.UNAUTHORIZED, "Sign in first.");
            case 403 -> Rejection.of(ErrorCode.FORBIDDEN, "This is not for you.");
            case 404 -> nothingHere();
            case 405 -> Rejection.of(ErrorCode.METHOD_NOT_ALLOWED, "This address does not take this method.");
            case 406 -> Rejection.of(ErrorCode.NOT_ACCEPTABLE, "This address does not answer in that form.");
            case 408 -> Rejection.of(ErrorCode.REQUEST_TIMEOUT, "The request did not come in time. Send it again.");
            case 413 -> BodyLimit.tooLarge(BodyLimit.JSON);
            case 415 -> Rejection.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "This form of body is not taken here.");
            case 503 -> Rejection.of(ErrorCode.UNAVAILABLE, "The store cannot do this right now. Try again.");
            default ->
                status >= 400 && status < 500
                        ? Rejection.of(ErrorCode.MALFORMED_REQUEST, "The request could not be understood.")
                        : Rejection.of(
                                ErrorCode.INTERNAL,
                                "Something went wrong on our side. If it happens again, tell us the requestId of this"
                                        + " answer.");
        };
    }

    static Rejection nothingHere() {
        return Rejection.of(ErrorCode.NOT_FOUND, "There is nothing at this address. The API is described at /docs.");
    }

    private static String path(RoutingContext context) {
        String path = context.request().path();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private byte[] json(Problem problem) {
        try {
            return mapper.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
