package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import ai.jiga.store.architecture.Poms.Module;
import ai.jiga.store.architecture.Poms.Part;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs every rule on the POMs of this checkout, and on one reactor that breaks each of them exactly once.
class PomRuleTest {
    private static final Poms BAD = new Poms(
            List.of(
                    module("services/shared/kernel", "jiga-kernel", ours("jiga-queue-api")),
                    module(
                            "services/shared/contracts",
                            "jiga-contracts",
                            ours("jiga-kernel"),
                            ours("jiga-queue-local")),
                    module("services/shared/testing", "jiga-testing", ours("jiga-queue-local")),
                    module("support/queue/api", "jiga-queue-api"),
                    module(
                            "support/queue/local",
                            "jiga-queue-local",
                            ours("jiga-queue-api"),
                            ours("jiga-search-lucene")),
                    module("support/search/api", "jiga-search-api"),
                    module(
                            "support/search/lucene",
                            "jiga-search-lucene",
                            ours("jiga-search-api"),
                            theirs("org.lucene", "1")),
                    module(
                            "services/user-service",
                            "jiga-user-service",
                            ours("jiga-testing"),
                            ours("jiga-agent-service")),
                    module(
                            "services/agent-service",
                            "jiga-agent-service",
                            test("jiga-testing"),
                            test("jiga-queue-local")),
                    new Module("services/api-gateway", "jiga-api-gateway", List.of(), List.of(), false, false),
                    module("apps/demo", "jiga-demo", ours("jiga-kernel")),
                    module("bench", "jiga-bench", test("jiga-kernel")),
                    module("apps/all-in-one", "jiga-all-in-one", ours("jiga-queue-local"), theirs("org.listed", "")),
                    watching(
                            "jiga-kernel",
                            "jiga-contracts",
                            "jiga-testing",
                            "jiga-queue-api",
                            "jiga-queue-local",
                            "jiga-search-api",
                            "jiga-search-lucene",
                            "jiga-user-service",
                            "jiga-agent-service",
                            "jiga-api-gateway",
                            "jiga-bench",
                            "jiga-all-in-one")),
            List.of(theirs("org.listed", "2"), theirs("org.untaken", "1")),
            List.of(theirs("org.listed", "2"), theirs("org.untaken", "1")),
            List.of("org.listed:part", "org.untaken:part", "org.gone:part"));

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theCheckoutKeeps(PomRule rule) {
        assertThat(rule.breaksIn(Poms.ofThisCheckout())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theBadReactorIsFound(PomRule rule) {
        assertThat(rule.breaksIn(BAD))
                .singleElement()
                .asString()
                .startsWith(culprit(rule))
                .contains(": ");
    }

    @Test
    void theCheckoutWasReadWhole() {
        var poms = Poms.ofThisCheckout();

        assertThat(poms.modules().stream().filter(Module::isService)).hasSizeGreaterThanOrEqualTo(8);
        assertThat(poms.modules().stream().filter(Module::isEngine)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(poms.thirdParty().map(Part::name))
                .contains(
                        "org.xerial:sqlite-jdbc",
                        "com.uber.nullaway:nullaway",
                        "org.apache.maven.plugins:maven-surefire-plugin");
    }

    private static String culprit(PomRule rule) {
        return switch (rule) {
            case EVERY_MODULE_HAS_CODE -> "services/api-gateway holds no Java";
            case EVERY_MODULE_IS_WATCHED -> "apps/demo is not read";
            case SERVICES_TAKE_ENGINES_IN_TESTS_ONLY -> "services/shared/contracts takes the engine jiga-queue-local";
            case SERVICES_DO_NOT_TAKE_EACH_OTHER -> "services/user-service takes jiga-agent-service";
            case ENGINES_TAKE_THEIR_OWN_API -> "support/queue/local takes jiga-search-lucene";
            case CONTRACTS_STAND_ON_KERNEL_AND_QUEUE -> "services/shared/contracts takes jiga-queue-local";
            case THE_KERNEL_TAKES_NOTHING -> "services/shared/kernel takes jiga-queue-api";
            case THE_DEMO_TAKES_NOTHING -> "apps/demo takes jiga-kernel";
            case TESTKITS_AND_TESTING_STAY_IN_TESTS -> "services/user-service ships jiga-testing";
            case VERSIONS_ARE_PINNED_BY_THE_PARENT -> "support/search/lucene pins org.lucene:part";
            case EVERY_PIN_IS_TAKEN -> "org.untaken:part is pinned";
            case TEST_FRAMEWORKS_ARE_FOR_TESTS -> "bench takes ${project.groupId}:jiga-kernel";
            case EVERY_DEPENDENCY_HAS_ITS_REASON -> "org.lucene:part is not in docs/dependencies.md";
            case NO_REASON_OUTLIVES_ITS_DEPENDENCY -> "org.gone:part is in docs/dependencies.md";
        };
    }

    private static Module module(String path, String artifact, Part... dependencies) {
        return new Module(path, artifact, List.of(dependencies), List.of(), true, !path.equals("bench"));
    }

    private static Module watching(String... artifacts) {
        return module(
                "qa/architecture",
                "jiga-qa-architecture",
                Stream.of(artifacts).map(PomRuleTest::test).toArray(Part[]::new));
    }

    private static Part ours(String artifact) {
        return new Part(Poms.OURS, artifact, "compile", "${project.version}");
    }

    private static Part test(String artifact) {
        return new Part(Poms.OURS, artifact, "test", "${project.version}");
    }

    private static Part theirs(String group, String version) {
        return new Part(group, "part", "compile", version);
    }
}
