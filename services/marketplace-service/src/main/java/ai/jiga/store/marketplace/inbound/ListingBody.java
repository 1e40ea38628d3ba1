package ai.jiga.store.marketplace.inbound;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.marketplace.model.Availability;
import ai.jiga.store.marketplace.model.ListingChanges;
import ai.jiga.store.marketplace.model.ListingContent;
import ai.jiga.store.text.Characters;
import ai.jiga.store.text.Line;
import ai.jiga.store.text.Paragraph;
import ai.jiga.store.text.Verbatim;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What clients write of a listing.
public final class ListingBody {
    private static final String DAY = "^([Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day$";
    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";
    private static final long MOST_DOF = 1_000_000_000_000L;

    private ListingBody() {}

    public record Publish(@NotNull @Valid @Nullable Listing listing) {}

    public record Listing(
            @NotNull @Characters(min = 1, max = ListingContent.MAX_TITLE) @Nullable
            Line title,

            @NotNull @Characters(max = ListingContent.MAX_DESCRIPTION) @Nullable
            Paragraph description,

            @Size(max = ListingContent.MAX_TAGS) @Nullable
            List<@NotNull @Characters(min = 1, max = ListingContent.MAX_TAG) Line> tags,

            @Verbatim @NotNull @Size(min = 1, max = ListingContent.MAX_CATEGORIES) @Nullable
            List<@NotBlank @Size(max = 50) String> category,

            @Size(max = ListingContent.MAX_GAMES) @Nullable
            List<@NotNull @Characters(min = 1, max = ListingContent.MAX_GAME) Line> games,

            @NotNull @Valid @Nullable Pricing pricing,
            @Valid @Nullable Hours availability) {
        ListingContent content() {
            return new ListingContent(
                    Objects.requireNonNull(title).text(),
                    Objects.requireNonNull(description).text(),
                    tags == null ? List.of() : texts(tags),
                    Objects.requireNonNull(category),
                    games == null ? List.of() : texts(games),
                    Objects.requireNonNull(pricing).rate(),
                    availability == null ? Availability.ALWAYS : availability.availability("listing.availability"));
        }
    }

    private static List<String> texts(List<Line> lines) {
        return lines.stream().map(Line::text).toList();
    }

    /// What is left out or null stays as it is.
    public record Patch(
            @Characters(min = 1, max = ListingContent.MAX_TITLE) @Nullable
            Line title,

            @Characters(max = ListingContent.MAX_DESCRIPTION) @Nullable
            Paragraph description,

            @Size(max = ListingContent.MAX_TAGS) @Nullable
            List<@NotNull @Characters(min = 1, max = ListingContent.MAX_TAG) Line> tags,

            @Verbatim @Size(min = 1, max = ListingContent.MAX_CATEGORIES) @Nullable
            List<@NotBlank @Size(max = 50) String> category,

            @Size(max = ListingContent.MAX_GAMES) @Nullable
            List<@NotNull @Characters(min = 1, max = ListingContent.MAX_GAME) Line> games,

            @Valid @Nullable Pricing pricing,
            @Valid @Nullable Hours availability,

            @Verbatim @Pattern(regexp = "^(active|paused)$", message = "is active or paused") @Nullable
            String status) {
        ListingChanges changes() {
            return new ListingChanges(
                    title == null ? null : title.text(),
                    description == null ? null : description.text(),
                    tags == null ? null : texts(tags),
                    category,
                    games == null ? null : texts(games),
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
            @NotNull @Verbatim @Pattern(regexp = "^(always|scheduled)$", message = "is always or scheduled")
            String schedule,

            @Size(max = Availability.MAX_HOURS) @Nullable List<@NotNull @Valid Span> hours,

            @Verbatim @Schema(format = "iana-time-zone") @Size(max = 60) @Nullable
            String timezone) {
        Availability availability(String field) {
            if (schedule.equals("always")) {
                return Availability.ALWAYS;
            }
            String zone = timezone == null ? "UTC" : timezone;
            if (!isZone(zone)) {
                throw refused(
                        ErrorCode.VALIDATION_FAILED,
                        field + ".timezone",
                        "is a name of the IANA time zone database, such as Europe/Berlin");
            }
            if (hours == null || hours.isEmpty()) {
                throw refused(ErrorCode.SCHEDULE_NEEDS_HOURS, field + ".hours", "is needed for a schedule");
            }
            return new Availability(
                    Availability.Schedule.SCHEDULED,
                    hours.stream().map(Span::hours).toList(),
                    zone);
        }

        private static RuntimeException refused(ErrorCode code, String field, String message) {
            return Rejection.ofFields(
                            code,
                            "The hours are not as they should be: see 'errors'.",
                            List.of(new Rejection.FieldError(field, message)))
                    .asException();
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
            @Verbatim @Size(max = 7) @Nullable
            List<@NotNull @Pattern(regexp = DAY, message = "is a day of the week") String> days,

            @Verbatim @NotNull @Pattern(regexp = TIME, message = "is a time of day such as 18:00")
            String from,

            @Verbatim @NotNull @Pattern(regexp = TIME, message = "is a time of day such as 18:00")
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
