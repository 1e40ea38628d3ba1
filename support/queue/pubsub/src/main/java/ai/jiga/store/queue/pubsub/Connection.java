package ai.jiga.store.queue.pubsub;

import ai.jiga.store.queue.QueueUnusableException;
import com.google.api.gax.batching.BatchingSettings;
import com.google.api.gax.batching.FlowControlSettings;
import com.google.api.gax.batching.FlowController.LimitExceededBehavior;
import com.google.api.gax.core.FixedExecutorProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.GrpcTransportChannel;
import com.google.api.gax.rpc.FixedTransportChannelProvider;
import com.google.api.gax.rpc.UnaryCallSettings;
import com.google.cloud.pubsub.v1.MessageReceiver;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.cloud.pubsub.v1.Subscriber;
import com.google.cloud.pubsub.v1.SubscriberShutdownSettings;
import com.google.cloud.pubsub.v1.SubscriberShutdownSettings.ShutdownMode;
import com.google.cloud.pubsub.v1.SubscriptionAdminClient;
import com.google.cloud.pubsub.v1.SubscriptionAdminSettings;
import com.google.cloud.pubsub.v1.TopicAdminClient;
import com.google.cloud.pubsub.v1.TopicAdminSettings;
import com.google.pubsub.v1.ProjectSubscriptionName;
import com.google.pubsub.v1.TopicName;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the vendor's clients: for the cloud as they come, for an emulator over one plain channel.
final class Connection implements AutoCloseable {
    /// A start that waits longer looks like one that hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final int BATCH_MESSAGES = 100;
    private static final long BATCH_BYTES = 256 << 10;
    private static final Duration BATCH_DELAY = Duration.ofMillis(2);
    private static final long UNSENT_MESSAGES = 2_000;
    private static final long UNSENT_BYTES = 16 << 20;
    private static final int THREADS = 2;

    /// What a node cannot finish in this time goes to another one as well.
    private static final Duration LONGEST_HELD = Duration.ofMinutes(10);

    private static final int CLOSING_SECONDS = 2;

    private final PubSubOptions options;
    private final @Nullable ManagedChannel channel;

    /// Only hands messages to lanes and batches to gRPC.
    private final ScheduledThreadPoolExecutor threads;

    Connection(PubSubOptions options) {
        this.options = options;
        this.channel = options.emulatorHost()
                .map(host ->
                        ManagedChannelBuilder.forTarget(host).usePlaintext().build())
                .orElse(null);
        this.threads = new ScheduledThreadPoolExecutor(
                THREADS, Thread.ofPlatform().daemon().name("pubsub-", 0).factory());
        this.threads.setRemoveOnCancelPolicy(true);
    }

    private Optional<FixedTransportChannelProvider> emulator() {
        return Optional.ofNullable(channel)
                .map(GrpcTransportChannel::create)
                .map(FixedTransportChannelProvider::create);
    }

    Publisher publisher(String topic) {
        var builder = Publisher.newBuilder(TopicName.of(options.project(), topic))
                .setEnableMessageOrdering(true)
                .setExecutorProvider(FixedExecutorProvider.create(threads))
                .setBatchingSettings(BatchingSettings.newBuilder()
                        .setElementCountThreshold((long) BATCH_MESSAGES)
                        .setRequestByteThreshold(BATCH_BYTES)
                        .setDelayThresholdDuration(BATCH_DELAY)
                        .setFlowControlSettings(FlowControlSettings.newBuilder()
                                .setMaxOutstandingElementCount(UNSENT_MESSAGES)
                                .setMaxOutstandingRequestBytes(UNSENT_BYTES)
                                .setLimitExceededBehavior(LimitExceededBehavior.Block)
                                .build())
                        .build());
        emulator()
                .ifPresent(plain ->
                        builder.setChannelProvider(plain).setCredentialsProvider(NoCredentialsProvider.create()));
        try {
            return builder.build();
        } catch (IOException fault) {
            throw unusable(fault);
        }
    }

    Subscriber subscriber(String subscription, MessageReceiver receiver) {
        var builder = Subscriber.newBuilder(ProjectSubscriptionName.of(options.project(), subscription), receiver)
                .setExecutorProvider(FixedExecutorProvider.create(threads))
                .setSystemExecutorProvider(FixedExecutorProvider.create(threads))
                .setFlowControlSettings(FlowControlSettings.newBuilder()
                        .setMaxOutstandingElementCount((long) options.outstandingMessages())
                        .setMaxOutstandingRequestBytes(options.outstandingBytes())
                        .build())
                .setMaxAckExtensionPeriodDuration(LONGEST_HELD)
                .setSubscriberShutdownSettings(SubscriberShutdownSettings.newBuilder()
                        .setMode(ShutdownMode.WAIT_FOR_PROCESSING)
                        .setTimeout(options.shutdown())
                        .build());
        emulator()
                .ifPresent(plain ->
                        builder.setChannelProvider(plain).setCredentialsProvider(NoCredentialsProvider.create()));
        return builder.build();
    }

    TopicAdminClient topics() {
        var settings = TopicAdminSettings.newBuilder();
        forAWhile(settings.createTopicSettings());
        forAWhile(settings.getTopicSettings());
        emulator()
                .ifPresent(plain -> settings.setTransportChannelProvider(plain)
                        .setCredentialsProvider(NoCredentialsProvider.create()));
        try {
            return TopicAdminClient.create(settings.build());
        } catch (IOException fault) {
            throw unusable(fault);
        }
    }

    SubscriptionAdminClient subscriptions() {
        var settings = SubscriptionAdminSettings.newBuilder();
        forAWhile(settings.createSubscriptionSettings());
        forAWhile(settings.getSubscriptionSettings());
        emulator()
                .ifPresent(plain -> settings.setTransportChannelProvider(plain)
                        .setCredentialsProvider(NoCredentialsProvider.create()));
        try {
            return SubscriptionAdminClient.create(settings.build());
        } catch (IOException fault) {
            throw unusable(fault);
        }
    }

    private static void forAWhile(UnaryCallSettings.Builder<?, ?> method) {
        method.setRetrySettings(method.getRetrySettings().toBuilder()
                .setTotalTimeoutDuration(PATIENCE)
                .build());
    }

    private static QueueUnusableException unusable(IOException fault) {
        return new QueueUnusableException(
                "Pub/Sub's client cannot be made; where it runs outside of Google Cloud, GOOGLE_APPLICATION_CREDENTIALS"
                        + " names the file with its credentials",
                fault);
    }

    /// Answers to messages may still be on their way: they are let go first.
    @Override
    public void close() {
        if (channel != null) {
            channel.shutdown();
            try {
                if (!channel.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                    channel.shutdownNow();
                }
            } catch (InterruptedException interrupted) {
                channel.shutdownNow();
                Thread.currentThread().interrupt();
            }
        }
        threads.shutdownNow();
    }
}
