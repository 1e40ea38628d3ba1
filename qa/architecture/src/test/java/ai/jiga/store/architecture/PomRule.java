package ai.jiga.store.architecture;

import ai.jiga.store.architecture.Poms.Module;
import ai.jiga.store.architecture.Poms.Part;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the POMs must keep to. A rule returns one sentence for each break, and the sentence says how to mend it.
enum PomRule {
    EVERY_MODULE_HAS_CODE(poms -> poms.modules().stream()
            .filter(module -> !module.hasCode())
            .map(module -> module.path() + " holds no Java: take it out of the parent POM until it does")),

    EVERY_MODULE_IS_WATCHED(poms -> poms.modules().stream()
            .filter(module -> !module.path().startsWith("qa/"))
            .filter(module -> watched(poms).noneMatch(module.artifact()::equals))
            .map(module -> module.path() + " is not read by the rules: add it to the POM of qa/architecture")),

    SERVICES_TAKE_ENGINES_IN_TESTS_ONLY(poms -> poms.modules().stream()
            .filter(module -> module.isService() || module.path().startsWith("services/shared/"))
            .filter(module -> !module.path().equals("services/shared/testing"))
            .flatMap(module -> module.ours()
                    .filter(part -> !part.isTest())
                    .filter(part -> poms.byArtifact(part.artifact())
                            .filter(Module::isEngine)
                            .isPresent())
                    .map(part -> module.path() + " takes the engine " + part.artifact()
                            + ": take its api, and let the app choose the engine"))),

    SERVICES_DO_NOT_TAKE_EACH_OTHER(poms -> poms.modules().stream()
            .filter(Module::isService)
            .flatMap(module -> module.ours()
                    .filter(part -> poms.byArtifact(part.artifact())
                            .filter(Module::isService)
                            .isPresent())
                    .map(part -> module.path() + " takes " + part.artifact()
                            + ": use its interface in services/shared/contracts"))),

    ENGINES_TAKE_THEIR_OWN_API(poms -> poms.modules().stream()
            .filter(Module::isEngine)
            .flatMap(module -> module.ours()
                    .filter(part -> !part.isTest())
                    .filter(part -> !part.artifact().equals(apiBeside(poms, module)))
                    .map(part -> module.path() + " takes " + part.artifact() + ": an engine takes "
                            + apiBeside(poms, module) + " and its vendor's library, no more"))),

    CONTRACTS_STAND_ON_KERNEL_AND_QUEUE(poms -> mayTake(
            poms,
            "services/shared/contracts",
            Set.of("jiga-kernel", "jiga-queue-api"),
            "describe the value in a record of the contracts")),

    THE_KERNEL_TAKES_NOTHING(poms ->
            mayTake(poms, "services/shared/kernel", Set.of(), "move what needs it to the module that stands above")),

    THE_DEMO_TAKES_NOTHING(poms ->
            mayTake(poms, "apps/demo", Set.of(), "write it again, as a client outside of this repository would")),

    TESTKITS_AND_TESTING_STAY_IN_TESTS(poms -> poms.modules().stream()
            .filter(module ->
                    !module.path().endsWith("/testkit") && !module.path().endsWith("/testing"))
            .flatMap(module -> module.ours()
                    .filter(part -> !part.isTest())
                    .filter(part -> part.artifact().endsWith("-testkit")
                            || part.artifact().endsWith("-testing"))
                    .map(part -> module.path() + " ships " + part.artifact() + ": give it the scope test"))),

    VERSIONS_ARE_PINNED_BY_THE_PARENT(poms -> poms.modules().stream()
            .flatMap(module -> module.dependencies().stream()
                    .filter(part -> !part.group().equals(Poms.OURS))
                    .filter(part -> !part.version().isEmpty())
                    .map(part -> module.path() + " pins " + part.name()
                            + " itself: move the version to the dependencyManagement of the parent POM"))),

    /// What others bring is pinned too, where two of them disagree: such a pin says so in a comment, and here.
    EVERY_PIN_IS_TAKEN(poms -> poms.pins().stream()
            .filter(pin -> !pin.scope().equals("import") && !pin.name().equals("com.google.protobuf:protobuf-java"))
            .filter(pin -> poms.modules().stream()
                    .flatMap(module -> module.dependencies().stream())
                    .noneMatch(part -> part.name().equals(pin.name())))
            .map(pin -> pin.name() + " is pinned by the parent POM, but no module takes it: remove the pin")),

    TEST_FRAMEWORKS_ARE_FOR_TESTS(poms -> poms.modules().stream()
            .filter(module -> !module.hasTests())
            .flatMap(module -> module.dependencies().stream()
                    .filter(Part::isTest)
                    .map(part -> module.path() + " takes " + part.name()
                            + " for its tests, but has none: remove it, or write one"))),

    EVERY_DEPENDENCY_HAS_ITS_REASON(poms -> poms.thirdParty()
            .map(Part::name)
            .distinct()
            .filter(name -> !poms.listed().contains(name))
            .map(name -> name + " is not in docs/dependencies.md: add a line with its reason and its licence")),

    NO_REASON_OUTLIVES_ITS_DEPENDENCY(poms -> poms.listed().stream()
            .filter(name -> poms.thirdParty().map(Part::name).noneMatch(name::equals))
            .map(name -> name + " is in docs/dependencies.md, but no POM names it: remove the line"));

    private final Function<Poms, Stream<String>> rule;

    PomRule(Function<Poms, Stream<String>> rule) {
        this.rule = rule;
    }

    List<String> breaksIn(Poms poms) {
        return rule.apply(poms).toList();
    }

    private static Stream<String> watched(Poms poms) {
        return poms.modules().stream()
                .filter(module -> module.path().equals("qa/architecture"))
                .flatMap(Module::ours)
                .map(Part::artifact);
    }

    private static String apiBeside(Poms poms, Module engine) {
        var seam = engine.path().substring(0, engine.path().lastIndexOf('/'));
        return poms.modules().stream()
                .filter(module -> module.path().equals(seam + "/api"))
                .map(Module::artifact)
                .collect(Collectors.joining());
    }

    private static Stream<String> mayTake(Poms poms, String path, Set<String> allowed, String mend) {
        return poms.modules().stream()
                .filter(module -> module.path().equals(path))
                .flatMap(Module::ours)
                .filter(part -> !part.isTest() && !allowed.contains(part.artifact()))
                .map(part -> path + " takes " + part.artifact() + ": " + mend);
    }
}
