package ai.jiga.store.session.model;

import ai.jiga.store.kernel.Dof;
import ai.jiga.store.models.Act;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;

/// What an agent's doings cost in a session: the price list, at the session's percentage.
///
/// @param percent 100, or 70 for a variant, or 0 for a trial
public record Tariff(int percent) {
    public static final int FULL_PERCENT = 100;

    public UsageLine line(UsageAction action, long units) {
        return line(action, units, action.price());
    }

    /// @param price for one unit, where it is not the action's own
    public UsageLine line(UsageAction action, long units, long price) {
        long full = Math.multiplyExact(units, price);
        return new UsageLine(action, units, Dof.of(full).fraction(percent, 100));
    }

    /// Empty for what is free. Units are counted here where there is something to count; an engine that
    /// counts fewer is believed.
    public Optional<UsageLine> price(Act act) {
        return switch (act) {
            case Act.Chat chat -> Optional.of(line(UsageAction.CHAT, 1));
            case Act.Reasoning reasoning -> Optional.of(line(UsageAction.REASONING, 1));
            case Act.Commentary commentary ->
                Optional.of(line(
                        UsageAction.COMMENTARY, Math.clamp(commentary.sentences(), 1, sentencesIn(commentary.text()))));
            case Act.TeamMessage message -> Optional.of(line(UsageAction.TEAM_MESSAGE, 1));
            case Act.MemoryItem item -> Optional.of(line(UsageAction.MEMORY, 1));
            case Act.Lesson lesson -> Optional.of(line(UsageAction.LESSON, 1));
            case Act.SoundEvent sound -> Optional.of(line(UsageAction.SOUND, 1));
            case Act.ToolExecution tool -> Optional.of(line(UsageAction.TOOL, 1));
            case Act.Warning warning -> Optional.empty();
            case Act.EventDetected event -> Optional.empty();
        };
    }

    private static int sentencesIn(String text) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int count = 0;
        while (sentences.next() != BreakIterator.DONE) {
            count++;
        }
        return Math.max(1, count);
    }

    /// The dearest answer to one question: what must be left before an answer is streamed as it comes.
    public Dof dearestAnswer() {
        return line(UsageAction.REASONING, 1).dof();
    }
}
