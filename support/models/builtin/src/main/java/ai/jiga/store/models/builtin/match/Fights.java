package ai.jiga.store.models.builtin.match;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The player's own kills and deaths.
///
/// @param streak kills since the last death
/// @param drought deaths since the last kill
/// @param recent the last eight fights, oldest first
public record Fights(
        int kills,
        int deaths,
        int assists,
        int headshots,
        int streak,
        int drought,
        Tally killWeapons,
        Tally killZones,
        Tally deathZones,
        Tally deathWeapons,
        Tally killers,
        List<Fight> recent) {

    private static final int KEPT = 8;

    public static final Fights NONE =
            new Fights(0, 0, 0, 0, 0, 0, Tally.EMPTY, Tally.EMPTY, Tally.EMPTY, Tally.EMPTY, Tally.EMPTY, List.of());

    public Fights {
        recent = List.copyOf(recent);
    }

    /// One fight that ended.
    ///
    /// @param at when, in milliseconds since the epoch
    public record Fight(boolean won, String zone, String weapon, long at) {}

    public Fights kill(Signal signal) {
        EventData data = signal.data();
        boolean headshot = Boolean.TRUE.equals(data.flag("headshot"));
        return new Fights(
                kills + 1,
                deaths,
                assists,
                headshots + (headshot ? 1 : 0),
                streak + 1,
                0,
                killWeapons.plus(data.text("weapon")),
                killZones.plus(data.text("zone")),
                deathZones,
                deathWeapons,
                killers,
                with(signal, true));
    }

    public Fights death(Signal signal) {
        EventData data = signal.data();
        return new Fights(
                kills,
                deaths + 1,
                assists,
                headshots,
                0,
                drought + 1,
                killWeapons,
                killZones,
                deathZones.plus(data.text("zone")),
                deathWeapons.plus(data.text("weapon")),
                killers.plus(data.text("by")),
                with(signal, false));
    }

    public Fights assist() {
        return new Fights(
                kills,
                deaths,
                assists + 1,
                headshots,
                streak,
                drought,
                killWeapons,
                killZones,
                deathZones,
                deathWeapons,
                killers,
                recent);
    }

    public boolean none() {
        return kills == 0 && deaths == 0 && assists == 0;
    }

    /// How many of the last fights were won.
    public int recentWins() {
        return (int) recent.stream().filter(Fight::won).count();
    }

    /// Kills in the last so many milliseconds before a moment.
    public int killsWithin(long millis, long now) {
        return (int) recent.stream()
                .filter(fight -> fight.won() && now - fight.at() <= millis)
                .count();
    }

    /// Where the last two deaths were, if both were at one place; else null.
    public @Nullable String repeatedDeathZone() {
        List<String> zones = recent.stream()
                .filter(fight -> !fight.won() && !fight.zone().isEmpty())
                .map(Fight::zone)
                .toList();
        if (zones.size() < 2) {
            return null;
        }
        String last = zones.getLast();
        return zones.get(zones.size() - 2).equals(last) ? last : null;
    }

    private List<Fight> with(Signal signal, boolean won) {
        List<Fight> next = new ArrayList<>(recent);
        next.add(new Fight(won, signal.data().textOrEmpty("zone"), signal.data().textOrEmpty("weapon"), signal.at()));
        return next.size() > KEPT ? next.subList(next.size() - KEPT, next.size()) : next;
    }
}
