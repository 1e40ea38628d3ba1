package ai.jiga.store.marketplace.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.marketplace.model.Availability.Hours;
import ai.jiga.store.marketplace.model.Availability.Schedule;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private static final LocalTime SIX_PM = LocalTime.of(18, 0);

    @Test
    void alwaysIsAlways() {
        var now = Instant.parse("2026-06-01T03:00:00Z");
        assertThat(Availability.ALWAYS.at(now)).isTrue();
        assertThat(Availability.ALWAYS.opensAfter(now)).isEmpty();
    }

    @Test
    void hoursAreReadOnTheClockOfTheZone() {
        var evenings = every("America/New_York", SIX_PM, LocalTime.of(22, 0));

        assertThat(evenings.at(Instant.parse("2026-06-01T21:59:59Z"))).isFalse();
        assertThat(evenings.at(Instant.parse("2026-06-01T22:00:00Z"))).isTrue();
        assertThat(evenings.at(Instant.parse("2026-06-02T02:00:00Z"))).isFalse();
        // Winter time: an hour later in UTC.
        assertThat(evenings.opensAfter(Instant.parse("2026-12-01T22:30:00Z")))
                .contains(Instant.parse("2026-12-01T23:00:00Z"));
    }

    @Test
    void hoursMayLastIntoTheNextDay() {
        var nights = every("UTC", LocalTime.of(22, 0), LocalTime.of(2, 0));

        assertThat(nights.at(Instant.parse("2026-06-02T01:59:00Z"))).isTrue();
        assertThat(nights.at(Instant.parse("2026-06-02T02:00:00Z"))).isFalse();
        assertThat(nights.at(Instant.parse("2026-06-02T23:00:00Z"))).isTrue();
    }

    @Test
    void onlyTheNamedDaysCount() {
        // The first of June 2026 is a Monday.
        var sundays = new Availability(
                Schedule.SCHEDULED, List.of(new Hours(Set.of(DayOfWeek.SUNDAY), SIX_PM, LocalTime.of(20, 0))), "UTC");

        assertThat(sundays.at(Instant.parse("2026-06-01T19:00:00Z"))).isFalse();
        assertThat(sundays.opensAfter(Instant.parse("2026-06-01T19:00:00Z")))
                .contains(Instant.parse("2026-06-07T18:00:00Z"));
        assertThat(sundays.opensAfter(Instant.parse("2026-06-07T20:00:00Z")))
                .contains(Instant.parse("2026-06-14T18:00:00Z"));
    }

    private static Availability every(String zone, LocalTime from, LocalTime to) {
        return new Availability(Schedule.SCHEDULED, List.of(new Hours(Set.of(), from, to)), zone);
    }
}
