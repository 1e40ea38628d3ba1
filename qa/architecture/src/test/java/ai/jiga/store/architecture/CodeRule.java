package ai.jiga.store.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;
import java.util.function.Function;

/// What compiled classes must keep to, as a list that can be read aloud. Every rule says how to mend a break.
///
/// A rule is made for the packages below a root: the store's own, or those of the example that breaks it.
enum CodeRule {
    MODEL_KNOWS_NO_FRAMEWORK(tree -> noClasses()
            .that(tree.isInLayer("model"))
            .should()
            .dependOnClassesThat(Tree.isFramework())
            .because("states and rules are plain Java that a test builds with `new`: move what needs the framework to "
                    + "`inbound` or `outbound`, and let the model declare a port for it")),

    MODEL_KNOWS_NO_OTHER_LAYER(tree -> noClasses()
            .that(tree.isInLayer("model"))
            .should()
            .dependOnClassesThat(tree.isInLayer("usecase", "inbound", "outbound"))
            .because("the model is the innermost layer: declare a port (an interface in the model's own words) and "
                    + "implement it in `outbound`")),

    USE_CASES_DO_NOT_KNOW_WHO_CALLS(tree -> noClasses()
            .that(tree.isInLayer("usecase"))
            .should()
            .dependOnClassesThat(tree.isInLayer("inbound"))
            .because("the same use case is run by REST, by an event and by a schedule: take plain values or model "
                    + "types, and let `inbound` translate")),

    INBOUND_GOES_THROUGH_USE_CASES(tree -> noClasses()
            .that(tree.isInLayer("inbound"))
            .should()
            .dependOnClassesThat(tree.isInLayer("outbound"))
            .because("a resource that writes documents itself escapes the rules of its use case: call a use case, or "
                    + "a port of the model for a plain read")),

    SERVICES_MEET_THROUGH_CONTRACTS(tree -> slices().assignedFrom(tree.services())
            .should()
            .notDependOnEachOther()
            .because("whether the other service is in this process is decided by the app: use its interface in "
                    + "`services/shared/contracts`, or listen to its events")),

    SERVICES_CALL_AS_DRAWN(tree -> classes()
            .that(tree.isOfAService())
            .should(Conditions.dependInTheStoreOnlyOn(
                    tree,
                    "interfaces of services they may call",
                    (origin, target) -> !tree.isServiceInterface(target)
                            || Tree.mayCall(tree.serviceOf(origin), tree.serviceOf(target))))
            .because("a call that nobody drew soon closes a circle: listen to the other service's event, or draw the "
                    + "arrow in docs/architecture and in Tree.CALLS")),

    SERVICES_KNOW_NO_ENGINE(tree -> noClasses()
            .that(tree.isOnTheServiceSide())
            .should()
            .dependOnClassesThat(tree.isEngine().or(Tree.isVendor()))
            .because("engines are chosen by the app: use the seam in `support/*/api`, and extend the seam (and its "
                    + "testkit) when it lacks something")),

    ENGINES_KNOW_ONLY_SEAMS(tree -> classes()
            .that(tree.isEngine())
            .should(Conditions.dependInTheStoreOnlyOn(
                    tree,
                    "their own packages and the seams",
                    (origin, target) -> tree.isSeam().test(target)
                            || tree.engineOf(origin).equals(tree.engineOf(target))
                            || tree.isSharedByEngines(target, Tree.seamOf(tree.engineOf(origin)))))
            .because("an engine is exchanged alone: move what two engines share into the seam's api module, and wire "
                    + "engines together in the app")),

    SEAMS_KNOW_ONLY_SEAMS(tree -> classes()
            .that(tree.isSeam())
            .should(Conditions.dependInTheStoreOnlyOn(
                    tree, "seams", (origin, target) -> tree.isSeam().test(target)))
            .because("services and engines both stand on a seam: it may know neither, so move the type down into it "
                    + "or pass the value in")),

    CONTRACTS_STAND_ON_THE_KERNEL(tree -> classes()
            .that(resideInAPackage(tree.root() + ".contracts.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    tree.root() + ".contracts..",
                    tree.root() + ".kernel..",
                    tree.root() + ".queue",
                    "com.fasterxml.jackson..",
                    "org.jspecify..",
                    "java.."))
            .because("a contract is what two processes agree on: it carries records and interfaces made of kernel "
                    + "words, not a framework's or a store's types")),

