package ai.jiga.store.models.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import ai.jiga.store.models.Brief;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a good coach says, and not what this one happens to say: whoever records the dialogues anew reads each line
/// of the difference.
final class GoldenDialoguesTest {

    private static final boolean RECORD = System.getProperty("dialogues.record") != null;
    private static final List<Golden> ALL = Golden.all();

    static List<Golden> dialogues() {
        return ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void theAgentSaysWhatTheDialogueSays(Golden golden) throws Exception {
        String played = golden.dialogue().played();
        if (RECORD) {
            Files.writeString(golden.file(), played);
        } else if (!played.equals(golden.text())) {
            fail("""
                    %s: the agent answers differently.
                    %s

                    If the new answers are the better ones, record them and read `git diff`:
                    ./mvnw -pl support/models/builtin test -Dtest=GoldenDialoguesTest -Ddialogues.record
                    """, golden, golden.differences(played));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void anAgentThatIsResumedAfterEachStimulusAnswersTheSame(Golden golden) throws Exception {
        assertThat(golden.differences(golden.dialogue().playedResuming()))
                .as("%s", golden)
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void theHourAtWhichItIsPlayedChangesNothing(Golden golden) throws Exception {
        Instant start = Instant.parse("2031-12-31T23:58:59.750Z");
        assertThat(golden.differences(golden.dialogue().playedAt(start)))
                .as("%s", golden)
                .isEmpty();
    }

    @Test
    void thereAreSixtyDialogues() {
        assertThat(ALL).hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("tools")
    void eachToolChangesSomeAnswer(String tool) throws Exception {
        assertThat(changed(brief -> brief.toolkit().contains(tool) ? Dialogue.with(brief, "tools", "-" + tool) : brief))
                .as("dialogues that are different without %s", tool)
                .isNotEmpty();
    }

    static Set<String> tools() throws Exception {
        Set<String> tools = new TreeSet<>();
        for (Golden golden : ALL) {
            tools.addAll(golden.dialogue().brief().toolkit());
        }
        assertThat(tools).as("tools that some dialogue's agent has").hasSize(8);
        return tools;
    }

    @ParameterizedTest
    @MethodSource("promotions")
    void eachRankAnswersUnlikeEachOther(String from, String to) throws Exception {
        assertThat(changed(brief -> brief.rank().equals(from) ? Dialogue.with(brief, "rank", to) : brief))
                .as("dialogues of a %s agent that are different for a %s one", from, to)
                .isNotEmpty();
    }

    static List<String[]> promotions() {
        return pairs("Bronze", "Silver", "Gold", "Platinum");
    }

    @ParameterizedTest
    @MethodSource("types")
    void eachTypeAnswersUnlikeEachOther(String from, String to) throws Exception {
        assertThat(changed(brief -> brief.type().equals(from) ? Dialogue.with(brief, "type", to) : brief))
                .as("dialogues of a %s that are different for a %s", from, to)
                .isNotEmpty();
    }

    static List<String[]> types() {
        return pairs("Assistant", "Mentor", "Specialist");
    }

    private static List<String[]> pairs(String... words) {
        List<String[]> pairs = new ArrayList<>();
        for (String from : words) {
            for (String to : words) {
                if (!from.equals(to)) {
                    pairs.add(new String[] {from, to});
                }
            }
        }
        return pairs;
    }

    private static List<Golden> changed(UnaryOperator<Brief> change) throws Exception {
        List<Golden> changed = new ArrayList<>();
        for (Golden golden : ALL) {
            Dialogue dialogue = golden.dialogue();
            if (!dialogue.playedBy(change.apply(dialogue.brief())).equals(dialogue.played())) {
                changed.add(golden);
            }
        }
        return changed;
    }
}
