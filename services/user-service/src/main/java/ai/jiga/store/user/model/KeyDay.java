package ai.jiga.store.user.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// What a key was used for on one day, UTC.
///
/// @param day such as `2026-11-29`
/// @param requests how many came with it
/// @param dofSpent what sessions, variants and transfers in its name cost, counted when they were paid
public record KeyDay(String day, long requests, long dofSpent, Instant expiresAt) {
    private static final Duration KEPT = Duration.ofDays(400);

    public static String of(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    public static KeyDay begun(Instant at) {
        return new KeyDay(of(at), 0, 0, at.plus(KEPT));
    }
}
