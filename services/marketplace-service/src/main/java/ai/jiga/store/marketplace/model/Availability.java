package ai.jiga.store.marketplace.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When an agent may be hired.
///
/// @param hours when it is scheduled: at least one
/// @param timezone whose clock the hours are read on, a name of the IANA time zone database
public record Availability(
        Schedule schedule, List<Hours> hours, @Nullable String timezone) {
    public static final Availability ALWAYS = new Availability(Schedule.ALWAYS, List.of(), null);
    public static final int MAX_HOURS = 28;

    public Availability {
        hours = List.copyOf(hours);
        if (schedule == Schedule.SCHEDULED && (hours.isEmpty() || timezone == null)) {
            throw new IllegalArgumentException("a schedule needs hours and a time zone");
        }
    }

    public enum Schedule {
        @JsonProperty("always")
        ALWAYS,
        @JsonProperty("scheduled")
        SCHEDULED
    }

    /// @param days on which these hours begin; none means every day
    /// @param from included
    /// @param to not included; not after `from` means on the next day
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Hours {
            days = Set.copyOf(days);
        }

        private Optional<Span> on(LocalDate day, ZoneId zone) {
            if (!days.isEmpty() && !days.contains(day.getDayOfWeek())) {
                return Optional.empty();
            }
            ZonedDateTime start = day.atTime(from).atZone(zone);
            ZonedDateTime end =
                    (to.isAfter(from) ? day : day.plusDays(1)).atTime(to).atZone(zone);
            return Optional.of(new Span(start.toInstant(), end.toInstant()));
        }
    }

    private record Span(Instant start, Instant end) {
        boolean holds(Instant at) {
            return !at.isBefore(start) && at.isBefore(end);
        }
    }

    public boolean at(Instant time) {
        return schedule == Schedule.ALWAYS || spansAround(time).anyMatch(span -> span.holds(time));
    }

    /// When it opens next; empty while it is open.
    public Optional<Instant> opensAfter(Instant time) {
        return at(time)
                ? Optional.empty()
                : spansAround(time)
                        .map(Span::start)
                        .filter(start -> start.isAfter(time))
                        .min(Comparator.naturalOrder());
    }

    /// From yesterday's, which may last into today, to those a week ahead.
    private Stream<Span> spansAround(Instant time) {
        ZoneId zone = ZoneId.of(timezone == null ? "UTC" : timezone);
        LocalDate today = time.atZone(zone).toLocalDate();
        return LongStream.rangeClosed(-1, 8)
                .mapToObj(today::plusDays)
                .flatMap(day -> hours.stream().flatMap(h -> h.on(day, zone).stream()));
    }
}
