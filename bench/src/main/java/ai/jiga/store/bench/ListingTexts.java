package ai.jiga.store.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What listings that are measured with say: words of a language, common ones more often than rare ones, and games. The
/// same each time.
final class ListingTexts {
    private static final int RARE_WORDS = 6_000;

    private static final List<String> GAMES = List.of(
            "Call of Duty",
            "Apex Legends",
            "Valorant",
            "Fortnite",
            "Minecraft",
            "Counter-Strike",
            "Rocket League",
            "League of Legends",
            "Overwatch 2",
            "FIFA 24",
            "FIFA 23",
            "Battlefield 2042",
            "Dota 2",
            "Rainbow Six Siege",
            "Genshin Impact",
            "Elden Ring",
            "World of Warcraft",
            "Destiny 2",
            "Tekken 8",
            "Hearthstone",
            "Among Us",
            "Halo Infinite",
            "Escape from Tarkov",
            "Rust");
    private static final List<String> COMMON =
            List.of(("the a an and for of to in with your you it is on that this best "
                            + "coach patient calm strategist teaches aim positioning map economy team voice review match rank climb "
                            + "beginner advanced player players agent trainer lessons talks while play weapons rotations callouts "
                            + "duel support sniper tactic practice daily feedback mental focus win lose fast slow friendly strict "
                            + "german english spanish night morning weekend company stories memory learn teach improve")
                    .split(" "));

    private final Random random = new Random(42);
    private final List<String> words = new ArrayList<>(COMMON);

    ListingTexts() {
        for (int i = 0; i < RARE_WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
                word.append("bcdfghjklmnprstvw".charAt(random.nextInt(17))).append("aeiou".charAt(random.nextInt(5)));
            }
            words.add(word.toString());
        }
    }

    String words(int count) {
        return String.join(" ", someWords(count));
    }

    List<String> someWords(int count) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double common = random.nextDouble();
            some.add(words.get((int) (words.size() * common * common * common)));
        }
        return some;
    }

    String game() {
        return one(GAMES);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Random random() {
        return random;
    }
}
