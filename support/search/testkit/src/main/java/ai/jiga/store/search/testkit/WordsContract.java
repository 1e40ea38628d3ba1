package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a word is: numbers, words written together and apart, words of scripts without spaces.
abstract class WordsContract extends TextContract {

    @Test
    void aNumberIsNeverGuessed() {
        try (SearchIndex index = indexOf(
                titled("Battlefield 2042"),
                titled("FIFA 23"),
                titled("FIFA23 trainer"),
                titled("Agent 47000"),
                titled("sniper99x"))) {
            for (String text : List.of("2043", "20422", "2024", "battlefield 2043", "fifa 24", "47001")) {
                assertThat(found(index, text)).as(text).isEmpty();
            }
            if (can(Capability.DIGITS_IN_WORDS)) {
                for (String text : List.of("204x", "fifa24", "sniper98x", "sniper9x")) {
                    assertThat(found(index, text)).as(text).isEmpty();
                }
                assertThat(found(index, "snipre99x")).containsExactly("sniper99x");
            }
            assertThat(found(index, "2042")).containsExactly("Battlefield 2042");
            assertThat(found(index, "batlefield 2042")).containsExactly("Battlefield 2042");
            assertThat(found(index, "fifa 23")).contains("FIFA 23");
        }
    }

    @Test
    void theExactNumberIsFirst() {
        try (SearchIndex index = indexOf(
                Listings.named("longer", "Battlefield 20421")
                        .number("popularity", 9)
                        .build(),
                Listings.named("exact", "Battlefield")
                        .text("games", "Battlefield 2042")
                        .build())) {
            assertThat(found(index, "2042")).containsExactly("exact", "longer");
            assertThat(found(index, "battlefield 2042")).containsExactly("exact", "longer");
            assertThat(found(index, "204")).as("unfinished").hasSize(2);
        }
    }

    @Test
    void aNumberIsGivenUpTogetherWithTheWordBesideIt() {
        try (SearchIndex index = indexOf(titled("FIFA 23"), titled("Coach"), titled("Valorant"))) {
            assertThat(found(index, "fifa 24")).isEmpty();
            assertThat(found(index, "24 fifa")).isEmpty();
            assertThat(found(index, "fifa 24 coach")).containsExactly("Coach");
            assertThat(found(index, "10 best valorant")).containsExactly("Valorant");
            assertThat(found(index, "coach 24 valorant")).containsExactly("Valorant");
        }
    }

    @Test
    void whatIsWrittenTogetherFindsWhatStandsApart() {
        List<SearchDocument> documents = List.of(
                Listings.named("cs", "One")
                        .text("games", "Counter-Strike, FIFA 24")
                        .build(),
                Listings.named("rl", "Two").text("tags", "rocket league").build(),
                Listings.named("e", "Three")
                        .text("description", "All about e-sports.")
                        .build());
        try (SearchIndex index = indexOf(documents)) {
            assertThat(foundWhole(index, "counterstrike")).containsExactly("cs");
            assertThat(foundWhole(index, "CounterStrike one")).containsExactly("cs");
            assertThat(foundWhole(index, "rocketleague")).containsExactly("rl");
            assertThat(foundWhole(index, "fifa24")).containsExactly("cs");
            assertThat(foundWhole(index, "esports")).containsExactly("e");
            if (can(Capability.PUNCTUATION_PARTS_COMPOUNDS)) {
                assertThat(foundWhole(index, "strikefifa")).isEmpty();
            }
            if (can(Capability.COMPOUNDS_UNFINISHED_AND_MISTYPED)) {
                assertThat(foundWhole(index, "rocketle")).containsExactly("rl");
                assertThat(foundWhole(index, "countrestrike")).containsExactly("cs");
                assertThat(foundWhole(index, "rocketlaegue two")).containsExactly("rl");
            }
        }
    }

    @Test
    void threeWordsWrittenTogetherFindThemTogether() {
        List<SearchDocument> documents = List.of(
                Listings.named("cod", "One").text("games", "Call of Duty").build(),
                Listings.named("lol", "Two")
                        .text(
                                "description",
                                "I have played every role of the game since the first season, and I teach "
                                        + "what I know to whoever wants to listen, in League of Legends and nothing else ever.")
                        .build());
        try (SearchIndex index = indexOf(documents)) {
            boolean whole = can(Capability.COMPOUNDS_OF_MANY_WORDS);
            assertThat(foundWhole(index, "callofduty")).isEqualTo(whole ? List.of("cod") : List.of());
            assertThat(foundWhole(index, "LeagueOfLegends")).isEqualTo(whole ? List.of("lol") : List.of());
        }
    }

    @Test
    void whatIsWrittenApartFindsWhatStandsTogether() {
        List<SearchDocument> documents = List.of(
                Listings.named("bf", "One").text("games", "Battlefield, FIFA24").build(),
                Listings.named("es", "Two").text("tags", "esports coop").build());
        try (SearchIndex index = indexOf(documents)) {
            assertThat(foundWhole(index, "battle field")).containsExactly("bf");
            assertThat(foundWhole(index, "one battle field")).containsExactly("bf");
            assertThat(foundWhole(index, "fifa 24")).containsExactly("bf");
            assertThat(foundWhole(index, "e-sports")).containsExactly("es");
            assertThat(foundWhole(index, "co-op two")).containsExactly("es");
            if (can(Capability.PUNCTUATION_PARTS_COMPOUNDS)) {
                assertThat(foundWhole(index, "battle, field")).isEmpty();
            }
            if (can(Capability.COMPOUNDS_UNFINISHED_AND_MISTYPED)) {
                assertThat(foundWhole(index, "battle fie")).containsExactly("bf");
            }
        }
    }

