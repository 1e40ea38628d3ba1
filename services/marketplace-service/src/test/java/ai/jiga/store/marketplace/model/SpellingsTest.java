package ai.jiga.store.marketplace.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.marketplace.Market;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a listing names, it names once, however often it is spelled otherwise.
class SpellingsTest {
    private static final ListingContent CONTENT = new ListingContent(
            "Nova",
            "",
            List.of("Caller", "caller ", "CALLER", "calm"),
            List.of("shooters", "shooters"),
            List.of("VALORANT", "Valorant", "Pok\u00e9mon", "Poke\u0301mon"),
            Dof.of(15_000),
            Availability.ALWAYS);

    @Test
    void tagsAndGamesAreNamedOnce() {
        assertThat(CONTENT.tags()).containsExactly("Caller", "calm");
        assertThat(CONTENT.categories()).containsExactly("shooters");
        assertThat(CONTENT.games()).containsExactly("VALORANT", "Pok\u00e9mon");
    }

    @Test
    void aSpecialistsGamesAndSubjectsAreItsOwnAndNamedOnce() {
        Listing listing = Listing.published(
                Market.specialist(
                        AgentId.of("sage"),
                        new Specialization(
                                List.of("valorant", "Chess"),
                                "Retakes, RETAKES, Entry",
                                Specialization.SpecialistType.TRAINED)),
                CONTENT,
                Instant.EPOCH);

        assertThat(listing.games()).containsExactly("valorant", "Chess");
        assertThat(listing.agent().specializations()).containsExactly("Retakes", "Entry");
    }
}
