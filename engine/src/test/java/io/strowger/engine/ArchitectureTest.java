package io.strowger.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.strowger.engine");

    @Test
    void shouldKnowNeitherServersNorStoresNorJson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vertx..",
                        "io.netty..",
                        "com.fasterxml..",
                        "java.sql..",
                        "javax.sql..",
                        "io.strowger.channels..",
                        "io.strowger.verticles..")
                .check(ENGINE);
    }

    @Test
    void shouldUseTheExpressionLanguageInRulesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.strowger.engine.rules..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.cel..")
                .check(ENGINE);
    }

    @Test
    void shouldReadTheWallClockInOnePlaceOnly() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SystemEpochClock")
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(ENGINE);
    }

    @Test
    void shouldHaveNoStaticStateThatChanges() {
        noFields().that().areStatic().should().notBeFinal().check(ENGINE);
    }

    @Test
    void shouldHaveNoUnsafeMemoryAccess() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("sun..", "jdk.internal..")
                .check(ENGINE);
    }

    @Test
    void shouldHaveNoCyclesBetweenThePartsThatDecide() {
        SlicesRuleDefinition.slices()
                .matching("io.strowger.engine.(command|event|configuration|internal|record|rules|routing|journal)..")
                .should()
                .beFreeOfCycles()
                .check(ENGINE);
    }
}
