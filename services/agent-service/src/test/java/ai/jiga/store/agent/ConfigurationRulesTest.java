package ai.jiga.store.agent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.ConfigurationReport;
import ai.jiga.store.agent.model.ConfigurationReport.Warning;
import ai.jiga.store.agent.model.ConfigurationReport.WarningCode;
import ai.jiga.store.agent.model.ConfigurationRules;
import ai.jiga.store.agent.model.Vision;
import ai.jiga.store.contracts.agent.ConfigurationLimits.Fault;
import ai.jiga.store.contracts.agent.Rank;
import ai.jiga.store.kernel.ErrorCode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Rank.class)
    void whatARankComesWithIsWithoutFaultAndWarning(Rank rank) {
        ConfigurationReport report = ConfigurationRules.judge(
                Vision.of(rank).configuration(), Drafts.valid().withRank(rank).draft());

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SILVER   | 3  | 1.0 | 5  | quality_focused",
                "GOLD     | 5  | 0.5 | 10 | balanced",
                "PLATINUM | 5  | 0.3 | 15 | ultra_fast"
            })
    void aRankWatchesAsItsTableSays(Rank rank, int fps, double interval, int atOnce, String mode) {
        JsonNode configuration = Vision.of(rank).configuration();

        assertThat(configuration.path("target_fps").intValue()).isEqualTo(fps);
        assertThat(configuration.path("analysis_interval").doubleValue()).isEqualTo(interval);
        assertThat(configuration.path("max_concurrent_analyses").intValue()).isEqualTo(atOnce);
        assertThat(configuration.path("high_speed_mode").textValue()).isEqualTo(mode);
    }

    @Test
    void bronzeHasNormalVision() {
        assertThat(Vision.of(Rank.BRONZE).configuration().has("high_speed_mode"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target_fps              | 0       | TARGET_FPS_RANGE",
                "target_fps              | 11      | TARGET_FPS_RANGE",
                "target_fps              | 2.5     | TARGET_FPS_RANGE",
                "target_fps              | \"3\"   | TARGET_FPS_RANGE",
                "target_fps              | null    | TARGET_FPS_RANGE",
                "target_fps              | 4294967297 | TARGET_FPS_RANGE",
                "analysis_interval       | 0.09    | ANALYSIS_INTERVAL_RANGE",
                "analysis_interval       | 2.01    | ANALYSIS_INTERVAL_RANGE",
                "analysis_interval       | -1      | ANALYSIS_INTERVAL_RANGE",
                "analysis_interval       | \"1\"   | ANALYSIS_INTERVAL_RANGE",
                "max_concurrent_analyses | 0       | CONCURRENT_ANALYSES_RANGE",
                "max_concurrent_analyses | 21      | CONCURRENT_ANALYSES_RANGE",
                "high_speed_mode         | \"fast\" | HIGH_SPEED_MODE_UNKNOWN",
                "high_speed_mode         | 1       | HIGH_SPEED_MODE_UNKNOWN"
            })
    void beyondItsLimitAKnownKeyIsAnError(String key, String value, ErrorCode code) {
        ConfigurationReport report = judge("{\"" + key + "\": " + value + "}", Rank.PLATINUM);

        assertThat(report.isValid()).isFalse();
        assertThat(report.errors()).extracting(Fault::code).containsExactly(code);
        assertThat(report.errors()).extracting(Fault::field).containsExactly(key);
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"target_fps\": 1}",
                "{\"analysis_interval\": 2}",
                "{\"analysis_interval\": 2.0}",
                "{\"max_concurrent_analyses\": 1}",
                "{}"
            })
    void atItsLimitAKnownKeyIsTaken(String configuration) {
        ConfigurationReport report = judge(configuration, Rank.PLATINUM);

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SILVER | target_fps              | 10             | FPS_ABOVE_RANK",
                "GOLD   | analysis_interval       | 0.1            | ANALYSIS_FASTER_THAN_RANK",
                "GOLD   | max_concurrent_analyses | 20             | MORE_ANALYSES_THAN_RANK",
                "GOLD   | high_speed_mode         | \"ultra_fast\" | HIGH_SPEED_MODE_ABOVE_RANK",
                "BRONZE | high_speed_mode         | \"balanced\"   | HIGH_SPEED_NEEDS_SILVER",
                "GOLD   | colour                  | \"red\"        | UNKNOWN_KEY"
            })
    void whatARankPaysExtraForOrNobodyKnowsIsAWarning(Rank rank, String key, String value, WarningCode code) {
        ConfigurationReport report = judge("{\"" + key + "\": " + value + "}", rank);

        assertThat(report.isValid()).isTrue();
        assertThat(report.warnings()).extracting(Warning::code).containsExactly(code);
        assertThat(report.warnings()).extracting(Warning::field).containsExactly(key);
    }

    @Test
    void aMemorySettingWithoutMemoryIsAWarning() {
        var forgetful = Drafts.valid().withFeatures(true, false, false).draft();

        ConfigurationReport report = ConfigurationRules.judge(read("{\"memory_size\": 20}"), forgetful);

        assertThat(report.warnings())
                .extracting(Warning::code)
                .containsExactly(WarningCode.MEMORY_SETTING_WITHOUT_MEMORY);
        assertThat(judge("{\"memory_size\": 20}", Rank.GOLD).warnings()).isEmpty();
    }

    @Test
    void errorsAndWarningsAreToldApartAndAllAtOnce() {
        ConfigurationReport report = judge(
                "{\"target_fps\": 99, \"high_speed_mode\": \"warp\", \"analysis_interval\": 0.1, \"x\": 1}", Rank.GOLD);

        assertThat(report.errors())
                .extracting(Fault::code)
                .containsExactly(ErrorCode.TARGET_FPS_RANGE, ErrorCode.HIGH_SPEED_MODE_UNKNOWN);
        assertThat(report.warnings())
                .extracting(Warning::code)
                .containsExactly(WarningCode.ANALYSIS_FASTER_THAN_RANK, WarningCode.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "3",
                "null",
                "{\"a b\": 1}",
                "{\"\": 1}",
                "{\"a\": [[1]]}",
                "{\"a\": 123456789012345678901}",
                "{\"a\": 1e999}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}"
            })
    void whatNoEngineCanKeepIsNoConfiguration(String configuration) {
        ConfigurationReport report = judge(configuration, Rank.GOLD);

        assertThat(report.errors()).extracting(Fault::code).containsExactly(ErrorCode.INVALID_CONFIGURATION);
    }

    @Test
    void aConfigurationHasBounds() {
        var many = JSON.createObjectNode();
        for (int i = 0; i < 500; i++) {
            many.put("key" + i, i);
        }
        var tooLong = JSON.createObjectNode().put("prompt", "x".repeat(4_001));
        var longEnough = JSON.createObjectNode().put("prompt", "x".repeat(4_000));
        var draft = Drafts.valid().draft();

        assertThat(ConfigurationRules.judge(many, draft).isValid()).isFalse();
        assertThat(ConfigurationRules.judge(tooLong, draft).isValid()).isFalse();
        assertThat(ConfigurationRules.judge(longEnough, draft).isValid()).isTrue();
    }

    private static ConfigurationReport judge(String configuration, Rank rank) {
        return ConfigurationRules.judge(
                read(configuration), Drafts.valid().withRank(rank).draft());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
