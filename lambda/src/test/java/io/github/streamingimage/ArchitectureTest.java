package io.github.streamingimage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.streamingimage.aws.AwsApi;
import io.github.streamingimage.aws.AwsService;
import io.github.streamingimage.aws.ServiceRequest;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.stack.CloudFormationStacks;
import io.github.streamingimage.stepfunctions.StepFunctionsExecutions;
import io.github.streamingimage.time.SystemTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules of the architecture that ARCHITECTURE.md names. */
@AnalyzeClasses(packages = "io.github.streamingimage", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.streamingimage.";
    private static final Path SOURCES = Path.of("src/main/java/io/github/streamingimage");

    /** The packages that every service of images has in common. */
    private static final List<String> COMMON = List.of(
            "deletion",
            "customresource",
            "invocation",
            "waiting",
            "stack",
            "stepfunctions",
            "aws",
            "http",
            "time",
            "json",
            "logging");

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
            .resideOutsideOfPackages(
                    ROOT + "aws..", ROOT + "nimble..", ROOT + "appstream..", ROOT + "stack..", ROOT + "stepfunctions..")
            .and()
            .doNotBelongToAnyOf(Services.class, DeletionHandler.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(AwsApi.class, AwsService.class, ServiceRequest.class, ServiceResponse.class);

    @ArchTest
    static final ArchRule NIMBLE_STUDIO_IS_USED_BY_ITS_HANDLER_ONLY =
            isUsedByItsHandlerOnly("nimble..", StreamingImageDeletionHandler.class);

    @ArchTest
    static final ArchRule APPSTREAM_IS_USED_BY_ITS_HANDLER_ONLY =
            isUsedByItsHandlerOnly("appstream..", AppStreamImageDeletionHandler.class);

    @ArchTest
    static final ArchRule THE_ADAPTERS_THAT_EVERY_HANDLER_NEEDS_ARE_USED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "stack..", ROOT + "stepfunctions..")
            .and()
            .doNotBelongToAnyOf(Services.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(CloudFormationStacks.class, StepFunctionsExecutions.class);

    @ArchTest
    static final ArchRule HTTP_IS_OPENED_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "http..")
            .should()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "openConnection", Proxy.class)
            .orShould()
            .callMethod(URL.class, "openStream")
            .orShould()
            .callMethod(URL.class, "getContent")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Socket.class, SocketChannel.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule HTTP_IS_SPOKEN_IN_TWO_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + "http..", ROOT + "aws..", ROOT + "customresource..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(URLConnection.class);

    @ArchTest
    static final ArchRule NAMES_ARE_ASKED_ABOUT_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "http..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(InetAddress.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javax.naming..");

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
            .callMethod(InstantSource.class, "system");

    /** The signer wants a clock, and gets one that stands still at the time that it is told. */
    @ArchTest
    static final ArchRule NO_CLOCK_IS_USED_BUT_BY_THE_SIGNER = noClasses()
            .that()
            .doNotBelongToAnyOf(SystemTime.class, AwsService.class)
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class);

    @ArchTest
    static final ArchRule THE_PACKAGES_FORM_NO_CYCLE =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_ENTRY_POINT_KNOWS_LAMBDA = noClasses()
            .that()
            .doNotBelongToAnyOf(DeletionHandler.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.amazonaws.services.lambda..");

    private static ArchRule isUsedByItsHandlerOnly(String service, Class<? extends DeletionHandler> handler) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + service)
                .and()
                .doNotBelongToAnyOf(handler)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + service);
    }

    /** Not in comments or texts either: whoever adds a service finds nothing here to change. */
    @ArchTest
    static void NO_SOURCE_BUT_ITS_OWN_NAMES_A_SERVICE_OF_IMAGES(JavaClasses ignored) throws IOException {
        Pattern names = Pattern.compile(
                "nimble|studio|appstream|(Get|Delete)StreamingImage|DescribeImages|DeleteImage",
                Pattern.CASE_INSENSITIVE);
        for (String folder : COMMON) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                List<Path> sources =
                        files.filter(file -> file.toString().endsWith(".java")).toList();
                assertThat(sources).as("sources in %s", folder).isNotEmpty();
                for (Path source : sources) {
                    assertThat(Files.readAllLines(source))
                            .as(source.toString())
                            .noneMatch(line -> names.matcher(line).find());
                }
            }
        }
    }
}
