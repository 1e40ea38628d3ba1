package ai.jiga.store.agent.model;

import ai.jiga.store.contracts.agent.Rank;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// How an agent of a rank watches a game, unless its owner says otherwise. What goes beyond costs extra per frame.
///
/// @param fps frames a second
/// @param interval seconds between two analyses
/// @param atOnce analyses at a time
/// @param highSpeedMode null for normal vision
public record Vision(
        int fps, BigDecimal interval, int atOnce, @Nullable String highSpeedMode) {
    public static Vision of(Rank rank) {
        return switch (rank) {
            case BRONZE -> new Vision(1, new BigDecimal("2.0"), 1, null);
            case SILVER -> new Vision(3, new BigDecimal("1.0"), 5, "quality_focused");
            case GOLD -> new Vision(5, new BigDecimal("0.5"), 10, "balanced");
            case PLATINUM -> new Vision(5, new BigDecimal("0.3"), 15, "ultra_fast");
        };
    }

    /// As a configuration.
    public JsonNode configuration() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("target_fps", fps);
        json.put("analysis_interval", interval.doubleValue());
        json.put("max_concurrent_analyses", atOnce);
        if (highSpeedMode != null) {
            json.put("high_speed_mode", highSpeedMode);
        }
        return json;
    }
}
