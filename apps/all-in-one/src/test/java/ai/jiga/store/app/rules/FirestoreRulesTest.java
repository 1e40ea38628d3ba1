package ai.jiga.store.app.rules;

import static ai.jiga.store.app.rules.Question.Condition.is;
import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.app.rules.RulesClient.Query;
import ai.jiga.store.emulators.CloudSdk;
import ai.jiga.store.emulators.FirestoreEmulator;
import ai.jiga.store.emulators.testkit.Emulators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of this checkout on a Firestore emulator: each document of the table, read and written by everybody.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirestoreRulesTest {
    private static final int PAGE = 100;
    private static final int NO_LIMIT = 0;

    private @Nullable FirestoreEmulator emulator;
    private @Nullable RulesClient clients;

    @BeforeAll
    void start() {
        var rules = Optional.of(Checkout.file(RulesFileTest.RULES));
        var started = Emulators.orSkipped(() -> FirestoreEmulator.start(new CloudSdk(System.getenv()), 0, rules));
        emulator = started;
        clients = new RulesClient(started.host(), "jiga-rules");
        clients.seed(RuleCases.all());
    }

    @AfterAll
    void stop() {
        if (clients != null) {
            clients.close();
        }
        if (emulator != null) {
            emulator.close();
        }
    }

    static List<RuleCase> cases() {
        return RuleCases.all();
    }

    static List<RuleCase> readable() {
        return cases().stream().filter(c -> !c.mayGet().isEmpty()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aDocumentIsReadByWhomItIsFor(RuleCase document) {
        assertThat(Who.those(who -> clients().gets(who, document.path()))).isEqualTo(document.mayGet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aQueryIsAnsweredToWhoMayReadAllThatItCouldFind(RuleCase document) {
        for (Question question : document.allQuestions()) {
            var page = Query.around(document.path(), question.where(), PAGE);
            assertThat(Who.those(who -> finds(who, page, document)))
                    .as("who finds it by %s", question.where())
                    .isEqualTo(question.mayAsk());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void noQueryAsksForMoreThanAPage(RuleCase document) {
        for (Question question : document.allQuestions()) {
            for (int limit : new int[] {NO_LIMIT, PAGE + 1}) {
                var query = Query.around(document.path(), question.where(), limit);
                for (Who who : question.mayAsk()) {
                    assertThat(clients().finds(who, query))
                            .as("%s asks for %s with limit %s", who, question.where(), limit)
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void noQueryAsksUnderEveryParent(RuleCase document) {
        var group = Query.around(document.path(), Question.EVERYTHING, PAGE).underEveryParent();
        assertThat(clients().finds(Who.ALICE, group)).isEmpty();
    }

    @Test
    void aCountIsAnsweredToWhomTheDocumentsAreFor() {
        var paid = Query.around("transactions/hire", List.of(RuleCases.startedBy(Who.ALICE)), PAGE);
        var played = Query.around("sessions/match-1", List.of(is("terms.userId", Who.ALICE.id())), PAGE);

        assertThat(Who.those(who -> clients().counts(who, paid))).isEmpty();
        assertThat(Who.those(who -> clients().counts(who, played))).isEqualTo(Who.ALICE.only());
    }

    @Test
    void nobodyAddsToTheirWallet() {
        String wallet = "wallets/" + Who.ALICE.storedId();

        assertThat(clients().gets(Who.ALICE, wallet)).isTrue();
        assertThat(Who.those(who -> clients().adds(who, wallet, "available"))).isEmpty();
    }

    /// Everybody tries the plainest write, and Alice, who has the best claim, the others.
    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void nobodyWrites(RuleCase document) {
        String path = document.path();
        assertThat(Who.those(who -> clients().replaces(who, path, document.document())))
                .as("who replaces it")
                .isEmpty();
        assertThat(clients().creates(Who.ALICE, path + "-new", document.document()))
                .as("creates one like it")
                .isFalse();
        assertThat(clients().deletes(Who.ALICE, path)).as("deletes it").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_store/format",
                "payment_methods/a7~01980000-0000-7000-8000-00000000000a",
                "users/a7~01980000-0000-7000-8000-00000000000a/payment_methods/card",
                "badges/cod-expert/holders/somebody",
                "sessions/match-1/usage/000000000001/frames/1"
            })
    void whatNoServiceDeclaresIsNobodys(String path) {
        var everything = Query.around(path, Question.EVERYTHING, PAGE);
        assertThat(Who.those(who -> clients().gets(who, path))).isEmpty();
        assertThat(Who.those(who -> clients().finds(who, everything).isPresent()))
                .isEmpty();
        assertThat(clients().replaces(Who.ALICE, path, Map.of("mine", true))).isFalse();
    }

    private boolean finds(Who who, Query query, RuleCase document) {
        Optional<List<String>> found = clients().finds(who, query);
        found.ifPresent(paths -> assertThat(paths).contains(document.path()));
        return found.isPresent();
    }

    private RulesClient clients() {
        return Objects.requireNonNull(clients);
    }
}
