package ai.jiga.store.agent.model;

import ai.jiga.store.agent.model.ConfigurationReport.Fault;
import ai.jiga.store.agent.model.ConfigurationReport.Warning;
import ai.jiga.store.agent.model.ConfigurationReport.WarningCode;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.kernel.ErrorCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Judges a configuration for an agent. Known keys have limits that hold for every rank (errors); what a rank pays
/// extra
/// for, what has no effect and what nobody knows is worth a warning, and kept as it was given.
public final class ConfigurationRules {
    static final List<String> HIGH_SPEED_MODES = List.of("quality_focused", "balanced", "ultra_fast");
    private static final BigDecimal LEAST_INTERVAL = new BigDecimal("0.1");
    private static final BigDecimal MOST_INTERVAL = new BigDecimal("2.0");
    private static final String MEMORY = "memory";

    private final AgentDraft agent;
    private final Vision vision;
    private final List<Fault> errors = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private ConfigurationRules(AgentDraft agent) {
        this.agent = agent;
        this.vision = Vision.of(agent.rank());
    }

    public static ConfigurationReport judge(JsonNode configuration, AgentDraft agent) {
        var problem = FreeJson.problemOf(configuration);
        if (problem.isPresent()) {
            return new ConfigurationReport(
                    List.of(new Fault(ErrorCode.INVALID_CONFIGURATION, "*", problem.get())), List.of());
        }
        var rules = new ConfigurationRules(agent);
        configuration.properties().forEach(entry -> rules.judge(entry.getKey(), entry.getValue()));
        return new ConfigurationReport(rules.errors, rules.warnings);
    }

    private void judge(String key, JsonNode value) {
        switch (key) {
            case "target_fps" -> targetFps(value);
            case "analysis_interval" -> analysisInterval(value);
            case "max_concurrent_analyses" -> concurrentAnalyses(value);
            case "high_speed_mode" -> highSpeedMode(value);
            default -> other(key);
        }
    }

    private void targetFps(JsonNode value) {
        if (!isWhole(value, 1, 10)) {
            errors.add(
                    new Fault(ErrorCode.TARGET_FPS_RANGE, "target_fps", "target_fps is a whole number from 1 to 10."));
        } else if (value.intValue() > vision.fps()) {
            warn(
                    WarningCode.FPS_ABOVE_RANK,
                    "target_fps",
                    "A " + agent.rank().label() + " agent watches " + vision.fps() + " frames a second; each frame more"
                            + " costs extra.");
        }
    }

    private void analysisInterval(JsonNode value) {
        boolean inRange = value.isNumber()
                && value.decimalValue().compareTo(LEAST_INTERVAL) >= 0
                && value.decimalValue().compareTo(MOST_INTERVAL) <= 0;
        if (!inRange) {
            errors.add(new Fault(
                    ErrorCode.ANALYSIS_INTERVAL_RANGE,
                    "analysis_interval",
                    "analysis_interval is a number of seconds from 0.1 to 2.0."));
        } else if (value.decimalValue().compareTo(vision.interval()) < 0) {
            warn(
                    WarningCode.ANALYSIS_FASTER_THAN_RANK,
                    "analysis_interval",
                    "A " + agent.rank().label() + " agent analyses every " + vision.interval()
                            + " s; what it analyses in between costs extra.");
        }
    }

    private void concurrentAnalyses(JsonNode value) {
        if (!isWhole(value, 1, 20)) {
            errors.add(new Fault(
                    ErrorCode.CONCURRENT_ANALYSES_RANGE,
                    "max_concurrent_analyses",
                    "max_concurrent_analyses is a whole number from 1 to 20."));
        } else if (value.intValue() > vision.atOnce()) {
            warn(
                    WarningCode.MORE_ANALYSES_THAN_RANK,
                    "max_concurrent_analyses",
                    "A " + agent.rank().label() + " agent has " + vision.atOnce() + " analyses at once.");
        }
    }

    private void highSpeedMode(JsonNode value) {
        int mode = value.isTextual() ? HIGH_SPEED_MODES.indexOf(value.textValue()) : -1;
        if (mode < 0) {
            errors.add(new Fault(
                    ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
                    "high_speed_mode",
                    "high_speed_mode is one of ultra_fast, balanced and quality_focused."));
        } else if (agent.rank() == Rank.BRONZE) {
            warn(
                    WarningCode.HIGH_SPEED_NEEDS_SILVER,
                    "high_speed_mode",
                    "A Bronze agent has normal vision: high_speed_mode has no effect below Silver.");
        } else if (mode > HIGH_SPEED_MODES.indexOf(String.valueOf(vision.highSpeedMode()))) {
            warn(
                    WarningCode.HIGH_SPEED_MODE_ABOVE_RANK,
                    "high_speed_mode",
                    "A " + agent.rank().label() + " agent is " + vision.highSpeedMode() + "; frames beyond that cost"
                            + " extra.");
        }
    }

    private void other(String key) {
        if (key.equals(MEMORY) || key.startsWith(MEMORY + "_")) {
            if (!agent.features().hasMemory()) {
                warn(
                        WarningCode.MEMORY_SETTING_WITHOUT_MEMORY,
                        key,
                        "The agent has no memory, so '" + key + "' has no effect: turn features.hasMemory on.");
            }
        } else {
            warn(WarningCode.UNKNOWN_KEY, key, "'" + key + "' is no setting of the store's: it is kept as given.");
        }
    }

    private void warn(WarningCode code, String field, String message) {
        warnings.add(new Warning(code, field, message));
    }

    private static boolean isWhole(JsonNode value, int least, int most) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
    }
}
