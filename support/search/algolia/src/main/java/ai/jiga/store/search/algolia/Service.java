package ai.jiga.store.search.algolia;

import com.algolia.api.SearchClient;
import com.algolia.config.CallType;
import com.algolia.config.ClientOptions;
import com.algolia.config.Host;
import com.algolia.config.LogLevel;
import com.algolia.config.RequestOptions;
import com.algolia.exceptions.AlgoliaApiException;
import com.algolia.exceptions.AlgoliaRuntimeException;
import com.algolia.model.search.TaskStatus;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Speaks to one application of Algolia. Its client goes from host to host by itself; here a call that failed on
/// all of them, or was throttled, is made again after a pause. Everything the engine sends may be sent twice.
final class Service implements AutoCloseable {
    private static final int NOT_FOUND = 404;
    private static final int THROTTLED = 429;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final SearchClient client;
    private final String applicationId;
    private final Patience patience;

    Service(AlgoliaOptions options, Patience patience) {
        ClientOptions.Builder settings = new ClientOptions.Builder()
                // Its log would hold requests with the key among their headers.
                .setLogLevel(LogLevel.NONE)
                // Written in one piece. A flush before the end of the body would leave its last bytes to Nagle's
                // algorithm, which waits up to 40 ms for the other side: measured, 50 ms a search instead of 3.
                .setMapperConfig(mapper -> mapper.disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE))
                .setConnectTimeout(CONNECT)
                .setReadTimeout(patience.answer())
                .setWriteTimeout(patience.answer());
        if (!options.hosts().isEmpty()) {
            settings.setHosts(options.hosts().stream().map(Service::host).toList());
        }
        this.client = new SearchClient(options.applicationId(), options.apiKey(), settings.build());
        this.applicationId = options.applicationId();
        this.patience = patience;
    }

    private static Host host(URI address) {
        return new Host(address.getHost(), EnumSet.allOf(CallType.class), address.getScheme(), address.getPort());
    }

    interface Call<R> {
        R of(SearchClient client, RequestOptions options);
    }

    /// Asks while somebody is waiting for the answer.
    <R> R search(String doing, Call<R> call) {
        return ask(doing, patience.searches(), new RequestOptions(), call);
    }

    /// Asks until it is done.
    <R> R ask(String doing, Call<R> call) {
        Duration writing = patience.answer().multipliedBy(Patience.WRITING);
        return ask(
                doing,
                patience.writes(),
                new RequestOptions().setReadTimeout(writing).setWriteTimeout(writing),
                call);
    }

    /// Asks for something that may not be there.
    <R> Optional<R> find(String doing, Call<R> call) {
        return ask(doing, (asked, options) -> {
            try {
                return Optional.of(call.of(asked, options));
            } catch (AlgoliaApiException e) {
                if (e.getStatusCode() == NOT_FOUND) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private <R> R ask(String doing, int tries, RequestOptions options, Call<R> call) {
        for (int attempt = 1; ; attempt++) {
            try {
                return call.of(client, options);
            } catch (AlgoliaRuntimeException e) {
                if (e instanceof AlgoliaApiException api && !isPassing(api.getStatusCode())) {
                    throw refusal(doing, api);
                }
                if (attempt == tries) {
                    throw new UncheckedIOException(
                            new IOException(doing + " failed " + tries + " times: " + e.getMessage(), e));
                }
                pause(backOff(attempt), doing);
            }
        }
    }

    private static boolean isPassing(int status) {
        return status == THROTTLED || status >= 500;
    }

    private static boolean isRefusal(int status) {
        return status == 401 || status == 403;
    }

    private UncheckedIOException refusal(String doing, AlgoliaApiException e) {
        return isRefusal(e.getStatusCode())
                ? new AlgoliaRefusedException(applicationId, doing, e.getStatusCode())
                : new UncheckedIOException(
                        new IOException(doing + " failed with " + e.getStatusCode() + ": " + e.getMessage(), e));
    }

    private Duration backOff(int failures) {
        long most = patience.firstPause().toNanos() << Math.min(failures - 1, 20);
        long pause = Math.min(most, patience.longestPause().toNanos());
        return Duration.ofNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }

    /// Returns when everything up to this task is searchable and durable.
    void awaitPublished(String index, long task) {
        long deadline = System.nanoTime() + patience.published().toNanos();
        Duration poll = patience.firstPoll();
        String doing = "asking for a task of index " + index;
        while (ask(doing, (asked, options) -> asked.getTask(index, task, options))
                        .getStatus()
                != TaskStatus.PUBLISHED) {
            if (System.nanoTime() - deadline > 0) {
                throw new UncheckedIOException(new IOException("Algolia has not published task " + task + " of index "
                        + index + " within " + patience.published().toSeconds() + " s"));
            }
            pause(poll, doing);
            poll = poll.multipliedBy(3).dividedBy(2);
            if (poll.compareTo(Duration.ofSeconds(1)) > 0) {
                poll = Duration.ofSeconds(1);
            }
        }
    }

    private static void pause(Duration pause, String doing) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while " + doing));
        }
    }

    /// What keeps this index from being reached, if anything does; known within this time. An index that does not
    /// exist yet is no trouble.
    Optional<String> trouble(String index, Duration within) {
        RequestOptions options = new RequestOptions()
                .setConnectTimeout(within)
                .setReadTimeout(within)
                .setWriteTimeout(within);
        try {
            client.getSettingsAsync(index, options)
                    .orTimeout(within.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return Optional.empty();
        } catch (CompletionException e) {
            return described(e.getCause() == null ? e : e.getCause(), within);
        } catch (AlgoliaRuntimeException e) {
            return described(e, within);
        }
    }

    private Optional<String> described(Throwable e, Duration within) {
        if (e instanceof AlgoliaApiException api && api.getStatusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        String application = " for application " + applicationId;
        return Optional.of(
                switch (e) {
                    case AlgoliaApiException api
                    when isRefusal(api.getStatusCode()) ->
                        AlgoliaRefusedException.message(applicationId, "reading settings", api.getStatusCode());
                    case AlgoliaApiException api
                    when api.getStatusCode() == THROTTLED -> "Algolia throttles its requests" + application;
                    case AlgoliaApiException api -> "Algolia answered " + api.getStatusCode() + application;
                    case TimeoutException late ->
                        "Algolia did not answer within " + within.toMillis() + " ms" + application;
                    default ->
                        "Algolia cannot be reached" + application + " (is ALGOLIA_APP_ID right?): " + e.getMessage();
                });
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
