package ai.jiga.store.gateway;

import ai.jiga.store.cache.Quota;
import ai.jiga.store.cache.RatePolicy;
import ai.jiga.store.kernel.Admission;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.security.TokenVerifier;
import ai.jiga.store.web.ClientAddresses;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Answers 429 to whoever is over the quota, and tells everybody how much is left, in `RateLimit` and
/// `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers-10: structured fields, `q` a quota for `w`
/// seconds, `r` what remains of it for the next `t` seconds).
///
/// Only a token that verifies makes a user: a made-up one counts for its sender's address, and so does
/// another issuer's until its first request is through, because this thread does not wait for keys.
final class RateLimiting implements Handler<RoutingContext> {
    /// An orchestrator that is told 429 would restart a store that is merely busy.
    private static final Set<String> EXEMPT = Set.of("/health", "/ready");
    private static final String BEARER = "bearer ";

    private final RateLimits limits;
    private final TokenVerifier tokens;
    private final ClientAddresses addresses;
    private final MetricsAccess metrics;
    private final Pages pages;
    private final EdgeProblems problems;

    /// What of the web app is no call of the API: a household shares an address.
    interface Pages {
        /// What costs no look at the documents is not counted.
        boolean isFree(RoutingContext context);

        /// Makes a page that is asked for too often one that costs none either.
        ///
        /// @return false for what is no page
        boolean isAbridged(RoutingContext context);
    }

    RateLimiting(
            RateLimits limits,
            TokenVerifier tokens,
            ClientAddresses addresses,
            MetricsAccess metrics,
            Pages pages,
            EdgeProblems problems) {
        this.limits = limits;
        this.tokens = tokens;
        this.addresses = addresses;
        this.metrics = metrics;
        this.pages = pages;
        this.problems = problems;
    }

    @Override
    public void handle(RoutingContext context) {
        if (EXEMPT.contains(context.normalizedPath())
                || isFile(context)
                || pages.isFree(context)
                || isMonitoring(context)) {
            context.next();
            return;
        }
        count(context).ifPresentOrElse(counting -> whenCounted(context, counting), context::next);
    }

    private Optional<CompletionStage<RateLimits.Counted>> count(RoutingContext context) {
        HttpServerRequest request = context.request();
        return isTask(context)
                ? limits.ofTaskCaller(addresses.of(request))
                : user(request).map(limits::ofUser).orElseGet(() -> limits.ofAddress(addresses.of(request)));
    }

    /// Within the process it is counted already; elsewhere the request waits, and its event loop does not.
    private void whenCounted(RoutingContext context, CompletionStage<RateLimits.Counted> counting) {
        CompletableFuture<RateLimits.Counted> counted = counting.toCompletableFuture();
        if (counted.isDone() && !counted.isCompletedExceptionally()) {
            goOn(context, counted.join());
            return;
        }
        Context eventLoop = Vertx.currentContext();
        context.request().pause();
        counted.whenComplete((count, failure) -> eventLoop.runOnContext(_ -> {
            context.request().resume();
            if (failure == null) {
                goOn(context, count);
            } else {
                context.fail(failure);
            }
        }));
    }

    private void goOn(RoutingContext context, RateLimits.Counted counted) {
        announce(context, counted.policy(), counted.quota());
        if (counted.quota().allowed() || pages.isAbridged(context)) {
            context.next();
        } else {
            problems.answer(context, tooMany(counted.policy(), counted.quota()));
        }
    }

    /// Who guesses the token is counted.
    private boolean isMonitoring(RoutingContext context) {
        return context.normalizedPath().equals(MetricsAccess.PATH) && metrics.allows(context.request());
    }

    /// A picture, or a file of the app: a page has many, each is fetched once, and none costs more than a file that is
    /// sent.
    private static boolean isFile(RoutingContext context) {
        String path = context.normalizedPath();
        return context.request().method() == HttpMethod.GET
                && (path.startsWith("/assets/") || path.startsWith("/app/"));
    }

    /// A call of Cloud Tasks, or of somebody who pretends to be: whose token it is, is seen later.
    private static boolean isTask(RoutingContext context) {
        return context.request().method() == HttpMethod.POST
                && context.normalizedPath().startsWith("/tasks/");
    }

    private static void announce(RoutingContext context, RatePolicy policy, Quota quota) {
        context.response()
                .putHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d".formatted(policy.name(), policy.perMinute(), RatePolicy.WINDOW.toSeconds()))
                .putHeader(
                        "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy.name(), quota.remaining(), quota.seconds()));
    }

    private static Rejection tooMany(RatePolicy policy, Quota quota) {
        return Rejection.of(
                        ErrorCode.RATE_LIMITED,
                        "These were more than " + policy.perMinute() + " requests in a minute. Go on in "
                                + quota.seconds() + " s.")
                .with("retryAfterSeconds", quota.seconds());
    }

    private Optional<String> user(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        return tokens.verifyAtOnce(header.substring(BEARER.length()).strip()).flatMap(RateLimiting::counted);
    }

    /// A key is counted by itself, beside its account; one that everybody can read, by where it comes from.
    private static Optional<String> counted(TokenVerifier.VerifiedToken token) {
        return token.admission() instanceof Admission.ByKey key
                ? key.publishable() ? Optional.empty() : Optional.of("key " + key.keyId())
                : Optional.of(token.subject());
    }
}
