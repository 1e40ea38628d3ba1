package ai.jiga.store.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProseTest {
    private static final String ENGLAND =
            "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F";
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ace",
                "Größe",
                "日本語",
                "ไทย",
                "नमस्ते",
                "متجر \u200Eabc",
                "👩🏽‍🚀 Nova",
                "a\u2067אבג\u2069b",
                "Zed!",
                "C++ & C#",
                "\u1100\u1161",
                "👍🏿",
                "🇩🇪"
            })
    void whatPeopleWriteIsALine(String written) {
        assertThat(new Line(written).text()).isNotEmpty();
        assertThat(written).matches(Line.PATTERN);
    }

    @Test
    void flagsAndFamiliesAreWrittenAsTheyAre() {
        assertThat(new Line(ENGLAND).text()).isEqualTo(ENGLAND);
        assertThat(new Line(FAMILY).text()).isEqualTo(FAMILY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u3164",
                "\u2800\u2800",
                "\u115F",
                "\u1160",
                "\uFFA0",
                "\u200B",
                "\u00AD\u200D",
                "\u2060\u034F",
                "\uFE0F",
                "\u180E",
                "\uD834\uDD59"
            })
    void aNameThatLeavesNothingOnTheScreenIsRefused(String invisible) {
        refused(invisible, true);
        if (invisible.codePoints().allMatch(Character::isBmpCodePoint)) {
            assertThat(invisible).doesNotMatch(Line.PATTERN);
            assertThat(invisible).doesNotMatch(Paragraph.PATTERN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0007b",
                "a\nb",
                "a\tb",
                "a\u2028b",
                "a\u0085b",
                "a\u202Eb",
                "a\u202Db\u202C",
                "a\u206Ab",
                "a\uFEFFb",
                "a\u0000"
            })
    void controlsBreaksAndOverridesAreRefusedInALine(String written) {
        refused(written, true);
        assertThat(written).doesNotMatch(Line.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u2067b", "a\u2069b", "\u202Aab", "\u202Aa\u2069", "\u2067\u202Aa\u2069\u202C"})
    void aDirectionThatIsNotClosedIsRefused(String written) {
        refused(written, false);
    }

    @Test
    void aDirectionIsClosedOnItsOwnLineOfAParagraph() {
        assertThatExceptionOfType(UnfitTextException.class).isThrownBy(() -> new Paragraph("a\u2067b\nc\u2069"));
        assertThat(new Paragraph("a\u2067b\u2069\nc").text()).isEqualTo("a\u2067b\u2069\nc");
    }

    @Test
    void tagCharactersStandInFlagsAlone() {
        refused("Ace\uDB40\uDC67\uDB40\uDC62", false);
        refused(ENGLAND + "\uDB40\uDC67", false);
    }

    @Test
    void pilesOfMarksAreRefused() {
        refused("Z" + "\u0300".repeat(12), false);
        assertThat(new Line("Z" + "\u0316".repeat(3)).text()).hasSize(4);
    }

    @Test
    void halfASurrogatePairIsRefused() {
        refused("a\uD800b", true);
        refused("a\uDC00", true);
    }

    @Test
    void aLineIsComposedAndItsWhiteSpaceIsTidied() {
        assertThat(new Line("  Poke\u0301mon\u00A0 \u3000 Go ").text()).isEqualTo("Pokémon Go");
        assertThat(new Line(" ").text()).isEmpty();
        assertThat(new Line("")).isEqualTo(new Line("   "));
    }

    @Test
    void aParagraphKeepsItsLines() {
        assertThat(new Paragraph(" one\r\ntwo\r\tthree \n").text()).isEqualTo("one\ntwo\n\tthree");
        assertThat("one\r\ntwo").matches(Paragraph.PATTERN);
        assertThatExceptionOfType(UnfitTextException.class).isThrownBy(() -> new Paragraph("bell\u0007"));
    }

    @Test
    void charactersAreCountedAsPeopleCountThem() {
        assertThat(Graphemes.count(FAMILY.repeat(60))).isEqualTo(60);
        assertThat(Graphemes.count(ENGLAND)).isEqualTo(1);
        assertThat(Graphemes.count("e\u0301a\r\n")).isEqualTo(3);
        assertThat(Graphemes.first(2, FAMILY + ENGLAND + "c")).isEqualTo(FAMILY + ENGLAND);
        assertThat(Graphemes.first(5, "abc")).isEqualTo("abc");
        assertThat(ENGLAND.codePointCount(0, ENGLAND.length())).isLessThanOrEqualTo(Graphemes.mostCodePoints(1));
    }

    @Test
    void namesAreComparedByWhatTheyHaveInCommon() {
        assertThat(TextKey.of("Poke\u0301mon")).isEqualTo(TextKey.of("POKÉMON"));
        assertThat(TextKey.of("VALORANT")).isEqualTo(TextKey.of("Valorant "));
        assertThat(TextKey.of("Ａce\u200B")).isEqualTo(TextKey.of("ace"));
        assertThat(TextKey.of("Call  of\u00A0Duty")).isEqualTo("call of duty");
        assertThat(TextKey.of("straße")).isEqualTo(TextKey.of("STRASSE"));
    }

    @Test
    void thePatternsAreThoseThatEveryDialectReads() {
        assertThat(Line.PATTERN).doesNotContain("\\p").doesNotContain("(?").doesNotContain("\\u{");
        assertThat(Pattern.compile(Paragraph.PATTERN).matcher("a\nb").matches()).isTrue();
    }

    private static void refused(String written, boolean malformed) {
        assertThatExceptionOfType(UnfitTextException.class)
                .isThrownBy(() -> new Line(written))
                .satisfies(e -> assertThat(e.isMalformed()).isEqualTo(malformed));
    }
}
