package ai.jiga.store.search.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.jiga.store.search.SearchDocument;
import ai.jiga.store.search.SearchIndex;
import ai.jiga.store.search.SearchRequest;
import ai.jiga.store.search.SearchResult;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What a text finds, how it is ranked and marked.
abstract class TextContract extends IndexContract {

    static SearchDocument titled(String name) {
        return Listings.named(name, name).build();
    }

    static Map<String, String> highlights(SearchIndex index, String text) {
        List<SearchResult.Hit> hits =
                index.search(SearchRequest.builder().text(text).build()).hits();
        assertThat(hits).hasSize(1);
        return hits.getFirst().highlights();
    }

    @Test
    void oneEditFromFourLettersAndTwoFromEight() {
        try (SearchIndex index = indexOf(titled("Ace"), titled("Nova"), titled("Shimmer"), titled("Commentator"))) {
            assertThat(found(index, "axe")).as("three letters").isEmpty();
            for (String typo : List.of("Nvoa", "Nov", "Noova", "noba")) {
                assertThat(found(index, typo)).as(typo).containsExactly("Nova");
            }
            boolean firstLetter = can(Capability.TYPOS_IN_THE_FIRST_LETTER);
            assertThat(found(index, "Xova")).isEqualTo(firstLetter ? List.of("Nova") : List.of());
            assertThat(found(index, "nxxa")).as("two edits of four letters").isEmpty();
            assertThat(found(index, "shimer")).containsExactly("Shimmer");
            assertThat(found(index, "shxmmxr")).as("two edits of seven letters").isEmpty();
            for (String typo : List.of("commentater", "comentater", "commentatro", "kommentator")) {
                assertThat(found(index, typo)).as(typo).containsExactly("Commentator");
            }
            for (String typo : List.of("ocmmentatro", "kommmentator")) {
                assertThat(found(index, typo)).as(typo).isEqualTo(firstLetter ? List.of("Commentator") : List.of());
            }
            assertThat(found(index, "xommxntatxr")).as("three edits").isEmpty();
        }
    }

    @Test
    void onlyTheLastWordMayBeUnfinished() {
        try (SearchIndex index = indexOf(titled("Counsellor of Valorant"), titled("Nova"))) {
            assertThat(found(index, "v")).containsExactly("Counsellor of Valorant");
            assertThat(found(index, "of val")).containsExactly("Counsellor of Valorant");
            assertThat(found(index, "counsellor valora")).containsExactly("Counsellor of Valorant");
            assertThat(foundWhole(index, "val counsellor")).isEmpty();
            assertThat(found(index, "val val")).as("said again, so finished").isEmpty();
        }
    }

    @Test
    void everyWordIsNeededInWhicheverAttribute() {
        SearchDocument coach = Listings.named("coach", "Coach")
                .text("description", "Patient teacher")
                .text("games", "Valorant, Minecraft")
                .build();
        try (SearchIndex index = indexOf(coach, titled("Patient"))) {
            assertThat(found(index, "minecraft coach patient")).containsExactly("coach");
            assertThat(foundWhole(index, "minecraft coach angry")).isEmpty();
        }
    }

    @Test
    void aMatchInAMoreImportantAttributeIsFirst() {
        List<String> attributes = Listings.DEFINITION.textAttributes();
        List<SearchDocument> documents = attributes.reversed().stream()
                .map(attribute -> Listings.named(attribute, "Someone")
                        .text(attribute, "sniper")
                        // The less important, the more popular: relevance decides all the same.
                        .number("popularity", attributes.indexOf(attribute))
                        .build())
                .toList();
        try (SearchIndex index = indexOf(documents)) {
            assertThat(found(index, "sniper")).isEqualTo(attributes);
            assertThat(found(index, "snipre")).isEqualTo(attributes);
            assertThat(found(index, "snip")).isEqualTo(attributes);
        }
    }

    @Test
    void exactIsBeforeTypoAndTypoBeforeUnfinished() {
        try (SearchIndex index = indexOf(
                Listings.named("unfinished", "Flames").number("popularity", 9).build(),
                Listings.named("typo", "Blame").number("popularity", 5).build(),
                Listings.named("exact", "Flame").build(),
                Listings.named("far", "Flamethrower").number("popularity", 99).build(),
                Listings.named("exact-below", "Someone").text("games", "Flame").build())) {
            List<String> found = found(index, "flame");
            if (can(Capability.TYPOS_BEFORE_UNFINISHED_WORDS)) {
                assertThat(found)
                        .startsWith("exact", "exact-below")
                        .endsWith("far")
                        .hasSize(5);
            } else {
                assertThat(found).startsWith("exact", "exact-below", "far", "unfinished");
            }
        }
    }

