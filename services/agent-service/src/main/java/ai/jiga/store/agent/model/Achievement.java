package ai.jiga.store.agent.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a person can reach by playing, and by owning agents that others play with. Each is a mark on a figure
/// that never falls, so that what was reached stays reached.
public enum Achievement {
    @JsonProperty("first-session")
    FIRST_SESSION(Figure.SESSIONS_PLAYED, 1, "First session", "Connect to a session with an agent."),
    @JsonProperty("first-hire")
    FIRST_HIRE(Figure.HIRES_PLAYED, 1, "First hire", "Play a session that you hired an agent for."),
    @JsonProperty("regular")
    REGULAR(Figure.HIRES_PLAYED, 10, "Regular", "Play ten sessions that you hired an agent for."),
    @JsonProperty("veteran")
    VETERAN(Figure.HIRES_PLAYED, 100, "Veteran", "Play a hundred sessions that you hired an agent for."),
    @JsonProperty("ten-hours")
    TEN_HOURS(Figure.HOURS_PLAYED, 10, "Ten hours", "Play ten hours with agents."),
    @JsonProperty("hundred-hours")
    HUNDRED_HOURS(Figure.HOURS_PLAYED, 100, "Hundred hours", "Play a hundred hours with agents."),
    @JsonProperty("first-customer")
    FIRST_CUSTOMER(Figure.HIRES_OWNED, 1, "First customer", "Somebody else hires one of your agents."),
    @JsonProperty("sought-after")
    SOUGHT_AFTER(Figure.HIRES_OWNED, 100, "Sought after", "Others hire your agents a hundred times."),
    @JsonProperty("busy-agents")
    BUSY_AGENTS(Figure.HOURS_OWNED, 100, "Busy agents", "Others play a hundred hours with your agents."),
    @JsonProperty("earner")
    EARNER(Figure.DOF_EARNED, 10_000, "Earner", "Earn 10,000 DOF with your agents."),
    @JsonProperty("top-earner")
    TOP_EARNER(Figure.DOF_EARNED, 1_000_000, "Top earner", "Earn 1,000,000 DOF with your agents.");

    /// What is counted, and in what.
    public enum Figure {
        SESSIONS_PLAYED(Unit.SESSIONS),
        HIRES_PLAYED(Unit.HIRES),
        HOURS_PLAYED(Unit.HOURS),
        HIRES_OWNED(Unit.HIRES),
        HOURS_OWNED(Unit.HOURS),
        DOF_EARNED(Unit.DOF);

        private final Unit unit;

        Figure(Unit unit) {
            this.unit = unit;
        }
    }

    public enum Unit {
        @JsonProperty("sessions")
        SESSIONS,
        @JsonProperty("hires")
        HIRES,
        @JsonProperty("hours")
        HOURS,
        @JsonProperty("DOF")
        DOF
    }

    private final Figure figure;
    private final long target;
    private final String title;
    private final String description;

    Achievement(Figure figure, long target, String title, String description) {
        this.figure = figure;
        this.target = target;
        this.title = title;
        this.description = description;
    }

    public Figure figure() {
        return figure;
    }

    public Unit unit() {
        return figure.unit;
    }

    /// What the figure has to reach, in its unit.
    public long target() {
        return target;
    }

    public String title() {
        return title;
    }

    public String description() {
        return description;
    }
}
