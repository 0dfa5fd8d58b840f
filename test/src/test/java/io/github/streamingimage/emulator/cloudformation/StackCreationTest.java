package io.github.streamingimage.emulator.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StackCreationTest {

    private final ScriptedStacks scenario = new ScriptedStacks();
    private final CloudFormation cloudFormation = scenario.cloudFormation;

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void sendsACreateWithTheFieldsOfARealOne() {
        CustomResource image = CustomResource.of(Map.of(
                "StudioId", "studio-1", "StreamingImageId", "image-1", "Retries", 3, "Tags", List.of(true, 1.5)));

        String stackId = scenario.create(StackTemplate.of("Image", image));

        SentRequest request = cloudFormation.requests().get(0);
        JsonNode event = request.event();
        assertThat(event.fieldNames())
                .toIterable()
                .containsExactly(
                        "RequestType",
                        "ServiceToken",
                        "ResponseURL",
                        "StackId",
                        "RequestId",
                        "LogicalResourceId",
                        "ResourceType",
                        "ResourceProperties");
        assertThat(stackId).matches("arn:aws:cloudformation:us-west-2:123456789012:stack/images/[0-9a-f-]{36}");
        assertThat(event.path("StackId").asText()).isEqualTo(stackId);
        assertThat(event.path("RequestType").asText()).isEqualTo("Create");
        assertThat(event.path("ServiceToken").asText()).isEqualTo(ScriptedStacks.FUNCTION);
        assertThat(event.path("ResourceType").asText()).isEqualTo("Custom::StreamingImageDeletion");
        assertThat(event.at("/ResourceProperties/ServiceToken").asText()).isEqualTo(ScriptedStacks.FUNCTION);
        assertThat(event.at("/ResourceProperties/Retries").isTextual()).isTrue();
        assertThat(event.at("/ResourceProperties/Tags").toString()).isEqualTo("[\"true\",\"1.5\"]");
        assertThat(FakeFunction.url(event).getRawPath())
                .startsWith("/cloudformation-custom-resource-response-us-west-2/arn%3Aaws%3Acloudformation%3A")
                .endsWith("%7CImage%7C" + request.requestId());
        assertThat(FakeFunction.url(event).getRawQuery())
                .matches("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=\\d{8}T\\d{6}Z&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Expires=7200&X-Amz-Credential=[^&]+&X-Amz-Signature=[0-9a-f]{64}");
    }

    @Test
    void offersTheAnswersIdAndAttributes() {
        String stackId = scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));

        assertThat(cloudFormation.ref(stackId, "Image")).isEqualTo("studio-1|image-1");
        assertThat(cloudFormation.attribute(stackId, "Image", "State")).isEqualTo("READY");
        assertThatThrownBy(() -> cloudFormation.attribute(stackId, "Image", "Colour"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Colour");
        assertThat(cloudFormation.violations()).isEmpty();
        assertThat(scenario.statuses(stackId)).containsExactly("CREATE_IN_PROGRESS", "CREATE_COMPLETE");
    }

    @Test
    void createsAResourceOnlyAfterThoseItDependsOn() {
        scenario.create(StackTemplate.of("First", ScriptedStacks.image("image-1"))
                .with("Second", ScriptedStacks.image("image-2").dependingOn("First"))
                .with("Third", ScriptedStacks.image("image-3").dependingOn("Second")));

        assertThat(cloudFormation.requests())
                .extracting(SentRequest::logicalId)
                .containsExactly("First", "Second", "Third");
        assertThat(cloudFormation.events())
                .filteredOn(event -> !event.isAboutStack())
                .extracting(event -> event.logicalId() + " " + event.status())
                .containsExactly(
                        "First CREATE_IN_PROGRESS",
                        "First CREATE_COMPLETE",
                        "Second CREATE_IN_PROGRESS",
                        "Second CREATE_COMPLETE",
                        "Third CREATE_IN_PROGRESS",
                        "Third CREATE_COMPLETE");
    }

    @Test
    void createsIndependentResourcesAtTheSameTime() {
        scenario.function.behave(event -> Optional.empty());

        cloudFormation.createStack(
                "images",
                StackTemplate.of("One", ScriptedStacks.image("image-1")).with("Two", ScriptedStacks.image("image-2")));

        assertThat(scenario.awaitRequest(2).type()).isEqualTo(RequestType.CREATE);
    }

    @Test
    void rollsBackInReverseOrderWhenALaterResourceFails() {
        StackOperation operation = cloudFormation.createStack(
                "images",
                StackTemplate.of("First", ScriptedStacks.image("image-1"))
                        .with("Second", ScriptedStacks.image("image-2").dependingOn("First"))
                        .with("Broken", OtherResource.failing("Second")));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(scenario.requests())
                .containsExactly("Create", "Create", "Delete studio-1|image-2", "Delete studio-1|image-1");
        assertThat(scenario.statuses(operation.stackId()))
                .containsExactly("CREATE_IN_PROGRESS", "ROLLBACK_IN_PROGRESS", "ROLLBACK_COMPLETE");
        assertThat(cloudFormation.events())
                .extracting(StackEvent::reason)
                .contains("The following resource(s) failed to create: [Broken]. Rollback requested by user.");
    }

    @Test
    void deletesAStackThatWasToBeDeletedOnFailure() {
        StackOperation operation = cloudFormation.createStack(
                "images",
                StackTemplate.of("Image", ScriptedStacks.image("image-1"))
                        .with("Broken", OtherResource.failing("Image")),
                OnFailure.DELETE);

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.DELETE_COMPLETE);
        assertThat(scenario.statuses(operation.stackId()))
                .containsExactly("CREATE_IN_PROGRESS", "DELETE_IN_PROGRESS", "DELETE_COMPLETE");
    }

    @Test
    void deletesAFailedResourceByTheIdThatTheFailureGave() {
        scenario.function.behave(event -> Optional.of(
                event.path("RequestType").asText().equals("Create")
                        ? FakeFunction.failure(event, "none")
                        : FakeFunction.success(event)));

        StackOperation operation =
                cloudFormation.createStack("images", StackTemplate.of("Image", ScriptedStacks.image("image-1")));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(scenario.requests()).containsExactly("Create", "Delete none");
        assertThat(cloudFormation.events())
                .extracting(StackEvent::reason)
                .anyMatch(reason -> reason.startsWith("Received response status [FAILED] from custom resource."
                        + " Message returned: failed on purpose (RequestId: "));
    }

    @Test
    void inventsAnIdForAResourceThatWasNeverAnswered() {
        scenario.function.behave(event -> event.path("RequestType").asText().equals("Create")
                ? Optional.empty()
                : Optional.of(FakeFunction.success(event)));

        StackOperation operation = cloudFormation.createStack(
                "images", StackTemplate.of("Image", ScriptedStacks.impatientImage("image-1")));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(cloudFormation.requests().get(1).physicalId()).matches("images-Image-[A-Z0-9]{12}");
        assertThat(cloudFormation
                        .requests()
                        .get(0)
                        .event()
                        .at("/ResourceProperties/ServiceTimeout")
                        .asText())
                .isEqualTo("1");
        assertThat(cloudFormation.events())
                .extracting(StackEvent::reason)
                .anyMatch(reason -> reason.contains("did not receive a response from your Custom Resource"));
    }

    @Test
    void cutsShortWhatIsBeingCreatedWhenAnotherResourceFails() {
        scenario.holdCreations();

        StackOperation operation = cloudFormation.createStack(
                "images",
                StackTemplate.of("Image", ScriptedStacks.image("image-1"))
                        .with("Gate", ScriptedStacks.image("image-2"))
                        .with("Broken", OtherResource.failing("Gate")));

        assertThat(scenario.finish(operation)).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        assertThat(scenario.statuses(operation.stackId(), "Image"))
                .containsExactly("CREATE_IN_PROGRESS", "CREATE_FAILED", "DELETE_IN_PROGRESS", "DELETE_COMPLETE");
        SentRequest create = cloudFormation.requests().stream()
                .filter(request -> request.logicalId().equals("Image"))
                .findFirst()
                .orElseThrow();
        assertThat(scenario.function.put(
                        create.event(), FakeFunction.success(create.event()).toString()))
                .isEqualTo(200);
        assertThat(cloudFormation.responses())
                .filteredOn(answer -> answer.requestId().equals(create.requestId()))
                .extracting(ReceivedResponse::disposition)
                .containsExactly(ReceivedResponse.Disposition.LATE);
    }

    @Test
    void refusesASecondStackOfTheSameName() {
        scenario.create(StackTemplate.of("Image", ScriptedStacks.image("image-1")));

        assertThatThrownBy(() -> cloudFormation.createStack(
                        "images", StackTemplate.of("Image", ScriptedStacks.image("image-2"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Stack [images] already exists");
    }
}
