package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.QueueUnusableException;
import com.google.api.gax.rpc.AlreadyExistsException;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.NotFoundException;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.protobuf.Duration;
import com.google.pubsub.v1.ExpirationPolicy;
import com.google.pubsub.v1.Subscription;
import com.google.pubsub.v1.SubscriptionName;
import com.google.pubsub.v1.Topic;
import com.google.pubsub.v1.TopicName;
import java.util.ArrayList;
import java.util.List;

/// Makes what a [Topology] declares, in an emulator; or checks that it is there, in the cloud, where only
/// Terraform makes it.
final class Provisioning {
    private static final Duration RETENTION =
            Duration.newBuilder().setSeconds(Topology.RETENTION.toSeconds()).build();

    private final String project;

    Provisioning(String project) {
        this.project = project;
    }

    /// What is there already stays.
    void make(Topology topology, TopicAdminClient topics, SubscriptionAdminClient subscriptions) {
        for (String topic : topology.topics()) {
            try {
                topics.createTopic(Topic.newBuilder()
                        .setName(TopicName.format(project, topic))
                        .setMessageRetentionDuration(RETENTION)
                        .build());
            } catch (AlreadyExistsException there) {
                // Another node made it, or an earlier run.
            }
        }
        for (Topology.Subscription subscription : topology.subscriptions()) {
            try {
                subscriptions.createSubscription(Subscription.newBuilder()
                        .setName(SubscriptionName.format(project, subscription.name()))
                        .setTopic(TopicName.format(project, subscription.topic()))
                        .setEnableMessageOrdering(true)
                        .setAckDeadlineSeconds(Topology.ACK_DEADLINE_SECONDS)
                        .setMessageRetentionDuration(RETENTION)
                        .setExpirationPolicy(ExpirationPolicy.getDefaultInstance())
                        .build());
            } catch (AlreadyExistsException there) {
                // Another node made it, or an earlier run.
            }
        }
    }

    /// @throws QueueUnusableException with everything that is missing or wrong, and what to do
    void check(Topology topology, TopicAdminClient topics, SubscriptionAdminClient subscriptions) {
        var troubles = new ArrayList<String>();
        for (String topic : topology.topics()) {
            try {
                topics.getTopic(TopicName.of(project, topic));
            } catch (ApiException refusal) {
                troubles.add(missing("topic " + topic, refusal));
            }
        }
        for (Topology.Subscription wanted : topology.subscriptions()) {
            try {
                Subscription there = subscriptions.getSubscription(SubscriptionName.of(project, wanted.name()));
                troubles.addAll(differences(wanted, there));
            } catch (ApiException refusal) {
                troubles.add(missing("subscription " + wanted.name(), refusal));
            }
        }
        if (!troubles.isEmpty()) {
            throw new QueueUnusableException("Pub/Sub in project " + project + " is not as the store needs it: "
                    + String.join("; ", troubles)
                    + ". Apply infrastructure/pubsub/topology.json with Terraform, and start again.");
        }
    }

    private List<String> differences(Topology.Subscription wanted, Subscription there) {
        var found = new ArrayList<String>();
        if (!there.getTopic().equals(TopicName.format(project, wanted.topic()))) {
            found.add("subscription " + wanted.name() + " is on " + there.getTopic() + " instead of topic "
                    + wanted.topic());
        }
        if (!there.getEnableMessageOrdering()) {
            found.add("subscription " + wanted.name() + " keeps no order (enable_message_ordering)");
        }
        if (there.hasDeadLetterPolicy()) {
            found.add("subscription " + wanted.name()
                    + " has dead letters of the vendor's, which break the order of a key");
        }
        if (!there.getFilter().isEmpty()) {
            found.add("subscription " + wanted.name() + " has a filter, which may hide events from its handler");
        }
        return found;
    }

    /// Everything that is missing is told at once. What keeps Pub/Sub from answering would keep it from every answer.
    private static String missing(String what, ApiException refusal) {
        if (!(refusal instanceof NotFoundException)) {
            throw refusal;
        }
        return what + " is missing";
    }
}
