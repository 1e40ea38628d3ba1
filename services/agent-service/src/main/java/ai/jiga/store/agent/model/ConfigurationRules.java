package ai.jiga.store.agent.model;

import ai.jiga.store.agent.model.ConfigurationReport.Warning;
import ai.jiga.store.agent.model.ConfigurationReport.WarningCode;
import ai.jiga.store.contracts.agent.ConfigurationLimits;
import ai.jiga.store.contracts.agent.ConfigurationLimits.Fault;
import ai.jiga.store.contracts.agent.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Judges a configuration for an agent. What breaks [ConfigurationLimits] is an error; what a rank pays extra for, what
/// has no effect and what nobody knows is worth a warning, and kept as it was given.
public final class ConfigurationRules {
    private static final String MEMORY = "memory";

    private final AgentDraft agent;
    private final Vision vision;
    private final List<Warning> warnings = new ArrayList<>();

    private ConfigurationRules(AgentDraft agent) {
        this.agent = agent;
        this.vision = Vision.of(agent.rank());
    }

    public static ConfigurationReport judge(JsonNode configuration, AgentDraft agent) {
        List<Fault> faults = ConfigurationLimits.faultsOf(configuration);
        Set<String> faulty = faults.stream().map(Fault::field).collect(Collectors.toSet());
        if (faulty.contains("*")) {
            return new ConfigurationReport(faults, List.of());
        }
        var rules = new ConfigurationRules(agent);
        configuration.properties().stream()
                .filter(entry -> !faulty.contains(entry.getKey()))
                .forEach(entry -> rules.judge(entry.getKey(), entry.getValue()));
        return new ConfigurationReport(faults, rules.warnings);
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
        if (value.intValue() > vision.fps()) {
            warn(
                    WarningCode.FPS_ABOVE_RANK,
                    "target_fps",
                    "A " + agent.rank().label() + " agent watches " + counted(vision.fps(), "frame", "frames")
                            + " a second; each frame more costs extra.");
        }
    }

    private void analysisInterval(JsonNode value) {
        if (value.decimalValue().compareTo(vision.interval()) < 0) {
            warn(
                    WarningCode.ANALYSIS_FASTER_THAN_RANK,
                    "analysis_interval",
                    "A " + agent.rank().label() + " agent analyses every " + vision.interval()
                            + " s; what it analyses in between costs extra.");
        }
    }

    private void concurrentAnalyses(JsonNode value) {
        if (value.intValue() > vision.atOnce()) {
            warn(
                    WarningCode.MORE_ANALYSES_THAN_RANK,
                    "max_concurrent_analyses",
                    "A " + agent.rank().label() + " agent has " + counted(vision.atOnce(), "analysis", "analyses")
                            + " at a time.");
        }
    }

    private static String counted(int count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private void highSpeedMode(JsonNode value) {
        int mode = ConfigurationLimits.HIGH_SPEED_MODES.indexOf(value.textValue());
        if (agent.rank() == Rank.BRONZE) {
            warn(
                    WarningCode.HIGH_SPEED_NEEDS_SILVER,
                    "high_speed_mode",
                    "A Bronze agent has normal vision: high_speed_mode has no effect below Silver.");
        } else if (mode > ConfigurationLimits.HIGH_SPEED_MODES.indexOf(String.valueOf(vision.highSpeedMode()))) {
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
}