    @Test
    void caseAndAccentsDoNotCount() {
        try (SearchIndex index = indexOf(
                titled("Señor Müller"), titled("ΟΔΥΣΣΕΥΣ"), titled("Straße"), titled("İstanbul"), titled("Ｎｏｖａ"))) {
            assertThat(found(index, "SENOR muller")).containsExactly("Señor Müller");
            assertThat(found(index, "sen\u0303or")).containsExactly("Señor Müller");
            if (!can(Capability.EVERY_SCRIPT_AND_SYMBOL)) {
                return;
            }
            assertThat(found(index, "οδυσσευς")).containsExactly("ΟΔΥΣΣΕΥΣ");
            assertThat(found(index, "strasse")).containsExactly("Straße");
            assertThat(found(index, "istanbul")).containsExactly("İstanbul");
            assertThat(found(index, "nova")).containsExactly("Ｎｏｖａ");
        }
    }

    @Test
    void allScriptsAndSymbolsCanBeSearched() {
        try (SearchIndex index = indexOf(
                titled("コーチ 日本語"), titled("مدرب محترف"), titled("מאמן"), titled("게임 코치"), titled("🎮🔥 gamer"))) {
            assertThat(found(index, "مدرب")).containsExactly("مدرب محترف");
            assertThat(found(index, "מאמן")).containsExactly("מאמן");
            assertThat(found(index, "코치")).containsExactly("게임 코치");
            if (!can(Capability.EVERY_SCRIPT_AND_SYMBOL)) {
                return;
            }
            assertThat(found(index, "日本")).containsExactly("コーチ 日本語");
            assertThat(found(index, "🔥")).containsExactly("🎮🔥 gamer");
        }
    }

    @Test
    void punctuationAndUnderscoresPartWords() {
        try (SearchIndex index = indexOf(titled("voice_instruction"), titled("Search & Destroy"))) {
            assertThat(found(index, "instruction")).containsExactly("voice_instruction");
            assertThat(found(index, "search&destroy")).containsExactly("Search & Destroy");
        }
    }

    @Test
    void synonymsFindEachOtherWithTyposToo() {
        SearchDocument spelled =
                Listings.named("spelled", "Ghost").text("games", "Call of Duty").build();
        SearchDocument abbreviated = Listings.named("abbreviated", "COD expert").build();
        SearchDocument neither = Listings.named("neither", "Call me")
                .text("description", "of duty free")
                .build();
        try (SearchIndex index = indexOf(spelled, abbreviated, neither)) {
            assertThat(found(index, "cod")).containsExactly("abbreviated", "spelled");
            List<String> spellings = can(Capability.SYNONYMS_WITH_TYPOS)
                    ? List.of("call of duty", "call of dutty", "Calll Of Duyt", "caal of dut", "duty call of")
                    : List.of("call of duty", "Call Of DUTY");
            for (String text : spellings) {
                assertThat(found(index, text)).as(text).contains("abbreviated", "spelled");
            }
            assertThat(found(index, "cod ghost")).containsExactly("spelled");
        }
    }

    @Test
    void aGroupOfSeveralSynonymsIsMutual() {
        try (SearchIndex index = indexOf(titled("CSGO"), titled("CS GO"), titled("Counter-Strike"))) {
            for (String text : List.of("csgo", "cs go", "counter strike")) {
                assertThat(found(index, text)).as(text).containsExactlyInAnyOrder("CSGO", "CS GO", "Counter-Strike");
            }
            assertThat(found(index, "counter-strik"))
                    .hasSize(can(Capability.SYNONYMS_WITH_TYPOS) ? 3 : 1)
                    .contains("Counter-Strike");
        }
    }

    @Test
    void anEmptyTextBrowsesEverything() {
        try (SearchIndex index = indexOf(titled("Nova"), titled("Ace"))) {
            for (String text : List.of("", "   ", "\n\t", "!?*", "\u200b")) {
                assertThat(found(index, text)).containsExactly("Ace", "Nova");
            }
            assertThat(ids(index.search(SearchRequest.builder().text(null).build())))
                    .hasSize(2);
        }
    }

