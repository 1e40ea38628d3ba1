package ai.jiga.store.user.model;

import ai.jiga.store.kernel.Change;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Outcome;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import ai.jiga.store.kernel.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a key shall be able to do, as somebody wrote it. What is null is left as it is.
///
/// @param origins such as `https://play.example`
/// @param addresses in CIDR notation
public record KeyWish(
        @Nullable List<Scope> scopes,
        @Nullable List<String> origins,
        @Nullable List<String> addresses,
        @Nullable Change<Instant> expiresAt,
        @Nullable Change<LimitsWish> budgets) {
    private static final int MOST_PLACES = 20;
    private static final Pattern OWN_PORT = Pattern.compile("^(https://[^:]+):443$|^(http://[^:]+):80$");
    private static final Pattern ORIGIN =
            Pattern.compile("https://[^/\\s*@]+|http://(localhost|127\\.0\\.0\\.1)(:[0-9]+)?");

    /// Refused with INVALID_API_KEY and everything that is wrong.
    ///
    /// @param isNetwork whether a text is an address or a network
    public Outcome<ApiKey.Power> onTop(
            ApiKey.Kind kind, ApiKey.@Nullable Power before, Predicate<String> isNetwork, Instant now) {
        var errors = new ArrayList<FieldError>();
        Set<Scope> granted = scopes == null ? before == null ? Set.of() : before.scopes() : new LinkedHashSet<>(scopes);
        List<String> from = lowered(origins == null ? before == null ? List.of() : before.origins() : origins);
        List<String> at = addresses == null ? before == null ? List.of() : before.networks() : addresses;
        Instant until = Change.of(expiresAt, before == null ? null : before.expiresAt());
        ApiKey.Limits limits = limits(before == null ? null : before.budget());
        if (kind == ApiKey.Kind.SECRET) {
            require(!granted.isEmpty(), errors, "scopes", "names at least one thing that the key is for");
            require(
                    from.isEmpty(),
                    errors,
                    "allowedOrigins",
                    "is for publishable keys: a secret one is never in a page");
        } else {
            require(
                    granted.isEmpty(),
                    errors,
                    "scopes",
                    "is for secret keys: a publishable one reads what everybody may");
            require(limits == null, errors, "budgets", "is for secret keys: a publishable one spends nothing");
        }
        require(from.size() <= MOST_PLACES, errors, "allowedOrigins", "has at most " + MOST_PLACES);
        require(
                from.stream().allMatch(origin -> ORIGIN.matcher(origin).matches()),
                errors,
                "allowedOrigins",
                "has origins such as https://play.example, or http://localhost:8080");
        require(at.size() <= MOST_PLACES, errors, "allowedAddresses", "has at most " + MOST_PLACES);
        require(
                at.stream().allMatch(isNetwork),
                errors,
                "allowedAddresses",
                "has addresses, or networks such as 203.0.113.0/24");
        require(expiresAt == null || until == null || until.isAfter(now), errors, "expiresAt", "lies in the future");
        return errors.isEmpty()
                ? Outcome.done(new ApiKey.Power(granted, from, at, until, limits))
                : Outcome.rejected(Rejection.ofFields(
                        ErrorCode.INVALID_API_KEY, "The key is not as keys are: see 'errors'.", errors));
    }

    private ApiKey.@Nullable Limits limits(ApiKey.@Nullable Limits before) {
        if (budgets == null) {
            return before;
        }
        LimitsWish wish = budgets.to();
        ApiKey.Limits after =
                wish == null ? ApiKey.Limits.NONE : wish.onTop(before == null ? ApiKey.Limits.NONE : before);
        return after.equals(ApiKey.Limits.NONE) ? null : after;
    }

    /// DOF: a limit that is left out stays as it is.
    public record LimitsWish(
            @Nullable Change<Long> day,
            @Nullable Change<Long> month,
            @Nullable Change<Long> total,
            @Nullable Change<Long> inFlight) {
        private ApiKey.Limits onTop(ApiKey.Limits before) {
            return new ApiKey.Limits(
                    Change.of(day, before.day()),
                    Change.of(month, before.month()),
                    Change.of(total, before.total()),
                    Change.of(inFlight, before.inFlight()));
        }
    }

    /// As browsers write them (RFC 6454, 6.2): in small letters, without the scheme's own port.
    private static List<String> lowered(List<String> origins) {
        return origins.stream()
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .map(origin -> OWN_PORT.matcher(origin).replaceFirst("$1$2"))
                .distinct()
                .toList();
    }

    private static void require(boolean kept, List<FieldError> errors, String field, String message) {
        if (!kept) {
            errors.add(new FieldError(field, message));
        }
    }
}
