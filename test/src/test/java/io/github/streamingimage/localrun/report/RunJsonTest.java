package io.github.streamingimage.localrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.localrun.RecordedRun;
import io.github.streamingimage.localrun.history.EmulatedService;
import io.github.streamingimage.localrun.history.Parameters;
import io.github.streamingimage.localrun.history.Recorder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The JSON document of a run. */
class RunJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RecordedRun events = new RecordedRun();
    private final Recorder recorder = new Recorder(RecordedRun.START, RecordedRun.images(1));

    @Test
    void tellsAllThatWasRecorded() throws IOException {
        events.tell(recorder);
        events.at(100).state(1, null, "READY").stack("CREATE_IN_PROGRESS").processStarted();
        events.at(1_000)
                .sent(1, RequestType.DELETE)
                .throttle(1)
                .decided(1, "WAIT", 1_000)
                .processEnded(1);
        events.at(2_000).lostReply(1).state(1, "READY", "DELETED");
        events.at(3_000)
                .concluded(1, RequestType.DELETE, "DELETED")
                .answered(1, RequestType.DELETE, "SUCCESS", "quoted \"text\"")
                .at(3_500);
        JsonNode expected = JSON.readTree("""
                {"version": 1, "startedAt": "2024-10-23T12:00:00Z", "tookMillis": 3500, "exitStatus": 0, "problems": [],
                 "verdict": "PASS: 1 of 1 images are gone, each SUCCESS came after the image was gone, no ResponseURL leaked",
                 "parameters": {"service": "nimble-studio", "images": 1, "deletionSeconds": 4, "fault": "crash", "waiting": "inline", "seed": 7}, "processes": 1,
                 "stack": [{"status": "CREATE_IN_PROGRESS", "fromMillis": 100, "untilMillis": 3500}],
                 "images": [{"id": "image-1", "logicalId": "Image1", "finalState": "DELETED", "deleted": true,
                   "looks": 1, "setbacks": 3,
                   "states": [{"state": "READY", "fromMillis": 100, "untilMillis": 2000},
                     {"state": "DELETED", "fromMillis": 2000, "untilMillis": 3500}],
                   "requests": [
                     {"atMillis": 1000, "operation": "GET", "status": 429, "errorType": "ThrottlingException",
                      "fault": "Error", "stateAfterwards": "READY"},
                     {"atMillis": 2000, "operation": "DELETE", "status": null, "errorType": null,
                      "fault": "LostReply", "stateAfterwards": "READY"}],
                   "responses": [{"atMillis": 3000, "requestType": "DELETE", "status": "SUCCESS",
                      "reason": "quoted \\"text\\"", "outcome": "DELETED", "bytes": 256, "tookMillis": 2000}],
                   "interruptions": [{"atMillis": 1000, "cause": "the process ended with 137"}]}]}""");
        assertThat(document()).isEqualTo(expected);
    }

    @Test
    void saysWhatKeptTheRunFromEndingWell() throws IOException {
        recorder.mishap("something");
        assertThat(document().path("exitStatus").asInt()).isEqualTo(1);
        assertThat(document().path("problems"))
                .extracting(JsonNode::asText)
                .containsExactly("image-1 is DELETED, and CloudFormation heard nothing of its deletion", "something");
    }

    private JsonNode document() throws IOException {
        Parameters parameters = new Parameters(
                EmulatedService.NIMBLE_STUDIO, 1, Duration.ofSeconds(4), Optional.of("crash"), "inline", 7);
        return JSON.readTree(RunJson.of(recorder.run(parameters, events.instant())));
    }
}
