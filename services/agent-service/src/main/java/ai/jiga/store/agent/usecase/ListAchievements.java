package ai.jiga.store.agent.usecase;

import ai.jiga.store.agent.model.Achievement;
import ai.jiga.store.kernel.UserId;
import java.util.Arrays;
import java.util.List;

/// How far a person has come, read off the figures that sessions count.
public final class ListAchievements {
    private final CountPersonalFigures figures;

    public ListAchievements(CountPersonalFigures figures) {
        this.figures = figures;
    }

    /// @param progress the figure as it stands, in whole units
    /// @param target what it has to reach
    /// @param achieved whether it has; for good
    public record Progress(
            Achievement id,
            String title,
            String description,
            Achievement.Unit unit,
            long progress,
            long target,
            boolean achieved) {}

    /// All there are, in their order.
    public List<Progress> of(UserId person) {
        CountPersonalFigures.Figures all = figures.of(person);
        return Arrays.stream(Achievement.values())
                .map(one -> progress(one, value(one.figure(), all)))
                .toList();
    }

    private static Progress progress(Achievement one, long value) {
        return new Progress(
                one, one.title(), one.description(), one.unit(), value, one.target(), value >= one.target());
    }

    private static long value(Achievement.Figure figure, CountPersonalFigures.Figures all) {
        return switch (figure) {
            case SESSIONS_PLAYED -> all.player().sessions();
            case HIRES_PLAYED -> all.player().hires();
            case HOURS_PLAYED -> all.player().activeHours().longValue();
            case HIRES_OWNED -> all.owner().hires();
            case HOURS_OWNED -> all.owner().activeHours().longValue();
            case DOF_EARNED -> all.owner().dofEarned().amount();
        };
    }
}
