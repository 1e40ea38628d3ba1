package ai.jiga.store.demo;

import java.util.Objects;

/// Compares what the store says with what the demo computed, and stops at the first difference: whatever comes
/// after a wrong amount would only repeat it.
final class Checks {
    private final Story story;
    private int passed;

    Checks(Story story) {
        this.story = story;
    }

    /// An amount worth a line of its own.
    void amount(String what, long expected, long got) {
        quietly(what, expected, got);
        story.checked(what + ": " + Story.dof(got));
    }

    /// An amount that would only lengthen the story when it is right.
    void quietly(String what, long expected, long got) {
        if (expected != got) {
            throw DemoStopped.failed("%s: expected %s, but the store says %s (%s too %s)."
                    .formatted(
                            what,
                            Story.dof(expected),
                            Story.dof(got),
                            Story.dof(Math.abs(Math.subtractExact(got, expected))),
                            got > expected ? "much" : "little"));
        }
        passed++;
    }

    void same(String what, Object expected, Object got) {
        if (!Objects.equals(expected, got)) {
            throw DemoStopped.failed("%s: expected %s, but the store says %s.".formatted(what, expected, got));
        }
        passed++;
    }

    void holds(String what, boolean truth) {
        if (!truth) {
            throw DemoStopped.failed("This should be so, but is not: " + what + ".");
        }
        passed++;
    }

    int passed() {
        return passed;
    }
}
