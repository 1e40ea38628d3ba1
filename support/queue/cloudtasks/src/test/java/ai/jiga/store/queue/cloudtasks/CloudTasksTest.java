package ai.jiga.store.queue.cloudtasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.documents.memory.MemoryDocuments;
import ai.jiga.store.queue.Outbox;
import ai.jiga.store.queue.QueueUnusableException;
import ai.jiga.store.queue.Task;
import ai.jiga.store.queue.TaskHandler;
import ai.jiga.store.queue.engine.TaskDocuments;
import com.fasterxml.jackson.databind.node.NullNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the contract cannot say: who may call, what the vendor limits, and what a crash leaves out.
final class CloudTasksTest {
    private static final String KIND = "session.settle";
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    private static final class SetClock implements InstantSource {
        private volatile Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        synchronized void pass(Duration time) {
            now = now.plus(time);
        }
    }

    private final SetClock clock = new SetClock();
    private final CalledStore called = new CalledStore();
    private final MemoryDocuments documents =
            MemoryDocuments.open(Outbox.SCHEMA, DocumentJson.mapper(), clock).rehearsing();
    private final CloudTasks tasks = called.open(documents, clock);
    private final List<String> ran = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        tasks.register(new TaskHandler() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public void run(Task task) {
                ran.add(task.id());
            }
        });
        tasks.start();
    }

    @AfterEach
    void close() {
        tasks.close();
        called.close();
        documents.close();
    }

    private void schedule(String id, Duration in) {
        var task = new Task(KIND, id, clock.instant().plus(in), NullNode.instance);
        documents.transact(tx -> {
            tasks.schedule(tx, task);
            return task;
        });
    }

    private void pass(Duration time) {
        clock.pass(time);
        called.runDue(tasks, clock);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder(
                TokenIssuer.claims(called.target().toString(), CalledStore.ACCOUNT, clock.instant()));
    }

    private CallOutcome call(String token) {
        return tasks.calls().handle(KIND, "t1", "Bearer " + token);
    }

    private CallOutcome callWith(JWTClaimsSet.Builder claims) {
        return call(called.stub().issuer().token(claims.build()));
    }

    @Test
    void aCallWithGooglesTokenForOurAccountAndUrlRunsTheTask() {
        schedule("t1", Duration.ZERO);
        assertThat(callWith(claims())).isEqualTo(new CallOutcome.Settled());
        assertThat(ran).containsExactly("t1");
        assertThat(callWith(claims())).as("once").isEqualTo(new CallOutcome.Settled());
        assertThat(ran).hasSize(1);
    }

    @Test
    void everybodyElseIsRefused() throws JOSEException {
        schedule("t1", Duration.ZERO);
        Instant lately = clock.instant();
        assertThat(tasks.calls().handle(KIND, "t1", null)).isEqualTo(new CallOutcome.Refused());
        assertThat(call("no.token.atall")).isEqualTo(new CallOutcome.Refused());
        assertThat(callWith(claims().audience("https://elsewhere.example"))).isEqualTo(new CallOutcome.Refused());
        assertThat(callWith(claims().issuer("https://issuer.example"))).isEqualTo(new CallOutcome.Refused());
        assertThat(callWith(claims().claim("email", "other@jiga-store.iam.gserviceaccount.com")))
                .isEqualTo(new CallOutcome.Refused());
        assertThat(callWith(claims().claim("email_verified", false))).isEqualTo(new CallOutcome.Refused());
        assertThat(callWith(claims().expirationTime(Date.from(lately.minusSeconds(120)))))
                .isEqualTo(new CallOutcome.Refused());
        assertThat(callWith(claims().expirationTime(null))).isEqualTo(new CallOutcome.Refused());
        assertThat(call(new TokenIssuer().token(claims().build())))
                .as("another key of the same name")
                .isEqualTo(new CallOutcome.Refused());
        assertThat(call(new PlainJWT(claims().build()).serialize())).isEqualTo(new CallOutcome.Refused());
        var symmetric = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("stub").build(), claims().build());
        symmetric.sign(new MACSigner(called.stub().issuer().publicKeys().getBytes(StandardCharsets.UTF_8)));
        assertThat(call(symmetric.serialize())).isEqualTo(new CallOutcome.Refused());
        assertThat(ran).isEmpty();
    }

    @Test
    void aCallForNothingIsSettled() {
        assertThat(callWith(claims()).status()).isEqualTo(204);
        assertThat(tasks.calls()
                        .handle("a/b", "..", "Bearer " + called.stub().issuer().token(claims().build()))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aTaskBeyondTheVendorsHorizonRunsWhenItIsDue() {
        schedule("t1", Duration.ofDays(100));
        for (int day = 0; day < 99; day++) {
            pass(Duration.ofDays(1));
        }
        assertThat(ran).isEmpty();
        pass(Duration.ofDays(1));
        assertThat(ran).containsExactly("t1");
        assertThat(called.stub().created()).as("alarms").isEqualTo(4);
    }

    @Test
    void schedulingTheSameAgainSetsOneAlarm() {
        var task = new Task(KIND, "t1", START.plusSeconds(60), NullNode.instance);
        for (int i = 0; i < 3; i++) {
            documents.transact(tx -> {
                tasks.schedule(tx, task);
                return task;
            });
        }
        pass(Duration.ofSeconds(60));
        assertThat(called.stub().created()).isEqualTo(1);
        assertThat(ran).containsExactly("t1");
    }

    @Test
    void aTaskWhoseAlarmACrashLeftOutIsFoundByTheSweep() {
        var task = new Task(KIND, "t1", START, NullNode.instance);
        documents.transact(tx -> {
            TaskDocuments.write(tx, task);
            return task;
        });
        pass(Duration.ofMinutes(2));
        assertThat(ran).isEmpty();
        pass(Duration.ofMinutes(5));
        assertThat(ran).containsExactly("t1");
    }

    @Test
    void whatTheVendorRefusesIsTroubleUntilItTakesTasksAgain() {
        called.stub().refuse(403);
        schedule("t1", Duration.ZERO);
        pass(Duration.ZERO);
        assertThat(tasks.trouble().orElseThrow()).contains("Cloud Tasks takes no tasks", "PERMISSION_DENIED");
        called.stub().refuse(0);
        pass(Duration.ofMinutes(7));
        assertThat(tasks.trouble()).isEmpty();
        assertThat(ran).containsExactly("t1");
    }

    @Test
    void idsOfAnyFormComeBackAsTheyWere() {
        for (String id : List.of("a b", "ü+%2F", "u:1:2")) {
            schedule(id, Duration.ZERO);
        }
        pass(Duration.ZERO);
        assertThat(ran).containsExactlyInAnyOrder("a b", "ü+%2F", "u:1:2");
    }

    @Test
    void aQueueThatIsMissingStopsTheStartWithWhatToDo() {
        CloudTaskOptions right = called.options();
        var wrong = new CloudTaskOptions(
                right.project(),
                right.location(),
                "missing",
                right.target(),
                right.serviceAccount(),
                right.endpoint(),
                right.keys(),
                right.creations(),
                right.fault(),
                right.sweep(),
                right.shutdown(),
                false);
        try (var other = new CloudTasks(documents, clock, wrong)) {
            assertThatThrownBy(other::start)
                    .isInstanceOf(QueueUnusableException.class)
                    .hasMessageContainingAll("missing", "gcloud tasks queues create");
        }
    }

    @Test
    void aConfigurationIsExplainedWhole() {
        assertThat(CloudTaskOptions.problems("X", "", "a_b", "http://store.example/path", "nobody"))
                .hasSize(5)
                .allSatisfy(sentence -> assertThat(sentence).contains("JIGA_TASKS=cloudtasks"));
        assertThat(CloudTaskOptions.problems(
                        "jiga-store", "europe-west1", "tasks", "https://tasks.store.example", CalledStore.ACCOUNT))
                .isEmpty();
        assertThatThrownBy(() -> CloudTaskOptions.of(
                        "jiga-store", "europe-west1", "tasks", URI.create("http://store.example"), CalledStore.ACCOUNT))
                .hasMessageContaining("CLOUD_TASKS_TARGET");
    }
}
