package ai.jiga.store.models.builtin.intent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The table of phrases. A phrase is met when all its words are in the text, in any order; the longest phrase that is
/// met wins, and of equals the one that stands first.
final class Phrases {

    /// @param words what must all be there
    record Phrase(Intent intent, Set<String> words) {}

    private Phrases() {}

    /// Words that mean the same for us: the first stands for all.
    private static final List<String> SYNONYMS = List.of(
            "die died dying dies death deaths dye",
            "kill killed killing kills killer killers",
            "buy buying bought purchase spend buys",
            "where wheres wher place spot spots",
            "what whats which wat",
            "how hows",
            "who whos",
            "most mostly often",
            "weapon weapons gun guns",
            "do doing did does",
            "time timer clock minutes seconds",
            "bomb spike",
            "objective objectives flag",
            "tired exhausted fatigue fatigued stamina energy",
            "substitute substitution substitutions sub subs replace",
            "money cash credits bank funds",
            "health hp armor armour",
            "ammo bullets magazine",
            "team squad mates teammates teammate",
            "hear heard hearing sound sounds noise footsteps",
            "plan strategy strategies tactic tactics plans",
            "tip tips advice hint hints suggestion suggestions",
            "improve improving better",
            "lesson lessons teach learn",
            "mistake mistakes wrong",
            "remember remembered recall",
            "help commands",
            "thanks thank thx ty cheers",
            "hello hi hey hallo howdy greetings",
            "bye goodbye gg cya",
            "win winning wins",
            "lose losing",
            "score scoreline result",
            "kd kda ratio",
            "possession shots",
            "stop avoid");

    private static final List<Phrase> TABLE = phrases();
    private static final Map<String, String> CANON = canon();
    private static final SortedSet<String> VOCABULARY = new TreeSet<>(CANON.keySet());

    private static List<Phrase> phrases() {
        List<Phrase> table = new ArrayList<>();
        put(table, Intent.RECALL, "what remember", "what you remember", "do you remember", "you know about me");
        put(
                table,
                Intent.BUY,
                "buy",
                "what buy",
                "what should i buy",
                "what should i by",
                "weapon buy",
                "eco",
                "save",
                "afford");
        put(table, Intent.DIED_WHERE, "where die", "where die most", "where kill me", "where i get kill", "stop die");
        put(table, Intent.DIED_WHERE, "how stop die", "how do i stop die", "keep die");
        put(table, Intent.KILLED_BY, "what kill me", "who kill me", "what kill me most", "who kill me most", "how die");
        put(table, Intent.KILLED_BY, "weapon kill me", "what weapon kill me", "kill by", "nemesis", "how do i die");
        put(table, Intent.BEST_WEAPON, "best weapon", "what weapon", "weapon use", "weapon best", "what weapon use");
        put(
                table,
                Intent.OBJECTIVE,
                "objective",
                "bomb",
                "where bomb",
                "bomb time",
                "how long bomb",
                "plant",
                "defuse");
        put(
                table,
                Intent.OBJECTIVE,
                "time left bomb",
                "how long objective",
                "objective time",
                "circle",
                "how long circle");
        put(
                table,
                Intent.TIRED,
                "tired",
                "who tired",
                "who substitute",
                "substitute",
                "bring off",
                "take off",
                "how tired");
        put(
                table,
                Intent.ECONOMY,
                "economy",
                "how economy",
                "how economy do",
                "money",
                "how much money",
                "how money do");
        put(
                table,
                Intent.HEALTH,
                "health",
                "how much health",
                "ammo",
                "how much ammo",
                "how health",
                "boost",
                "how much boost");
        put(table, Intent.SQUAD, "alive", "who alive", "who left", "who down", "how team do", "how team", "team alive");
        put(table, Intent.SOUND, "hear", "what hear", "do you hear", "what do you hear", "where hear");
        put(
                table,
                Intent.TIME,
                "time left",
                "how long",
                "how much time",
                "time",
                "how much time left",
                "how long left");
        put(
                table,
                Intent.SCORE,
                "score",
                "what score",
                "we win",
                "who win",
                "we lose",
                "are we win",
                "how many rounds");
        put(table, Intent.LESSON, "lesson", "lesson me", "mistake", "what mistake", "what do i do mistake", "practice");
        put(table, Intent.TIP, "tip", "improve", "how improve", "get good", "give me tip", "how get improve");
        put(
                table,
                Intent.PLAN,
                "plan",
                "what next",
                "what do",
                "next",
                "how win",
                "what should do",
                "what should we do");
        put(table, Intent.PLAN, "now what", "how we win", "how do we win", "how do i win", "what plan", "what do next");
        put(
                table,
                Intent.STATUS,
                "how do",
                "how am i do",
                "kd",
                "k d",
                "how many kill",
                "how many die",
                "my stats",
                "how going");
        put(
                table,
                Intent.STATUS,
                "how is it going",
                "am i do well",
                "am i good",
                "possession",
                "how play",
                "summary",
                "stats");
        put(table, Intent.WHO, "who are you", "your name", "who you");
        put(table, Intent.HELP, "help", "what can you", "what can you do", "what can i ask", "how you help", "options");
        put(table, Intent.THANKS, "thanks", "thanks you", "thanks help", "nice one", "good call");
        put(table, Intent.GOODBYE, "bye", "see you", "good game", "good night");
        put(
                table,
                Intent.GREETING,
                "hello",
                "good morning",
                "good evening",
                "good afternoon",
                "how are you",
                "whatsup",
                "sup");
        put(table, Intent.GREETING, "how are you do");
        return List.copyOf(table);
    }

    /// The phrases of the table, the first standing first.
    static List<Phrase> table() {
        return TABLE;
    }

    /// The word of the table that was meant, or the word itself if it means nothing to us.
    static String meant(String typed) {
        String known = CANON.get(typed);
        if (known != null) {
            return known;
        }
        String nearest = "";
        int fewest = Integer.MAX_VALUE;
        for (String word : VOCABULARY) {
            int slips = Words.slips(typed, word);
            if (slips < fewest && slips <= Words.allowed(typed, word)) {
                fewest = slips;
                nearest = word;
            }
        }
        return CANON.getOrDefault(nearest, typed);
    }

    private static void put(List<Phrase> table, Intent intent, String... phrases) {
        for (String phrase : phrases) {
            table.add(new Phrase(intent, new TreeSet<>(Arrays.asList(phrase.split(" ")))));
        }
    }

    private static Map<String, String> canon() {
        Map<String, String> canon = new HashMap<>();
        for (Phrase phrase : TABLE) {
            phrase.words().forEach(word -> canon.put(word, word));
        }
        for (String synonyms : SYNONYMS) {
            String[] words = synonyms.split(" ");
            for (String word : words) {
                canon.put(word, words[0]);
            }
        }
        // Ordinary words that are one slip from one of ours, and are not meant as such.
        for (String word : List.of(
                "text", "test", "then", "than", "there", "these", "were", "here", "when", "with", "hell", "game",
                "games", "hard", "line", "lost", "love", "will", "time", "player", "place", "plane", "planet", "plain",
                "them", "they", "this", "that", "song", "joke", "weather", "both", "boot", "book", "sure", "such",
                "same", "dive", "hold", "head", "hear", "heat", "heart", "have", "hand", "care")) {
            canon.putIfAbsent(word, word);
        }
        return Map.copyOf(canon);
    }
}
