package ai.jiga.store.agent;

import static ai.jiga.store.agent.AgentService.ANA;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.agent.model.Badge;
import ai.jiga.store.agent.usecase.PublicAgent;
import ai.jiga.store.contracts.agent.Features;
import ai.jiga.store.contracts.agent.Specialization;
import ai.jiga.store.contracts.agent.Specialization.SpecialistType;
import ai.jiga.store.contracts.agent.Tool;
import ai.jiga.store.kernel.AgentId;
import ai.jiga.store.kernel.Dof;
import ai.jiga.store.kernel.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// What a new store begins with, against the tables of the product's description.
class CatalogueTest {
    private final AgentService service = new AgentService().seeded();

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/system-agents.csv", delimiter = '|', useHeadersInDisplayName = true)
    void aSystemAgentIsWhatTheTableSays(
            String id,
            String name,
            String rank,
            String type,
            String provider,
            String nationality,
            String language,
            String voice,
            String speaks,
            String memory,
            String toolkit,
            long rate) {
        PublicAgent agent =
                (PublicAgent) service.find.seenBy(ANA, AgentId.of(id)).orThrow();

        assertThat(agent.name()).isEqualTo(name);
        assertThat(agent.rank().label()).isEqualTo(rank);
        assertThat(agent.type().label()).isEqualTo(type);
        assertThat(agent.provider().label()).isEqualTo(provider);
        assertThat(agent.nationality()).isEqualTo(nationality);
        assertThat(agent.language()).isEqualTo(language);
        assertThat(agent.voiceId()).isEqualTo(voice);
        assertThat(agent.features())
                .isEqualTo(
                        new Features(speaks.equals("voice chat"), speaks.equals("commentary"), memory.equals("yes")));
        assertThat(agent.toolkit().stream().map(Tool::label).collect(Collectors.joining(", ")))
                .isEqualTo(toolkit);
        assertThat(agent.baseRate()).isEqualTo(Dof.of(rate));
        assertThat(agent.ownerId()).isEqualTo(UserId.SYSTEM);
        assertThat(agent.creatorId()).isEqualTo(UserId.SYSTEM);
        assertThat(agent.description()).isNotBlank();
    }

    @Test
    void thereAreThirteenSystemAgentsInTheOrderOfTheTable() {
        List<String> table = lines("/system-agents.csv").stream()
                .skip(1)
                .map(line -> line.split("\\|", 2)[0].strip())
                .toList();

        assertThat(service.find.systemAgents()).hasSize(13);
        assertThat(service.find.systemAgents())
                .extracting(agent -> agent.id().value())
                .isEqualTo(table);
    }

    @Test
    void onlyTruWakandanIsASpecialist() {
        assertThat(service.find.systemAgents())
                .filteredOn(agent -> agent.specialization() != null)
                .singleElement()
                .satisfies(agent -> {
                    assertThat(agent.name()).isEqualTo("truWakandan");
                    assertThat(agent.specialization())
                            .isEqualTo(new Specialization(
                                    List.of("Call of Duty"),
                                    "Multiplayer, Warzone, Search & Destroy, Cyber Attack",
                                    SpecialistType.TRAINED));
                });
    }

    @Test
    void theBadgesAreWhatTheTableSays() {
        List<String> told = service.badges.all().stream()
                .flatMap(badge -> badge.requirements().stream()
                        .map(r -> badge.game() + " | " + badge.id() + " | " + r.mode() + " | " + r.hours()))
                .toList();

        assertThat(told).isEqualTo(lines("/badges.csv"));
        assertThat(service.badges.all()).hasSize(10);
    }

    @Test
    void seedingAgainChangesNothing() {
        var before = service.find.systemAgents();

        service.process.clock().advance(Duration.ofDays(1));
        service.seeded();

        assertThat(service.find.systemAgents()).isEqualTo(before);
        assertThat(service.told(AgentId.of("scout-observer-001"))).containsExactly("agent.created");
        assertThat(service.badges.all()).extracting(Badge::id).doesNotHaveDuplicates();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(CatalogueTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
