package ai.jiga.store.contracts.agent;

import ai.jiga.store.contracts.json.FreeJson;
import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.Rejection;
import ai.jiga.store.kernel.Rejection.FieldError;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What every configuration of an agent keeps, whoever writes it and through whichever door: its owner's, and what a
/// player asks of the agent for one session. What nobody knows is kept as it was given.
public final class ConfigurationLimits {
    /// From the calmest to the fastest.
    public static final List<String> HIGH_SPEED_MODES = List.of("quality_focused", "balanced", "ultra_fast");

    private static final BigDecimal LEAST_INTERVAL = new BigDecimal("0.1");
    private static final BigDecimal MOST_INTERVAL = new BigDecimal("2.0");

    private ConfigurationLimits() {}

    /// @param field the key, such as `target_fps`; `*` for the whole
    public record Fault(ErrorCode code, String field, String message) {
        public Rejection rejection() {
            return Rejection.ofFields(code, message, List.of(new FieldError("configuration." + field, message)));
        }
    }

    /// All that is wrong with it; nothing, when it may be set.
    public static List<Fault> faultsOf(JsonNode configuration) {
        Optional<String> problem = FreeJson.problemOf(configuration);
        if (problem.isPresent()) {
            return List.of(new Fault(ErrorCode.INVALID_CONFIGURATION, "*", problem.get()));
        }
        List<Fault> faults = new ArrayList<>();
        configuration
                .properties()
                .forEach(entry -> faultOf(entry.getKey(), entry.getValue()).ifPresent(faults::add));
        return faults;
    }

    /// The same as one refusal, with a line for each key.
    public static Optional<Rejection> refusalOf(JsonNode configuration) {
        List<Fault> faults = faultsOf(configuration);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(Rejection.ofFields(
                        faults.getFirst().code(),
                        faults.getFirst().message(),
                        faults.stream()
                                .flatMap(fault -> fault.rejection().errors().stream())
                                .toList()));
    }

    private static Optional<Fault> faultOf(String key, JsonNode value) {
        return switch (key) {
            case "target_fps" ->
                require(
                        isWhole(value, 1, 10),
                        ErrorCode.TARGET_FPS_RANGE,
                        key,
                        "target_fps is a whole number from 1 to 10.");
            case "analysis_interval" ->
                require(
                        isInterval(value),
                        ErrorCode.ANALYSIS_INTERVAL_RANGE,
                        key,
                        "analysis_interval is a number of seconds from 0.1 to 2.0.");
            case "max_concurrent_analyses" ->
                require(
                        isWhole(value, 1, 20),
                        ErrorCode.CONCURRENT_ANALYSES_RANGE,
                        key,
                        "max_concurrent_analyses is a whole number from 1 to 20.");
            case "high_speed_mode" ->
                require(
                        value.isTextual() && HIGH_SPEED_MODES.contains(value.textValue()),
                        ErrorCode.HIGH_SPEED_MODE_UNKNOWN,
                        key,
                        "high_speed_mode is one of ultra_fast, balanced and quality_focused.");
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> require(boolean kept, ErrorCode code, String key, String message) {
        return kept ? Optional.empty() : Optional.of(new Fault(code, key, message));
    }

    private static boolean isInterval(JsonNode value) {
        return value.isNumber()
                && value.decimalValue().compareTo(LEAST_INTERVAL) >= 0
                && value.decimalValue().compareTo(MOST_INTERVAL) <= 0;
    }

    private static boolean isWhole(JsonNode value, int least, int most) {
        return value.isIntegralNumber()
                && value.canConvertToInt()
                && value.intValue() >= least
                && value.intValue() <= most;
    }
}