    @Test
    void theWholeCompoundIsMarked() {
        SearchDocument document = Listings.named("a", "Counter-Strike coach")
                .text("games", "Battlefield")
                .text("tags", "rocket league team, rocket science")
                .build();
        try (SearchIndex index = indexOf(document)) {
            if (!can(Capability.COMPOUNDS_UNFINISHED_AND_MISTYPED)) {
                assertThat(highlights(index, "counterstrike")).containsKey("name");
                assertThat(highlights(index, "battle field")).containsKey("games");
                return;
            }
            assertThat(highlights(index, "counterstrike")).isEqualTo(Map.of("name", "<em>Counter-Strike</em> coach"));
            assertThat(highlights(index, "coach counterstrik"))
                    .isEqualTo(Map.of("name", "<em>Counter-Strike</em> <em>coach</em>"));
            assertThat(highlights(index, "countrestrike")).isEqualTo(Map.of("name", "<em>Counter-Strike</em> coach"));
            assertThat(highlights(index, "battle field")).isEqualTo(Map.of("games", "<em>Battlefield</em>"));
            assertThat(highlights(index, "rocketleag"))
                    .isEqualTo(Map.of("tags", "<em>rocket league</em> team, rocket science"));
        }
    }

    @Test
    void apostrophesAndDotsOfAcronymsDoNotCount() {
        try (SearchIndex index = indexOf(titled("Assassin’s Creed"), titled("S.T.A.L.K.E.R."), titled("L'équipe"))) {
            assertThat(found(index, "assassins creed")).containsExactly("Assassin’s Creed");
            assertThat(found(index, "assassin's")).containsExactly("Assassin’s Creed");
            if (can(Capability.EVERY_SCRIPT_AND_SYMBOL)) {
                assertThat(found(index, "stalker")).containsExactly("S.T.A.L.K.E.R.");
                assertThat(found(index, "equipe")).containsExactly("L'équipe");
            }
        }
    }

    @Test
    void scriptsWithoutSpacesAreSearchedByTheirWords() {
        // "Professional Valorant game coach" and the like; each is asked for its first, a middle and its last
        // word.
        Map<String, List<String>> wordsOf = Map.of(
                "โค้ชเกมวาโลแรนต์มืออาชีพ",
                List.of("โค้ช", "เกม", "วาโลแรนต์", "มืออาชีพ"),
                "ຄູຝຶກເກມ",
                List.of("ຄູ", "ຝຶກ", "ເກມ", "ຄູຝຶກ"),
                "គ្រូបង្វឹកហ្គេម",
                List.of("គ្រូបង្វឹក", "ហ្គេម"),
                "ဂိမ်းနည်းပြ",
                List.of("ဂိမ်း", "နည်းပြ"),
                "最好的王者荣耀职业教练",
                List.of("王者荣耀", "荣耀", "教练", "王者荣耀教练"),
                "初心者向けのヴァロラントコーチです",
                List.of("初心者", "ヴァロラント", "コーチ", "ヴァロラントのコーチ"));
        List<String> texts = List.copyOf(wordsOf.keySet());
        try (SearchIndex index =
                indexOf(texts.stream().map(TextContract::titled).toList())) {
            if (!can(Capability.EVERY_SCRIPT_AND_SYMBOL)) {
                texts.forEach(text -> assertThat(found(index, text)).as(text).containsExactly(text));
                return;
            }
            wordsOf.forEach((text, words) -> words.forEach(word -> {
                assertThat(foundWhole(index, word)).as(word).containsExactly(text);
                assertThat(highlights(index, word).getOrDefault("name", "")).contains("<em>");
            }));
            assertThat(highlights(index, "เกม").getOrDefault("name", "")).startsWith("โค้ช<em>เกม</em>ว");
            assertThat(highlights(index, "王者荣耀").getOrDefault("name", "")).isEqualTo("最好的<em>王者荣耀</em>职业教练");
        }
    }

    @Test
    void marksThatMakeAnotherLetterCount() {
        // "Not" and "wood" in Thai differ in a tone; "ha" and "ba" in Japanese in two strokes.
        List<String> names = List.of("ไม่", "ไม้", "ハハ", "ババ");
        try (SearchIndex index =
                indexOf(names.stream().map(TextContract::titled).toList())) {
            if (can(Capability.EVERY_SCRIPT_AND_SYMBOL)) {
                names.forEach(name -> assertThat(found(index, name)).as(name).containsExactly(name));
                try (SearchIndex numbers = indexOfNumbers()) {
                    assertThat(found(numbers, "٢٠٤٢")).containsExactly("Battlefield 2042");
                }
            }
        }
    }

    private SearchIndex indexOfNumbers() {
        SearchIndex index = engine(folder.resolve("numbers")).open(Listings.DEFINITION);
        index.upsert(List.of(titled("Battlefield 2042")));
        index.refresh();
        return index;
    }
}
