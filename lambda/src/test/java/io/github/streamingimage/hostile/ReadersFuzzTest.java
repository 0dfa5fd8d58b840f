package io.github.streamingimage.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.streamingimage.appstream.AppStream;
import io.github.streamingimage.aws.ServiceResponse;
import io.github.streamingimage.customresource.RequestReader;
import io.github.streamingimage.customresource.ResponseUrl;
import io.github.streamingimage.deletion.Observation;
import io.github.streamingimage.invocation.Invocation;
import io.github.streamingimage.invocation.InvocationReader;
import io.github.streamingimage.json.JsonReader;
import io.github.streamingimage.json.JsonWriter;
import io.github.streamingimage.waiting.Handover;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Bytes for every reader of the function. In the build, those of the committed corpus. With {@code JAZZER_FUZZ=1} in the
 * environment and one method chosen ({@code -Dtest='ReadersFuzzTest#readsAnyInvocation'}), new ones, guided by coverage.
 */
class ReadersFuzzTest {

    private static final String LONGEST_FUZZING = "2m";

    @FuzzTest(maxDuration = LONGEST_FUZZING)
    void readsAnyInvocation(byte[] bytes) {
        Invocation invocation = InvocationReader.read(bytes);
        if (invocation instanceof Invocation.Malformed malformed) {
            assertThat(malformed.field()).isNotEmpty();
        }
    }

    @FuzzTest(maxDuration = LONGEST_FUZZING)
    void writesBackWhatItCouldRead(byte[] bytes) {
        JsonReader.Document document = JsonReader.read(bytes);
        if (document.error().isEmpty()) {
            JsonReader.Document again = JsonReader.read(JsonWriter.utf8(document.fields()));
            assertThat(again.error()).isEmpty();
            assertThat(again.fields()).hasSameSizeAs(document.fields());
        }
    }

    @FuzzTest(maxDuration = LONGEST_FUZZING)
    void readsAnyRequestAndAnyHandover(byte[] bytes) {
        Map<String, Object> fields = JsonReader.read(bytes).fields();
        Handover.read(fields);
        if (RequestReader.read(fields) instanceof RequestReader.Result.WellFormed wellFormed) {
            assertThat(wellFormed.request().serviceTimeout().toSeconds()).isBetween(1L, 3600L);
        }
    }

    @FuzzTest(maxDuration = LONGEST_FUZZING)
    void takesAnyTextForAResponseUrlAndTellsNothingOfIt(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ResponseUrl.of(text).ifPresent(url -> {
            url.issuedAt();
            assertThat(url.toString()).isEqualTo("ResponseUrl[redacted]");
            assertThat(text).matches("(?is)[\\x00-\\x20]*(url:)*(https|http)://.*");
        });
    }

    @FuzzTest(maxDuration = LONGEST_FUZZING)
    void takesAnyListOfImagesForAnObservationAndAnyTextForAnId(byte[] bytes) {
        AppStream service = new AppStream(request -> new ServiceResponse(200, "", bytes));
        Observation seen = service.declared(Map.of("ImageName", "image-1"), "").look();
        if (seen instanceof Observation.Image image) {
            assertThat(service.identified(image.physicalResourceId())).isPresent();
        }
        service.identified(new String(bytes, StandardCharsets.UTF_8))
                .ifPresent(image -> assertThat(image.physicalResourceId().getBytes(StandardCharsets.UTF_8))
                        .isEqualTo(bytes));
    }

    @FuzzTest(maxDuration = LONGEST_FUZZING)
    void clipsAnyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_16BE);
        for (int limit : new int[] {0, 3, 17, text.length()}) {
            String clipped = JsonWriter.clip(text, limit);
            assertThat(JsonWriter.utf8(Map.of("", clipped))).hasSizeLessThanOrEqualTo("{\"\":\"\"}".length() + limit);
        }
    }
}
