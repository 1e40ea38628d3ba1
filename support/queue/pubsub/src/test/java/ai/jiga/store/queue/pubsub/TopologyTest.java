package ai.jiga.store.queue.pubsub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.Transaction;
import ai.jiga.store.emulators.testkit.Emulators;
import ai.jiga.store.queue.Event;
import ai.jiga.store.queue.EventHandler;
import ai.jiga.store.queue.IdempotentHandler;
import ai.jiga.store.queue.QueueUnusableException;
import ai.jiga.store.queue.RecordingHandler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TopologyTest {
    record Wants(String name, Set<String> types) implements IdempotentHandler {
        @Override
        public void handle(Event event) {}
    }

    private static final List<EventHandler> HANDLERS = List.of(
            new Wants("agent.follow", Set.of("agent.created", "listing.changed")),
            new Wants("agent.engage", Set.of("agent.hired", "session.ended")));

    @Test
    void aHandlerWhoseTypesTravelOnOneTopicListensThere() {
        assertThat(Topology.of(HANDLERS).subscriptions())
                .extracting(Topology.Subscription::name)
                .contains("agent.follow.agent-events");
    }

    @Test
    void aHandlerOfSeveralTopicsListensToTheOneThatCarriesAllBecauseOrderHoldsWithinATopicOnly() {
        assertThat(Topology.of(HANDLERS).subscriptions())
                .extracting(Topology.Subscription::name)
                .contains("agent.engage.analytics");
    }

    @Test
    void whoRecordsEventsTakesThemFromAnalyticsAndHasNoSubscriptionOfTheStores() {
        RecordingHandler recorder = new RecordingHandler() {
            @Override
            public String name() {
                return "analytics.record";
            }

            @Override
            public Set<String> types() {
                return Set.of("agent.created");
            }

            @Override
            public void handle(List<Event> events, Transaction tx) {}
        };
        assertThat(Topology.of(List.of(recorder)).subscriptions()).isEmpty();
    }

    @Test
    void everyEventTravelsOnItsTopicAndOnAnalytics() {
        assertThat(Topology.topicsOf("review.submitted")).containsExactly("agent-events", "analytics");
        assertThat(Topology.topicsOf("unheard.of")).containsExactly("analytics");
    }

    @Test
    void terraformReadsTheTopologyByName() {
        var json = Topology.of(HANDLERS).json();
        assertThat(json.path("topics").fieldNames())
                .toIterable()
                .containsExactly(
                        "agent-events", "analytics", "notification-events", "session-events", "transaction-events");
        var subscription = json.path("subscriptions").path("agent.engage.analytics");
        assertThat(subscription.path("topic").asText()).isEqualTo("analytics");
        assertThat(subscription.path("enable_message_ordering").asBoolean()).isTrue();
        assertThat(subscription.path("message_retention_duration").asText()).isEqualTo("86400s");
    }

    @Test
    void whatIsMissingInTheCloudIsNamedWithWhatToDo() {
        var options = PubSubOptions.of(Emulators.freshProject(), Optional.of(Emulators.pubSub()));
        var provisioning = new Provisioning(options.project());
        try (var connection = new Connection(options);
                var topics = connection.topics();
                var subscriptions = connection.subscriptions()) {
            assertThatThrownBy(() -> provisioning.check(Topology.of(HANDLERS), topics, subscriptions))
                    .isInstanceOf(QueueUnusableException.class)
                    .hasMessageContainingAll(
                            options.project(),
                            "topic agent-events is missing",
                            "subscription agent.follow.agent-events is missing",
                            "infrastructure/pubsub/topology.json");
            provisioning.make(Topology.of(HANDLERS), topics, subscriptions);
            provisioning.make(Topology.of(HANDLERS), topics, subscriptions);
            provisioning.check(Topology.of(HANDLERS), topics, subscriptions);
        }
    }

    @Test
    void aConfigurationIsExplainedWhole() {
        assertThat(PubSubOptions.problems("My Project", Optional.of("8085")))
                .hasSize(2)
                .anySatisfy(sentence -> assertThat(sentence).contains("GOOGLE_CLOUD_PROJECT", "My Project"))
                .anySatisfy(sentence -> assertThat(sentence).contains("PUBSUB_EMULATOR_HOST", "8085"));
        assertThat(PubSubOptions.problems("jiga-store", Optional.of("127.0.0.1:8085")))
                .isEmpty();
    }
}
