package ai.jiga.store.search.algolia;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;

/// The ranking formula of an index's settings, as its documentation has it: what lacks a custom attribute
/// comes last in either direction, strings compare by their first 50 characters, and what is still a tie goes
/// to the highest objectID.
final class StubRanking implements Comparator<StubSearch.Ranked> {
    private static final Comparator<StubSearch.Ranked> TYPOS = Comparator.comparingInt(StubSearch.Ranked::typos);
    private static final Comparator<StubSearch.Ranked> WORDS =
            Comparator.comparingInt(StubSearch.Ranked::words).reversed();
    private static final Comparator<StubSearch.Ranked> EXACT =
            Comparator.comparingInt(StubSearch.Ranked::exact).reversed();
    private static final Comparator<StubSearch.Ranked> ATTRIBUTE =
            Comparator.comparingInt(StubSearch.Ranked::attribute);
    private static final int COMPARED = 50;

    static final Comparator<StubSearch.Ranked> TEXT =
            TYPOS.thenComparing(WORDS).thenComparing(EXACT).thenComparing(ATTRIBUTE);

    private final Comparator<StubSearch.Ranked> all;

    StubRanking(JsonNode settings) {
        List<Comparator<StubSearch.Ranked>> criteria = new ArrayList<>();
        for (JsonNode criterion : settings.path("ranking")) {
            switch (criterion.asText()) {
                case "typo" -> criteria.add(TYPOS);
                case "exact" -> criteria.add(EXACT);
                case "attribute" -> criteria.add(ATTRIBUTE);
                case "custom" -> settings.path("customRanking").forEach(each -> criteria.add(by(each.asText())));
                case "words" -> criteria.add(WORDS);
                default -> criteria.add(by(criterion.asText()));
            }
        }
        Comparator<StubSearch.Ranked> highestId = Comparator.comparing(
                (StubSearch.Ranked each) -> each.object().path("objectID").asText(), Comparator.reverseOrder());
        all = criteria.stream().reduce(Comparator::thenComparing).orElse(TEXT).thenComparing(highestId);
    }

    @Override
    public int compare(StubSearch.Ranked a, StubSearch.Ranked b) {
        return all.compare(a, b);
    }

    private static Comparator<StubSearch.Ranked> by(String criterion) {
        Matcher parts = StubSearch.modified(criterion);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a criterion: " + criterion);
        }
        int sign = parts.group(1).equals("asc") ? 1 : -1;
        String path = parts.group(2);
        return (a, b) -> {
            JsonNode left = StubSearch.at(a.object(), path);
            JsonNode right = StubSearch.at(b.object(), path);
            if (left.isMissingNode() || right.isMissingNode()) {
                return Boolean.compare(left.isMissingNode(), right.isMissingNode());
            }
            return sign
                    * (left.isNumber()
                            ? Double.compare(left.asDouble(), right.asDouble())
                            : compared(left).compareTo(compared(right)));
        };
    }

    private static String compared(JsonNode text) {
        String all = text.asText();
        return all.length() > COMPARED ? all.substring(0, COMPARED) : all;
    }
}
