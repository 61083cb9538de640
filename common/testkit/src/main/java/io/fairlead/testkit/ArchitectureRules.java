package io.fairlead.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** Who may know whom. Each service's {@code ArchitectureTest} calls it with its own package. */
public final class ArchitectureRules {

    private static final String COMPUTATION = "io.fairlead.core.Computation";
    private static final List<String> SERVICES =
            List.of("io.fairlead.fleet", "io.fairlead.telemetry", "io.fairlead.job", "io.fairlead.relay");
    private static final String[] FRAMEWORK_AND_IO = {
        "io.quarkus..",
        "jakarta..",
        "io.vertx..",
        "io.smallrye..",
        "org.apache.kafka..",
        "java.sql..",
        "java.net..",
        "java.nio.file..",
        "java.nio.channels..",
        "org.jboss.."
    };

    private ArchitectureRules() {}

    /**
     * Checks the classes below a package.
     *
     * @param root a service's package, or that of common/core
     * @throws AssertionError naming each class that breaks a rule
     */
    public static void check(String root) {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        for (String service : SERVICES) {
            if (!root.startsWith(service)) {
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(service + "..")
                        .because("services meet on topics and public APIs, and common knows none of them")
                        .check(all);
            }
        }
        noClasses()
                .that()
                .areAnnotatedWith(COMPUTATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FRAMEWORK_AND_IO)
                .because("computation is plain Java and is tested alone")
                .allowEmptyShould(true)
                .check(all);
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .because("names are domain nouns")
                .check(all);
    }
}
