package ai.jiga.store.queue.cloudtasks;

import ai.jiga.store.queue.QueueUnusableException;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.StatusCode;
import com.google.cloud.tasks.v2.CloudTasksClient;
import com.google.cloud.tasks.v2.CloudTasksSettings;
import com.google.cloud.tasks.v2.HttpMethod;
import com.google.cloud.tasks.v2.HttpRequest;
import com.google.cloud.tasks.v2.OidcToken;
import com.google.cloud.tasks.v2.QueueName;
import com.google.cloud.tasks.v2.Task;
import com.google.cloud.tasks.v2.TaskName;
import com.google.protobuf.Duration;
import com.google.protobuf.util.Timestamps;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// The vendor's queue, over its REST API.
final class AlarmClock implements AutoCloseable {
    /// The longest the vendor waits for an answer. A call that takes longer is made again, and finds the
    /// first running.
    private static final Duration LONGEST_CALL =
            Duration.newBuilder().setSeconds(30 * 60).build();

    private static final int CONFLICT = 409;

    private final CloudTaskOptions options;
    private final CloudTasksClient client;

    AlarmClock(CloudTaskOptions options) {
        this.options = options;
        var settings = CloudTasksSettings.newHttpJsonBuilder();
        options.endpoint()
                .ifPresent(endpoint -> settings.setEndpoint(endpoint.toString())
                        .setCredentialsProvider(NoCredentialsProvider.create()));
        try {
            client = CloudTasksClient.create(settings.build());
        } catch (IOException fault) {
            throw new QueueUnusableException(
                    "Cloud Tasks' client cannot be made; where it runs outside of Google Cloud,"
                            + " GOOGLE_APPLICATION_CREDENTIALS names the file with its credentials",
                    fault);
        }
    }

    /// @throws QueueUnusableException when the queue cannot be used: the message says what to do
    void check() {
        QueueName queue = QueueName.of(options.project(), options.location(), options.queue());
        try {
            client.getQueue(queue);
        } catch (ApiException refusal) {
            throw new QueueUnusableException(
                    inWords(queue, refusal.getStatusCode().getCode()), refusal);
        }
    }

    private String inWords(QueueName queue, StatusCode.Code code) {
        return switch (code) {
            case NOT_FOUND ->
                queue + " does not exist: create it with Terraform, or `gcloud tasks queues create " + options.queue()
                        + " --location=" + options.location() + " --max-attempts=-1 --max-backoff=300s`, and start"
                        + " again";
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                queue + " cannot be read (" + code
                        + "): give the store's account the role roles/cloudtasks.enqueuer and"
                        + " cloudtasks.queues.get, and start again";
            default ->
                queue + " cannot be read (" + code
                        + "): see whether this machine reaches cloudtasks.googleapis.com, and" + " start again";
        };
    }

    /// One that is set already stays.
    ///
    /// @throws ApiException when the vendor refuses it, or is away
    void set(Alarm alarm) {
        HttpRequest call = HttpRequest.newBuilder()
                .setHttpMethod(HttpMethod.POST)
                .setUrl(options.target() + "/tasks/" + step(alarm.kind()) + "/" + step(alarm.id()))
                .setOidcToken(OidcToken.newBuilder()
                        .setServiceAccountEmail(options.serviceAccount())
                        .setAudience(options.target().toString()))
                .build();
        Task task = Task.newBuilder()
                .setName(TaskName.format(options.project(), options.location(), options.queue(), alarm.name()))
                .setHttpRequest(call)
                .setScheduleTime(Timestamps.fromMillis(alarm.at().toEpochMilli()))
                .setDispatchDeadline(LONGEST_CALL)
                .build();
        try {
            client.createTask(QueueName.of(options.project(), options.location(), options.queue()), task);
        } catch (ApiException refusal) {
            if (!isThere(refusal)) {
                throw refusal;
            }
        }
    }

    /// Over REST, a name that is taken is a conflict, which the client calls aborted.
    private static boolean isThere(ApiException refusal) {
        StatusCode status = refusal.getStatusCode();
        return status.getCode() == StatusCode.Code.ALREADY_EXISTS
                || Integer.valueOf(CONFLICT).equals(status.getTransportCode());
    }

    private static String step(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        client.shutdownNow();
        try {
            client.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
