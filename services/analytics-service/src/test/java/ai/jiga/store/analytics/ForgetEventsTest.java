package ai.jiga.store.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.analytics.model.AnalyticsCollections;
import ai.jiga.store.analytics.model.EventBatch;
import ai.jiga.store.analytics.usecase.ForgetEvents;
import ai.jiga.store.documents.Document;
import ai.jiga.store.documents.DocumentJson;
import ai.jiga.store.testing.TestProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ForgetEventsTest {
    private static final int PLENTY = 1_000_000;

    private final TestProcess process =
            TestProcess.with(AnalyticsCollections.SCHEMA).start(List.of(), List.of());

    @AfterEach
    void close() {
        process.close();
    }

    @Test
    void whatHasNoTimeToExpireGoesWhenItIsOld() {
        write(3);
        process.clock().advance(EventBatch.KEPT.plus(Duration.ofSeconds(1)));
        List<String> young = write(2);

        assertThat(forget(PLENTY)).isEqualTo(3);

        assertThat(kept()).isEqualTo(young);
    }

    @Test
    void ofTooManyTheOldestGo() {
        List<String> all = write(1_200);

        assertThat(forget(100)).isEqualTo(1_100);

        assertThat(kept()).isEqualTo(all.subList(1_100, 1_200));
    }

    @Test
    void withinItsBoundsTheRecordIsLeftAlone() {
        List<String> all = write(3);

        assertThat(forget(3)).isZero();

        assertThat(kept()).isEqualTo(all);
    }

    private static EventBatch ofTheEarlierFormat() {
        try {
            return DocumentJson.mapper()
                    .readValue("{\"id\":\"e1\",\"type\":\"user.registered\",\"data\":{}}", EventBatch.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private int forget(int most) {
        return new ForgetEvents(process.store(), process.clock(), most).forget();
    }

    private List<String> write(int events) {
        EventBatch earlier = ofTheEarlierFormat();
        var ids = new ArrayList<String>();
        for (int i = 0; i < events; i++) {
            String id = process.foundation().ids().next();
            ids.add(id);
            process.store().transact(tx -> {
                tx.set(AnalyticsCollections.batch(id), earlier);
                return id;
            });
        }
        return ids;
    }

    private List<String> kept() {
        return process.store().query(AnalyticsCollections.BATCHES.query().limit(1_000)).documents().stream()
                .map(Document::id)
                .toList();
    }
}