    @Test
    void highlightsMarkWhatWasFoundInEscapedText() {
        SearchDocument document = Listings.named("a", "<b>Nova</b> & \"Cod\" 'pro'")
                .text("description", "A super nova.")
                .text("games", "Call of Duty")
                .text("tags", "unrelated")
                .build();
        try (SearchIndex index = indexOf(document)) {
            assertThat(highlights(index, "nvoa"))
                    .isEqualTo(Map.of(
                            "name",
                            "&lt;b&gt;<em>Nova</em>&lt;/b&gt; &amp; &quot;Cod&quot; &#39;pro&#39;",
                            "description",
                            "A super <em>nova</em>."));
            assertThat(highlights(index, "cod"))
                    .containsEntry(
                            "games",
                            can(Capability.SYNONYMS_MARKED_AS_A_WHOLE)
                                    ? "<em>Call of Duty</em>"
                                    : "<em>Call</em> <em>of</em> <em>Duty</em>")
                    .hasEntrySatisfying("name", name -> assertThat(name).contains("&quot;<em>Cod</em>&quot;"));
            assertThat(highlights(index, "sup")).containsOnlyKeys("description");
            assertThat(highlights(index, "")).isEmpty();
            assertThat(index.search(SearchRequest.builder()
                                    .text("nova")
                                    .highlighted(false)
                                    .build())
                            .hits()
                            .getFirst()
                            .highlights())
                    .isEmpty();
        }
    }

    @Test
    void highlightsOfFoldedTextStayInPlace() {
        try (SearchIndex index = indexOf(titled("🎮 Straße ﬁre Müller"))) {
            assertThat(highlights(index, "muller")).containsEntry("name", "🎮 Straße ﬁre <em>Müller</em>");
            if (can(Capability.EVERY_SCRIPT_AND_SYMBOL)) {
                assertThat(highlights(index, "fire strasse"))
                        .containsEntry("name", "🎮 <em>Straße</em> <em>ﬁre</em> Müller");
            }
        }
    }

    @Test
    void suggestionsAreNamesByPrefixTheBestRankedFirst() {
        try (SearchIndex index = indexOf(
                Listings.named("1", "Nova Prime").number("popularity", 1).build(),
                Listings.named("2", "Super Novak").number("popularity", 5).build(),
                Listings.named("3", "Nova Prime").number("popularity", 3).build(),
                Listings.named("4", "Ace").text("description", "nova").build())) {
            assertThat(index.suggest("nov", 5)).containsExactly("Super Novak", "Nova Prime");
            assertThat(index.suggest("nova pr", 5)).containsExactly("Nova Prime");
            assertThat(index.suggest("Nov", 1)).containsExactly("Super Novak");
            assertThat(index.suggest("nvo", 5)).isEmpty();
            assertThat(index.suggest("((", 5)).contains("Ace");
        }
    }

    @Test
    void noTextMakesASearchFail() {
        String longWord = "a".repeat(4_000);
        String manyWords = "nova ace ".repeat(450);
        List<String> hostile = List.of(
                "name:nova AND (",
                "\"unfinished",
                "*:*",
                "?*~2^99",
                "[a TO z]",
                "\\",
                "a\\",
                "/.*/",
                "nova~99",
                "&&||!",
                "\0\u0001\uffff",
                "\ud83d",
                "\udc00nova",
                "nov\ud800",
                "é\u0301\u0301\u0301",
                "\u202enova\u202c",
                "مرحبا nova مرحبا",
                "👩‍👩‍👧‍👦👍🏽",
                "٣٤٥",
                "<script>alert(1)</script>",
                "'; DROP TABLE listings; --",
                longWord,
                manyWords,
                "🎮".repeat(2_000),
                "é".repeat(4_000),
                "x ".repeat(2_000),
                "𝒳".repeat(30),
                "\u0301",
                "..",
                "_",
                "__a__b",
                "ﷺ".repeat(100),
                "ß".repeat(39));
        try (SearchIndex index = indexOf(titled("Nova"), titled("Ace"), titled("<script>"))) {
            for (String text : hostile) {
                assertThatCode(() -> {
                            found(index, text);
                            index.suggest(text, 3);
                        })
                        .as(text.substring(0, Math.min(text.length(), 20)))
                        .doesNotThrowAnyException();
            }
            Random random = new Random(1);
            for (int i = 0; i < 300; i++) {
                String text = random.ints(random.nextInt(60), 0, 0x3000)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                assertThatCode(() -> found(index, text)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void anyTextCanBeIndexed() {
        String endless = "a".repeat(40_000);
        List<String> names = List.of(endless, "", "\ud83d", "\0", "e" + "\u0301".repeat(500), "ﷺ".repeat(300), "🎮");
        List<SearchDocument> documents = names.stream()
                .map(name -> Listings.named("id-" + names.indexOf(name), name).build())
                .toList();
        try (SearchIndex index = indexOf(documents)) {
            assertThat(index.count()).isEqualTo(names.size());
            assertThat(found(index, "aaa")).containsExactly("id-0");
        }
    }
}
