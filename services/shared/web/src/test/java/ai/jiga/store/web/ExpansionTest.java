package ai.jiga.store.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.kernel.ErrorCode;
import ai.jiga.store.kernel.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpansionTest {
    @Test
    void withoutTheParameterNothingIsExpanded() {
        assertThat(Expansion.of(null, "details", "stats").parts()).isEmpty();
    }

    @Test
    void whatIsNamedIsExpanded() {
        Expansion expansion = Expansion.of("stats, details", "details", "stats", "reviews");

        assertThat(expansion.has("details")).isTrue();
        assertThat(expansion.has("stats")).isTrue();
        assertThat(expansion.has("reviews")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "details,", "reviews", "Details", "details.stats"})
    void whatTheAddressDoesNotOfferIsRefused(String expand) {
        assertThatThrownBy(() -> Expansion.of(expand, "details", "stats"))
                .isInstanceOfSatisfying(RejectedException.class, e -> {
                    assertThat(e.rejection().code()).isEqualTo(ErrorCode.UNKNOWN_FIELD);
                    assertThat(e.rejection().detail()).contains("details, stats");
                });
    }
}
