package io.strowger.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Modules point one way: models, engine, channels, verticles; bench sees all. */
class ModulesTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/jmh_generated/"))
            .importPackages("io.strowger");

    @Test
    void shouldKeepModelsIgnorantOfRouting() {
        noClasses()
                .that()
                .resideInAPackage("io.strowger.models..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.strowger.engine..",
                        "io.strowger.channels..",
                        "io.strowger.verticles..",
                        "io.strowger.bench..",
                        "io.vertx..")
                .check(ALL);
    }

    @Test
    void shouldKeepChannelsFromSocketsStoresAndTheRouter() {
        noClasses()
                .that()
                .resideInAPackage("io.strowger.channels..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.strowger.engine.routing..",
                        "io.strowger.engine.pipeline..",
                        "io.strowger.verticles..",
                        "io.strowger.bench..",
                        "java.sql..",
                        "java.net..",
                        "io.vertx.core.net..",
                        "io.vertx.core.http..")
                .check(ALL);
    }

    @Test
    void shouldKeepTheServerFromTheMeasurements() {
        noClasses()
                .that()
                .resideInAPackage("io.strowger.verticles..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.strowger.bench..")
                .check(ALL);
    }

    @Test
    void shouldMarkEveryPackageForNullness() {
        classes().should(liveInANullMarkedPackage()).check(ALL);
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package that is marked for nullness") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getPackageName() + " has no package-info with @NullMarked"));
                }
            }
        };
    }
}
