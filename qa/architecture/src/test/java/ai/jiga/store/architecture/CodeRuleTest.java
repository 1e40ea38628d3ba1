package ai.jiga.store.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Runs every rule on the store, and on the example that breaks it. In an example, the types to blame have names
/// that begin with `Bad`, and without them it keeps the rule.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeRuleTest {
    private static final DescribedPredicate<JavaClass> BAD =
            DescribedPredicate.describe("to blame", type -> type.getSimpleName().startsWith("Bad"));

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theStoreKeeps(CodeRule rule) {
        rule.below(StoreClasses.ROOT).check(StoreClasses.all());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theBadExampleIsFound(CodeRule rule) {
        var example = example(rule);
        var toBlame = example.that(BAD);
        var report = result(rule, example);

        assertThat(toBlame).as("the example of %s has types to blame", rule).isNotEmpty();
        assertThat(report.hasViolation()).as("%s finds its bad example", rule).isTrue();
        for (JavaClass bad : toBlame) {
            assertThat(String.join("\n", report.getFailureReport().getDetails()))
                    .contains(bad.getName());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theExampleWithoutTheTypesToBlameIsFine(CodeRule rule) {
        var innocent = example(rule).that(DescribedPredicate.not(BAD));

        assertThat(result(rule, innocent).getFailureReport().getDetails()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theRuleTellsHowToMendABreak(CodeRule rule) {
        assertThat(rule.below(StoreClasses.ROOT).getDescription()).contains("because", ":");
    }

    @Test
    void theStoreWasReadWhole() {
        assertThat(StoreClasses.all().stream()
                        .filter(type -> type.getPackageName().equals("ai.jiga.store.kernel")))
                .hasSizeGreaterThan(10);
        assertThat(StoreClasses.all().stream()
                        .filter(type -> type.getPackageName().startsWith("ai.jiga.store.badexample")))
                .isEmpty();
        assertThat(Tree.SERVICES)
                .allSatisfy(service -> assertThat(StoreClasses.all().stream()
                                .filter(type -> type.getPackageName().startsWith(StoreClasses.ROOT + "." + service)))
                        .as("classes of service %s", service)
                        .isNotEmpty());
    }

    private static JavaClasses example(CodeRule rule) {
        return new ClassFileImporter().importPackages(rule.badExample());
    }

    private static EvaluationResult result(CodeRule rule, JavaClasses classes) {
        return rule.below(rule.badExample()).allowEmptyShould(true).evaluate(classes);
    }
}
