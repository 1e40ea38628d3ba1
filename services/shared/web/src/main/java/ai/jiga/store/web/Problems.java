package ai.jiga.store.web;

import ai.jiga.store.documents.ContentionException;
import ai.jiga.store.documents.StoreUnavailableException;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import ai.jiga.store.kernel.Rejection;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns whatever ends a request early into a problem. What a stranger learns of a fault is its request id:
/// class names, SQL and paths stay in the log.
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final InstantSource clock;

    public Problems(InstantSource clock) {
        this.clock = clock;
    }

    @ServerExceptionMapper
    public Response refused(RejectedException e, ContainerRequestContext request) {
        return respond(e.rejection(), request);
    }

    @ServerExceptionMapper
    public Response contention(ContentionException e, ContainerRequestContext request) {
        return respond(
                Rejection.of(
                        ErrorCode.CONTENTION, "Too many requests changed the same thing. Nothing was done; try again."),
                request);
    }

    @ServerExceptionMapper
    public Response storeUnavailable(StoreUnavailableException e, ContainerRequestContext request) {
        LOG.error("{} {}: {}", request.getMethod(), request.getUriInfo().getPath(), e.getMessage());
        return respond(
                Rejection.of(
                        ErrorCode.UNAVAILABLE,
                        "The store cannot reach its documents right now. What you asked for may or may not have been"
                                + " done: send it again with the same Idempotency-Key, and it is done once."),
                request);
    }

    // The second by name, too: Quarkus maps it itself otherwise, being nearer to what is thrown.
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response json(JsonProcessingException e, ContainerRequestContext request) {
        return respond(UnreadableJson.rejection(e), request);
    }

    @ServerExceptionMapper
    public Response jaxRs(WebApplicationException e, ContainerRequestContext request) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return respond(UnreadableJson.rejection(json), request);
            }
        }
        int status = e.getResponse().getStatus();
        return switch (status) {
            case 404 ->
                respond(
                        Rejection.of(
                                ErrorCode.NOT_FOUND,
                                e instanceof NotFoundException
                                        ? "There is nothing at this address. The API is described at /docs."
                                        : "Not found."),
                        request);
            case 405 -> {
                Response refused = respond(
                        Rejection.of(
                                ErrorCode.METHOD_NOT_ALLOWED,
                                "This address does not take " + request.getMethod() + "."),
                        request);
                String allowed = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
                yield allowed == null
                        ? refused
                        : Response.fromResponse(refused)
                                .header(HttpHeaders.ALLOW, allowed)
                                .build();
            }
            case 406 ->
                respond(Rejection.of(ErrorCode.NOT_ACCEPTABLE, "This address answers with application/json."), request);
            case 413 -> respond(Rejection.of(ErrorCode.BODY_TOO_LARGE, "A body has at most 1 MiB."), request);
            case 415 ->
                respond(
                        Rejection.of(
                                ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as 'Content-Type: application/json'."),
                        request);
            default -> {
                if (status >= 500) {
                    yield fault(e, request);
                }
                yield respond(
                        Rejection.of(ErrorCode.MALFORMED_REQUEST, "The request could not be understood."), request);
            }
        };
    }

    @ServerExceptionMapper
    public Response fault(Throwable e, ContainerRequestContext request) {
        LOG.error("{} {} failed", request.getMethod(), request.getUriInfo().getPath(), e);
        return respond(
                Rejection.of(
                        ErrorCode.INTERNAL,
                        "Something went wrong on our side. If it happens again, tell us the requestId of this answer."),
                request);
    }

    private Response respond(Rejection rejection, ContainerRequestContext request) {
        return response(rejection, request, idOf(request), clock.instant()).build();
    }

    private static @Nullable String idOf(ContainerRequestContext request) {
        return request.getProperty(RequestIds.MDC_KEY) instanceof String id ? id : null;
    }

    /// Also of a request without `Host` (HTTP/1.0), which has no whole address.
    private static String pathOf(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return path.startsWith("/") ? path : "/" + path;
    }

    private static Response.ResponseBuilder response(
            Rejection rejection, ContainerRequestContext request, @Nullable String requestId, Instant at) {
        var problem = Problem.of(rejection, pathOf(request), requestId, at);
        var response = Response.status(rejection.code().status())
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .entity(problem);
        if (rejection.code().status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (rejection.extra().get("retryAfterSeconds") instanceof Number seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds);
        } else if (rejection.code().status() == 503) {
            response.header(HttpHeaders.RETRY_AFTER, 1);
        }
        return response;
    }
}
