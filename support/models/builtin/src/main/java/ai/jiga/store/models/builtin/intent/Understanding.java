package ai.jiga.store.models.builtin.intent;

import ai.jiga.store.models.builtin.intent.Phrases.Phrase;
import ai.jiga.store.models.builtin.intent.Words.Word;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes out what a text asks for.
public final class Understanding {

    private static final Set<String> POLITE =
            Set.of("please", "can", "could", "would", "you", "hey", "hi", "ok", "okay", "pls", "now", "and");
    private static final List<String> TELLING = List.of("tell", "message", "inform", "notify", "warn", "ask", "let");
    private static final List<String> TEAM =
            List.of("team", "squad", "everyone", "everybody", "teammates", "mates", "guys", "all");
    private static final Set<String> BEFORE_TEAM = Set.of("the", "my", "our", "to");
    private static final Set<String> AFTER_TEAM = Set.of("know", "that", "to", "mates");
    private static final List<String> KEEPING = List.of("remember", "memorise", "memorize", "note");
    private static final Set<String> AFTER_KEEPING = Set.of("that", "this", "down");

    private Understanding() {}

    public static Question of(String text) {
        List<Word> words = Words.of(text);
        int first = skip(words, 0, POLITE);
        Question said = telling(text, words, first);
        if (said == null) {
            said = keeping(text, words, first);
        }
        return said == null ? new Question(best(words), "") : said;
    }

    private static Intent best(List<Word> words) {
        Set<String> meant =
                words.stream().map(word -> Phrases.meant(word.text())).collect(Collectors.toSet());
        Intent best = Intent.UNKNOWN;
        int most = 0;
        for (Phrase phrase : Phrases.table()) {
            if (phrase.words().size() > most && meant.containsAll(phrase.words())) {
                most = phrase.words().size();
                best = phrase.intent();
            }
        }
        return best;
    }

    private static @Nullable Question telling(String text, List<Word> words, int first) {
        if (!alike(words, first, TELLING)) {
            return null;
        }
        int team = skip(words, first + 1, BEFORE_TEAM);
        if (!alike(words, team, TEAM)) {
            return null;
        }
        return new Question(Intent.TELL_TEAM, rest(text, words, skip(words, team + 1, AFTER_TEAM)));
    }

    private static @Nullable Question keeping(String text, List<Word> words, int first) {
        int verb = first;
        boolean forget = is(words, verb, "dont") && is(words, verb + 1, "forget");
        boolean doNotForget = is(words, verb, "don") && is(words, verb + 1, "t") && is(words, verb + 2, "forget");
        boolean inMind = is(words, verb, "keep") && is(words, verb + 1, "in") && is(words, verb + 2, "mind");
        if (forget) {
            verb += 1;
        } else if (doNotForget || inMind) {
            verb += 2;
        } else if (!alike(words, verb, KEEPING)) {
            return null;
        }
        String rest = rest(text, words, skip(words, verb + 1, AFTER_KEEPING));
        return rest.isEmpty() ? null : new Question(Intent.REMEMBER, rest);
    }

    private static int skip(List<Word> words, int from, Set<String> these) {
        int at = from;
        while (at < words.size() && these.contains(words.get(at).text())) {
            at++;
        }
        return at;
    }

    private static boolean is(List<Word> words, int at, String word) {
        return at < words.size() && words.get(at).text().equals(word);
    }

    private static boolean alike(List<Word> words, int at, List<String> these) {
        return at < words.size()
                && these.stream()
                        .anyMatch(word -> Words.alike(words.get(at).text(), word)
                                || words.get(at).text().equals(word));
    }

    private static String rest(String text, List<Word> words, int from) {
        return from < words.size() ? text.substring(words.get(from).start()).strip() : "";
    }
}
