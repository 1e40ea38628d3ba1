package ai.jiga.store.models.builtin.advice;

import ai.jiga.store.models.builtin.match.Match;
import ai.jiga.store.models.builtin.match.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything that one conversation keeps. It is all that a snapshot holds, so it stays small: names are cut, lists
/// have an end.
///
/// @param turn how many stimuli were handled
/// @param spoken how often it spoke; turns of phrase go round with it
/// @param ignored game events of kinds that we do not know, by kind
/// @param said when each thing was last said by itself, in milliseconds since the epoch
/// @param memories what the player asked to remember, oldest first
/// @param lessons the titles of the lessons given, oldest first
/// @param frames pictures that came
public record Notebook(
        int turn,
        int spoken,
        Match match,
        Tally ignored,
        SortedMap<String, Long> said,
        List<String> memories,
        List<String> lessons,
        int frames) {

    private static final int MOST_SAID = 40;
    private static final int MOST_MEMORIES = 10;
    private static final int MOST_LESSONS = 8;

    public Notebook {
        said = Collections.unmodifiableSortedMap(new TreeMap<>(said));
        memories = List.copyOf(memories);
        lessons = List.copyOf(lessons);
    }

    public static Notebook empty() {
        return new Notebook(0, 0, Match.NONE, Tally.EMPTY, Collections.emptySortedMap(), List.of(), List.of(), 0);
    }

    public Notebook nextTurn() {
        return new Notebook(turn + 1, spoken, match, ignored, said, memories, lessons, frames);
    }

    public Notebook speaking() {
        return new Notebook(turn, spoken + 1, match, ignored, said, memories, lessons, frames);
    }

    public Notebook with(Match next) {
        return new Notebook(turn, spoken, next, ignored, said, memories, lessons, frames);
    }

    public Notebook ignoring(String kind) {
        return new Notebook(turn, spoken, match, ignored.plus(kind), said, memories, lessons, frames);
    }

    public Notebook framed() {
        return new Notebook(turn, spoken, match, ignored, said, memories, lessons, frames + 1);
    }

    /// Whether something was said less than so many seconds before a moment.
    public boolean saidWithin(String key, int seconds, long now) {
        Long last = said.get(key);
        return last != null && now - last < 1000L * seconds;
    }

    public Notebook saying(String key, long now) {
        SortedMap<String, Long> next = new TreeMap<>(said);
        next.put(key, now);
        if (next.size() > MOST_SAID) {
            next.remove(next.entrySet().stream()
                    .min(Comparator.comparingLong((Map.Entry<String, Long> entry) -> entry.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .orElseThrow());
        }
        return new Notebook(turn, spoken, match, ignored, next, memories, lessons, frames);
    }

    public Notebook remembering(String text) {
        return new Notebook(
                turn, spoken, match, ignored, said, appended(memories, text, MOST_MEMORIES), lessons, frames);
    }

    public Notebook teaching(String title) {
        return new Notebook(
                turn, spoken, match, ignored, said, memories, appended(lessons, title, MOST_LESSONS), frames);
    }

    private static List<String> appended(List<String> list, String text, int most) {
        List<String> next = new ArrayList<>(list);
        next.remove(text);
        next.add(text);
        return next.size() > most ? next.subList(next.size() - most, next.size()) : next;
    }
}
