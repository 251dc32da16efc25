package io.strowger.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.strowger.models");

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching("io.strowger.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void shouldKeepDjlOutOfWhatTheRingCalls() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.strowger.models.djl", "io.strowger.models.deep")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ai.djl..")
                .check(CLASSES);
    }

    @Test
    void shouldReadNoClockAndLogNothingInTheInlineTier() {
        noClasses()
                .that()
                .resideInAnyPackage("io.strowger.models.text", "io.strowger.models.linear", "io.strowger.models")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.time..", "java.util.regex..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }
}
