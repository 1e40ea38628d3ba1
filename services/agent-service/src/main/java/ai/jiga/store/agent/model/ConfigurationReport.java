package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.ConfigurationLimits.Fault;
import ai.jiga.store.kernel.Rejection;
import java.util.List;

/// What is to be said of a configuration: errors keep it from being set, warnings do not.
public record ConfigurationReport(List<Fault> errors, List<Warning> warnings) {
    public ConfigurationReport {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /// @param field the key, such as `target_fps`
    public record Warning(WarningCode code, String field, String message) {}

    /// Part of the API: codes are added, never renamed.
    public enum WarningCode {
        HIGH_SPEED_NEEDS_SILVER,
        HIGH_SPEED_MODE_ABOVE_RANK,
        FPS_ABOVE_RANK,
        ANALYSIS_FASTER_THAN_RANK,
        MORE_ANALYSES_THAN_RANK,
        MEMORY_SETTING_WITHOUT_MEMORY,
        UNKNOWN_KEY
    }

    public boolean isValid() {
        return errors.isEmpty();
    }

    public List<Rejection> rejections() {
        return errors.stream().map(Fault::rejection).toList();
    }
}
