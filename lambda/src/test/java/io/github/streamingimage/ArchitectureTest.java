package io.github.streamingimage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.streamingimage.time.SystemTime;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

/** The rules of the architecture that ARCHITECTURE.md names. */
@AnalyzeClasses(packages = "io.github.streamingimage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.streamingimage.";

    @ArchTest
    static final ArchRule THE_DECISION_CORE_DEPENDS_ON_NOTHING_BUT_THE_JDK = classes()
            .that()
            .resideInAPackage(ROOT + "deletion..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(ROOT + "deletion..", "java..");

    @ArchTest
    static final ArchRule ONLY_THE_NIMBLE_PACKAGE_KNOWS_THE_NIMBLE_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "nimble..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services.nimble..");

    @ArchTest
    static final ArchRule ONLY_THE_STACK_PACKAGE_KNOWS_THE_CLOUDFORMATION_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "stack..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services.cloudformation..");

    @ArchTest
    static final ArchRule ONLY_THE_WAITING_PACKAGE_KNOWS_THE_STEP_FUNCTIONS_CLIENT = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "waiting..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services.sfn..");

    @ArchTest
    static final ArchRule THE_CLOCK_IS_READ_AND_THREADS_SLEEP_IN_ONE_PLACE = noClasses()
            .that()
            .doNotBelongToAnyOf(SystemTime.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .orShould()
            .callMethod(InstantSource.class, "system");

    @ArchTest
    static final ArchRule THE_PACKAGES_FORM_NO_CYCLE =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_ENTRY_POINT_KNOWS_LAMBDA = noClasses()
            .that()
            .doNotBelongToAnyOf(StreamingImageDeletionHandler.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.amazonaws.services.lambda..");
}
