package ai.jiga.store.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.NullMarked;

/// The conditions that ArchUnit's own language has no words for.
final class Conditions {
    /// `Class.method` of everything that reads the machine's clock. `System.nanoTime` is not among them: it measures
    /// how long something took and cannot be mistaken for a time of day.
    private static final Set<String> MACHINE_CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.time.InstantSource.system",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance");

    private static final Set<String> BODY_TAKERS =
            Set.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.PATCH");

    private Conditions() {}

    /// Outside of the store anything goes; inside it, only what `allowed` says of (origin, target).
    static ArchCondition<JavaClass> dependInTheStoreOnlyOn(
            Tree tree, String description, BiPredicate<JavaClass, JavaClass> allowed) {
        return new ArchCondition<>("depend in the store only on " + description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (tree.isBelow(target) && !allowed.test(type, target)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static ArchCondition<JavaClass> resideInNullMarkedPackages() {
        return new ArchCondition<>("reside in packages that are @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, "package " + type.getPackageName() + " of " + type.getName() + " is not marked"));
                }
            }
        };
    }

    /// Calls and method references alike; a call that is handed a clock (`Instant.now(clock)`) is fine.
    static ArchCondition<JavaClass> askTheMachineForTheTime() {
        return new ArchCondition<>("ask the machine for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    if (access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                            && MACHINE_CLOCKS.contains(target.getOwner().getName() + "." + target.getName())
                            && target.getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isAssignableTo(java.time.InstantSource.class)
                                            || parameter.isEquivalentTo(long.class))) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }

    /// The classic one, and those that need neither `static` nor arguments since JEP 512.
    static ArchCondition<JavaClass> haveAMainMethod() {
        return new ArchCondition<>("have a main method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethod method : type.getMethods()) {
                    if (isMain(method)) {
                        events.add(SimpleConditionEvent.satisfied(method, method.getDescription()));
                    }
                }
            }
        };
    }

    /// Asking who calls is a use of `CurrentCaller`, in the method itself.
    static ArchCondition<JavaMethod> answerWhoeverAsksAlikeOrSayWhoSeesIt() {
        return new ArchCondition<>("answer whoever asks alike, or say who sees it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean asks = method.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("ai.jiga.store.web.CurrentCaller"));
                if (asks && !method.getRawReturnType().isAssignableTo("ai.jiga.store.web.SeenByFew")) {
                    events.add(SimpleConditionEvent.violated(method, method.getDescription() + " asks who calls"));
                }
            }
        };
    }

    private static boolean isMain(JavaMethod method) {
        var parameters = method.getRawParameterTypes();
        return method.getName().equals("main")
                && method.getRawReturnType().isEquivalentTo(void.class)
                && !method.getModifiers().contains(JavaModifier.PRIVATE)
                && (parameters.isEmpty()
                        || parameters.size() == 1 && parameters.getFirst().isEquivalentTo(String[].class));
    }

    static DescribedPredicate<JavaClass> enclosedIn(String suffix) {
        return DescribedPredicate.describe(
                "nested in a type whose name ends with " + suffix,
                type -> type.getEnclosingClass()
                        .map(outer -> outer.getSimpleName().endsWith(suffix)
                                || enclosedIn(suffix).test(outer))
                        .orElse(false));
    }

    /// Plain texts, one or a list, that come from a client: those that a constraint of Bean Validation judges, and all
    /// of the records that a resource takes as a body, with whatever these hold.
    static DescribedPredicate<JavaField> areTextsOfClients() {
        return DescribedPredicate.describe(
                "are plain texts of clients",
                field -> !field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getAllInvolvedRawTypes().stream().anyMatch(type -> type.isEquivalentTo(String.class))
                        && (field.getAnnotations().stream()
                                        .anyMatch(annotation -> annotation
                                                .getRawType()
                                                .getPackageName()
                                                .equals("jakarta.validation.constraints"))
                                || isTakenAsABody(field.getOwner(), new HashSet<>())));
    }

    private static boolean isTakenAsABody(JavaClass type, Set<JavaClass> seen) {
        return type.isRecord()
                && seen.add(type)
                && type.getDirectDependenciesToSelf().stream()
                        .map(Dependency::getOriginClass)
                        .distinct()
                        .anyMatch(user -> takesAsABody(user, type) || isTakenAsABody(user, seen));
    }

    private static boolean takesAsABody(JavaClass resource, JavaClass type) {
        return resource.getMethods().stream()
                .anyMatch(method -> method.getRawParameterTypes().contains(type)
                        && BODY_TAKERS.stream().anyMatch(method::isAnnotatedWith));
    }

    /// A constraint of Bean Validation that stands where Java takes it for the type's and not for the field's.
    static ArchCondition<JavaField> haveNoConstraintOfTheTypeAlone() {
        return new ArchCondition<>("have no constraint that is of the type alone") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                var ofTheField = Set.of(field.reflect().getAnnotations());
                Arrays.stream(field.reflect().getAnnotatedType().getAnnotations())
                        .filter(Conditions::isAConstraint)
                        .filter(ofTheType -> !ofTheField.contains(ofTheType))
                        .forEach(unread -> events.add(SimpleConditionEvent.violated(
                                field, field.getFullName() + " has " + unread + ", which nobody reads")));
            }
        };
    }

    private static boolean isAConstraint(Annotation annotation) {
        return annotation.annotationType().getPackageName().startsWith("jakarta.validation");
    }
}
