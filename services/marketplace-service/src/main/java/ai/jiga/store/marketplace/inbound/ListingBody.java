package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.ListingContent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What clients write of a listing.
public final class ListingBody {
    private static final String DAY = "(?i)monday|tuesday|wednesday|thursday|friday|saturday|sunday";
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";
    private static final long MOST_DOF = 1_000_000_000_000L;

    private ListingBody() {}

    public record Publish(@NotNull @Valid @Nullable Listing listing) {}

    public record Listing(
            @NotBlank @Size(max = ListingContent.MAX_TITLE) String title,

            @NotNull @Size(max = ListingContent.MAX_DESCRIPTION)
            String description,

            @Size(max = ListingContent.MAX_TAGS) @Nullable
            List<@NotBlank @Size(max = ListingContent.MAX_TAG) String> tags,

            @NotEmpty @Size(max = ListingContent.MAX_CATEGORIES)
            List<@NotBlank @Size(max = 50) String> category,

            @Size(max = ListingContent.MAX_GAMES) @Nullable
            List<@NotBlank @Size(max = ListingContent.MAX_GAME) String> games,

            @NotNull @Valid Pricing pricing,
            @Valid @Nullable Hours availability) {
        ListingContent content() {
            return new ListingContent(
                    title,
                    description,
                    tags == null ? List.of() : tags,
                    category,
                    games == null ? List.of() : games,
                    pricing.rate(),
                    availability == null ? Availability.ALWAYS : availability.availability("listing.availability"));
        }
    }

    /// Null stays as it is.
    public record Patch(
            @Size(min = 1, max = ListingContent.MAX_TITLE) @Pattern(regexp = "(?s).*\\S.*") @Nullable
            String title,

            @Size(max = ListingContent.MAX_DESCRIPTION) @Nullable
            String description,

            @Size(max = ListingContent.MAX_TAGS) @Nullable
            List<@NotBlank @Size(max = ListingContent.MAX_TAG) String> tags,

            @Size(min = 1, max = ListingContent.MAX_CATEGORIES) @Nullable
            List<@NotBlank @Size(max = 50) String> category,

            @Size(max = ListingContent.MAX_GAMES) @Nullable
            List<@NotBlank @Size(max = ListingContent.MAX_GAME) String> games,

            @Valid @Nullable Pricing pricing,
            @Valid @Nullable Hours availability,

            @Pattern(regexp = "active|paused", message = "is active or paused") @Nullable
            String status) {
        ListingChanges changes() {
            return new ListingChanges(
                    title,
                    description,
                    tags,
                    category,
                    games,
                    pricing == null ? null : pricing.rate(),
                    availability == null ? null : availability.availability("availability"),
                    status == null ? null : status.equals("paused"));
        }
    }

    /// @param baseRate DOF per active hour
    public record Pricing(
            @NotNull @Min(1) @Max(MOST_DOF) @Nullable Long baseRate) {
        Dof rate() {
            return Dof.of(Objects.requireNonNull(baseRate));
        }
    }

    /// @param hours when it is scheduled
    /// @param timezone a name of the IANA time zone database; UTC when absent
    public record Hours(
            @NotNull @Pattern(regexp = "always|scheduled", message = "is always or scheduled")
            String schedule,

            @Size(max = Availability.MAX_HOURS) @Nullable List<@NotNull @Valid Span> hours,

            @Size(max = 60) @Nullable String timezone) {
        Availability availability(String field) {
            if (schedule.equals("always")) {
                return Availability.ALWAYS;
            }
            var errors = new ArrayList<Rejection.FieldError>();
            if (hours == null || hours.isEmpty()) {
                errors.add(new Rejection.FieldError(field + ".hours", "is needed for a schedule"));
            }
            String zone = timezone == null ? "UTC" : timezone;
            if (!isZone(zone)) {
                errors.add(new Rejection.FieldError(
                        field + ".timezone", "is a name of the IANA time zone database, such as Europe/Berlin"));
            }
            if (hours == null || !errors.isEmpty()) {
                throw Rejection.ofFields(
                                ErrorCode.VALIDATION_FAILED,
                                "The hours are not as they should be: see 'errors'.",
                                errors)
                        .asException();
            }
            return new Availability(
                    Availability.Schedule.SCHEDULED,
                    hours.stream().map(Span::hours).toList(),
                    zone);
        }

        private static boolean isZone(String name) {
            try {
                ZoneId.of(name);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    /// @param days `monday` to `sunday`; every day when absent
    /// @param from `18:00`
    /// @param to not after `from` means on the next day
    public record Span(
            @Size(max = 7) @Nullable
            List<@NotNull @Pattern(regexp = DAY, message = "is a day of the week") String> days,

            @NotNull @Pattern(regexp = TIME, message = "is a time of day such as 18:00")
            String from,

            @NotNull @Pattern(regexp = TIME, message = "is a time of day such as 18:00")
            String to) {
        Availability.Hours hours() {
            return new Availability.Hours(
                    (days == null ? List.<String>of() : days)
                            .stream()
                                    .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                                    .collect(Collectors.toSet()),
                    LocalTime.parse(from),
                    LocalTime.parse(to));
        }
    }
}
