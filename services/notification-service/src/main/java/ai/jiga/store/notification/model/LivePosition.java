package ai.jiga.store.notification.model;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far somebody has heard: an event's id as clients see it, `1780315200000-00000042`. Ids of one user
/// compare as text in the order of the events.
///
/// @param epoch of the log, in milliseconds; of somebody who heard nothing yet because there was none, when that was
/// @param number of the last event heard, or 0
public record LivePosition(long epoch, long number) {
    private static final Pattern FORM = Pattern.compile("(\\d{13})-(\\d{8,15})");

    /// Of somebody who listens before there is anything to hear.
    public static LivePosition before(Instant now) {
        return new LivePosition(now.toEpochMilli(), 0);
    }

    /// Empty for what is no id of ours.
    public static Optional<LivePosition> parse(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new LivePosition(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    public LivePosition at(long other) {
        return new LivePosition(epoch, other);
    }

    public String id() {
        return "%013d-%08d".formatted(epoch, number);
    }
}
