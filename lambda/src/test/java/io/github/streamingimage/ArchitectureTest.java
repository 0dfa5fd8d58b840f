package io.github.streamingimage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.time.SystemTime;
import io.github.streamingimage.waiting.StepFunctionsExecutions;
import java.net.URLConnection;
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
    static final ArchRule ONLY_THE_AWS_PACKAGE_KNOWS_THE_SDK = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "aws..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTERS_CALL_AWS = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "aws..", ROOT + "nimble..", ROOT + "stack..")
            .and()
            .doNotBelongToAnyOf(StepFunctionsExecutions.class, Services.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(AwsService.class);

    @ArchTest
    static final ArchRule HTTP_IS_SPOKEN_IN_TWO_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "aws..", ROOT + "customresource..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class);

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