    KERNEL_IS_JDK_ONLY(tree -> classes()
            .that(resideInAPackage(tree.root() + ".kernel.."))
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(tree.root() + ".kernel..", "java..", "org.jspecify.."))
            .because("everything stands on the kernel, so what it needs everything needs: keep mapping to JSON, REST "
                    + "and documents in the module that does it")),

    ONLY_APPS_HAVE_MAIN(tree -> noClasses()
            .that(tree.isOurs())
            .and(DescribedPredicate.not(tree.isOfAnApp()))
            .should(Conditions.haveAMainMethod())
            .because("a service is a library, and what a process consists of is decided in `apps/` alone: offer a "
                    + "use case, and let an app (or `bench`) call it")),

    DEMO_IS_A_STRANGER(tree -> classes()
            .that(resideInAPackage(tree.root() + ".demo.."))
            .should(Conditions.dependInTheStoreOnlyOn(
                    tree,
                    "the demo itself",
                    (origin, target) ->
                            resideInAPackage(tree.root() + ".demo..").test(target)))
            .because("the demo computes every amount a second time; code it shared with the store would be wrong "
                    + "twice in the same way: write it again, from the API's description")),

    PARTS_FORM_NO_CYCLE(tree -> slices().matching(tree.root() + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("parts in a cycle can only be understood together: move the shared type down to the part that "
                    + "both stand on, or turn one call into an event")),

    PACKAGES_FORM_NO_CYCLE(tree -> slices().matching(tree.root() + ".(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("layers, contracts and tools are read in one direction: let the outer package know the inner "
                    + "one, and give the inner one an interface for the way back")),

    PACKAGES_ARE_NULL_MARKED(tree -> classes()
            .that(tree.isOurs())
            .should(Conditions.resideInNullMarkedPackages())
            .because("NullAway reads only marked packages: add a package-info.java with one paragraph on what the "
                    + "package owns, and @NullMarked")),

    NAMES_SAY_WHAT_A_TYPE_DOES(tree -> noClasses()
            .that(tree.isOurs())
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .haveNameMatching(".*[a-z0-9.$](Impl|Manager|Helper|Util|Utils|Base)(\\$.*)?")
            .orShould()
            .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..")
            .because("such a name fits everything and says nothing: name the type by its verb or its technology "
                    + "(`SettleSession`, `SqliteDocumentStore`), and put a function beside its only caller")),

    NOTHING_IS_INJECTED_INTO_FIELDS(tree -> fields().that()
            .areDeclaredInClassesThat(tree.isOurs())
            .should()
            .notBeAnnotatedWith("jakarta.inject.Inject")
            .andShould()
            .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("an object is whole when it is constructed: take it as a constructor parameter, and let the "
                    + "module's wiring class pass it in")),

    TEXTS_OF_REQUESTS_ARE_PROSE(tree -> fields().that()
            .areDeclaredInClassesThat(tree.isInLayer("inbound"))
            .and(Conditions.areTextsOfClients())
            .should()
            .beAnnotatedWith("ai.jiga.store.text.Verbatim")
            .because("what people read is tidied, seen and counted in one way at every door: take a `Line` or a "
                    + "`Paragraph` of `services/shared/text`, or say by `@Verbatim` that the text is compared and not "
                    + "read")),

    CONSTRAINTS_BIND_THE_FIELD(tree -> fields().that()
            .areDeclaredInClassesThat(tree.isInLayer("inbound"))
            .should(Conditions.haveNoConstraintOfTheTypeAlone())
            .because("in `Outer.@NotNull Inner name` the annotation is the type's, and validation reads that of the"
                    + " field: import the nested type, and write `@NotNull Inner name`")),

    WHAT_CALLERS_SEE_DIFFERENTLY_SAYS_SO(tree -> methods()
            .that()
            .areAnnotatedWith("ai.jiga.store.web.Cached")
            .should(Conditions.answerWhoeverAsksAlikeOrSayWhoSeesIt())
            .because(
                    "a cache of many would hand one caller's answer to another: answer with a type that is SeenByFew, or"
                            + " do not ask who calls")),

    NO_STATIC_STATE(tree -> fields().that()
            .areDeclaredInClassesThat(tree.isOurs())
            .and()
            .areStatic()
            .should()
            .beFinal()
            .because("two stores in one process (every test) would share it: make it a field of the object that the "
                    + "wiring class builds")),

    TIME_COMES_FROM_A_CLOCK(tree -> noClasses()
            .that(tree.isBoundToAClock())
            .and(DescribedPredicate.not(simpleNameEndingWith("Wiring").or(Conditions.enclosedIn("Wiring"))))
            .should(Conditions.askTheMachineForTheTime())
            .because("a test must be able to say what time it is: take a java.time.InstantSource in the constructor; "
                    + "only the wiring class asks for the system's"));

    private final Function<Tree, ArchRule> rule;

    CodeRule(Function<Tree, ArchRule> rule) {
        this.rule = rule;
    }

    /// The rule for the packages below `root`.
    ArchRule below(String root) {
        return rule.apply(new Tree(root));
    }

    /// The package that holds the example which breaks this rule.
    String badExample() {
        return "ai.jiga.store.badexample." + name().toLowerCase(Locale.ROOT).replace("_", "");
    }
}
