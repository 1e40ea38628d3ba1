package ai.jiga.store.gateway;

import ai.jiga.store.wiring.ReadyCheck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether this process is alive, and whether what it needs answers.
public final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final List<ReadyCheck> checks;
    private final InstantSource clock;

    public Readiness(List<ReadyCheck> checks, InstantSource clock) {
        this.checks =
                checks.stream().sorted(Comparator.comparing(ReadyCheck::name)).toList();
        this.clock = clock;
    }

    /// This process answers: more is not asked, or an orchestrator would restart it for somebody else's
    /// fault.
    public Report alive() {
        return report(List.of(new Check("process", true, null)), true);
    }

    /// Asks everything at once, each for two seconds at most.
    public Report ready() throws InterruptedException {
        var results = new ArrayList<Check>();
        boolean able = true;
        // Not closed by try: that would wait for a check that hangs.
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<Check>> answers = threads.invokeAll(
                    checks.stream()
                            .<Callable<Check>>map(check -> () -> ask(check))
                            .toList(),
                    PATIENCE.toMillis(),
                    TimeUnit.MILLISECONDS);
            for (int i = 0; i < answers.size(); i++) {
                Check result = result(checks.get(i).name(), answers.get(i));
                results.add(result);
                able &= result.healthy() || !checks.get(i).isNeeded();
            }
        } finally {
            threads.shutdownNow();
        }
        return report(results, able);
    }

    private static Check ask(ReadyCheck check) throws Exception {
        return check.question()
                .trouble()
                .map(detail -> new Check(check.name(), false, detail))
                .orElseGet(() -> new Check(check.name(), true, null));
    }

    private static Check result(String name, Future<Check> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (CancellationException late) {
            return new Check(name, false, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            // What it says may name hosts or files, and this page is public.
            LOG.warn("The check of {} failed", name, e.getCause());
            return new Check(name, false, "failed, see the log");
        }
    }

    private Report report(List<Check> results, boolean able) {
        boolean whole = results.stream().allMatch(Check::healthy);
        String status = whole ? "healthy" : able ? "degraded" : "unhealthy";
        return new Report(status, List.copyOf(results), clock.instant());
    }

    /// @param status `healthy`, `degraded` when only what it can do without is away, or `unhealthy`
    public record Report(String status, List<Check> checks, Instant timestamp) {
        public boolean mayTakeTraffic() {
            return !status.equals("unhealthy");
        }
    }

    public record Check(
            String name, boolean healthy, @Nullable String detail) {}
}
