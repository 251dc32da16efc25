package io.strowger.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What analyze, decide and commit must not use. That they allocate nothing is measured by the allocation tests. */
class HotPathRulesTest {
    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.strowger.engine");

    private static final DescribedPredicate<JavaClass> ON_THE_HOT_PATH =
            DescribedPredicate.describe("are stages or the router", type -> {
                String name = type.getSimpleName();
                return type.getPackageName().equals("io.strowger.engine.routing")
                        || name.equals("AnalyzeHandler")
                        || name.equals("DecideHandler")
                        || name.equals("CommitHandler")
                        || name.equals("RoutingEvent")
                        || name.equals("RingIngress")
                        || name.equals("RecordWriter");
            });

    @Test
    void shouldNotLogOnTheHotPath() {
        noClasses()
                .that(ON_THE_HOT_PATH)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "java.util.logging..")
                .check(ENGINE);
    }

    @Test
    void shouldNotStreamFormatOrLockOnTheHotPath() {
        noClasses()
                .that(ON_THE_HOT_PATH)
                .and()
                .haveSimpleNameNotEndingWith("ConfigurationDecider")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.stream..", "java.util.regex..", "java.util.concurrent.locks..")
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.util.Optional.class)
                .check(ENGINE);
    }

    @Test
    void shouldNotSynchronizeAnywhere() {
        noMethods().should().haveModifier(JavaModifier.SYNCHRONIZED).check(ENGINE);
    }
}
