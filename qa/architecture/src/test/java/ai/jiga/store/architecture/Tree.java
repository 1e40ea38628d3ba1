package ai.jiga.store.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The packages below one root, by the part they play.
///
/// @param root `ai.jiga.store`, or the package of an example laid out in the same way
record Tree(String root) {
    static final List<String> SERVICES =
            List.of("user", "agent", "marketplace", "transaction", "session", "analytics", "notification", "gateway");

    static final List<String> SHARED = List.of(
            "contracts", "kernel", "text", "web", "commits", "idempotency", "tickets", "revocation", "lines", "wiring");

    /// Who may call whose interface. Events are not calls: whoever listens knows the record, and nobody waits.
    static final Map<String, Set<String>> CALLS = Map.of(
            "gateway", Set.of("user", "marketplace"),
            "marketplace", Set.of("agent", "session"),
            "session", Set.of("agent", "transaction"),
            "agent", Set.of("transaction"),
            "transaction", Set.of("user"),
            "notification", Set.of("user"));

    /// What is started: an app, and the benchmarks, which nobody ships.
    static final List<String> STARTED = List.of("app", "demo", "localcloud", "bench");

    static final List<String> SEAMS =
            List.of("documents", "queue", "search", "models", "live", "assets", "cache", "mail");

    private static final String[] VENDORS = {
        "java.sql..",
        "javax.sql..",
        "org.sqlite..",
        "jakarta.mail..",
        "org.eclipse.angus..",
        "org.apache.lucene..",
        "com.algolia..",
        "com.google.cloud..",
        "com.google.auth..",
        "com.luciad..",
        "com.github.benmanes..",
        "io.github.bucket4j..",
        "io.lettuce..",
        "com.google.api..",
        "com.google.pubsub..",
        "io.grpc..",
    };

    private static final String[] FRAMEWORKS = {
        "io.quarkus..",
        "io.smallrye..",
        "io.vertx..",
        "io.netty..",
        "io.micrometer..",
        "jakarta..",
        "org.eclipse.microprofile..",
        "org.jboss..",
        "com.fasterxml.jackson..",
        "com.nimbusds..",
        "com.google.auth..",
        "com.google.crypto..",
        "com.password4j..",
        "java.sql..",
        "org.sqlite..",
        "jakarta.mail..",
        "org.eclipse.angus..",
        "org.apache.lucene..",
        "com.algolia..",
        "com.google.cloud..",
        "com.google.auth..",
        "com.luciad..",
        "com.github.benmanes..",
        "io.github.bucket4j..",
        "io.lettuce..",
        "com.google.api..",
        "com.google.pubsub..",
        "io.grpc..",
    };

    /// A library that does I/O or calls us. Annotations on a stored record and the JSON tree as a value are none: they
    /// neither read nor write.
    static DescribedPredicate<JavaClass> isFramework() {
        return matching(
                "of a framework",
                type -> resideInAnyPackage(FRAMEWORKS).test(type)
                        && !type.getPackageName().equals("com.fasterxml.jackson.annotation")
                        && !type.getPackageName().equals("com.fasterxml.jackson.databind.node")
                        && !type.getName().equals("com.fasterxml.jackson.databind.JsonNode"));
    }

    /// What an engine hides: only engines may see it.
    static DescribedPredicate<JavaClass> isVendor() {
        return matching(
                "of an engine's vendor", type -> resideInAnyPackage(VENDORS).test(type));
    }

    /// One of these packages of any service.
    DescribedPredicate<JavaClass> isInLayer(String... names) {
        return matching(
                "of a service's " + String.join(", ", names),
                type -> SERVICES.stream()
                        .anyMatch(service -> Stream.of(names).anyMatch(name -> isBelow(type, service + "." + name))));
    }

    /// Services and what they share: everything that must not know which engine it runs on.
    DescribedPredicate<JavaClass> isOnTheServiceSide() {
        return matching(
                "of a service or of what services share",
                type -> Stream.concat(SERVICES.stream(), SHARED.stream()).anyMatch(part -> isBelow(type, part)));
    }

    /// Services and support, where time is handed in.
    DescribedPredicate<JavaClass> isBoundToAClock() {
        return matching(
                "of services and support",
                type -> isOnTheServiceSide().test(type)
                        || isBelow(type, "security")
                        || SEAMS.stream().anyMatch(seam -> isBelow(type, seam)));
    }

    /// Each service is a slice; everything else is in none.
    SliceAssignment services() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SERVICES.stream()
                        .filter(service -> isBelow(type, service))
                        .findFirst()
                        .map(SliceIdentifier::of)
                        .orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return "services";
            }
        };
    }

    DescribedPredicate<JavaClass> isOurs() {
        return matching("of the store", type -> isBelow(type));
    }

    DescribedPredicate<JavaClass> isOfAService() {
        return matching("of a service", type -> SERVICES.stream().anyMatch(service -> isBelow(type, service)));
    }

    DescribedPredicate<JavaClass> isOfAnApp() {
        return matching("of an app", type -> STARTED.stream().anyMatch(part -> isBelow(type, part)));
    }

    /// The api of a seam: `documents`, `queue`, `search`, `models` or `assets` itself, not a package below it.
    DescribedPredicate<JavaClass> isSeam() {
        return matching(
                "of a seam",
                type -> SEAMS.stream().anyMatch(seam -> type.getPackageName().equals(root + "." + seam)));
    }

    /// What all engines of one seam share, such as `documents.engine`: for engines only.
    boolean isSharedByEngines(JavaClass type, String seam) {
        return type.getPackageName().equals(root + "." + seam + ".engine");
    }

    /// The service a type belongs to, or whose contract it is part of; empty for all else.
    String serviceOf(JavaClass type) {
        return SERVICES.stream()
                .filter(service -> isBelow(type, service) || isBelow(type, "contracts." + service))
                .findFirst()
                .orElse("");
    }

    /// The interface of a service for other services.
    boolean isServiceInterface(JavaClass type) {
        return isBelow(type, "contracts") && type.isInterface() && !type.isAnnotation();
    }

    /// Whether what belongs to `caller` may call the interface of `called`.
    static boolean mayCall(String caller, String called) {
        return caller.equals(called) || CALLS.getOrDefault(caller, Set.of()).contains(called);
    }

    /// A technology behind a seam, such as `documents.sqlite`, or what they share; a testkit is none.
    DescribedPredicate<JavaClass> isEngine() {
        return matching("of an engine", type -> !engineOf(type).isEmpty());
    }

    /// `documents.sqlite` for everything in or below that package; empty for what belongs to no engine.
    String engineOf(JavaClass type) {
        for (String seam : SEAMS) {
            String prefix = root + "." + seam + ".";
            if (type.getPackageName().startsWith(prefix)) {
                String technology =
                        type.getPackageName().substring(prefix.length()).split("\\.", 2)[0];
                return technology.equals("testkit") ? "" : seam + "." + technology;
            }
        }
        return "";
    }

    /// `documents` of `documents.sqlite`.
    static String seamOf(String engine) {
        return engine.split("\\.", 2)[0];
    }

    /// Whether the type belongs to this tree at all.
    boolean isBelow(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + ".");
    }

    private boolean isBelow(JavaClass type, String part) {
        return (type.getPackageName() + ".").startsWith(root + "." + part + ".");
    }

    private static DescribedPredicate<JavaClass> matching(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe("are " + description, test::test);
    }
}
