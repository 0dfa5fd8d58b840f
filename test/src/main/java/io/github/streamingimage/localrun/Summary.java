package io.github.streamingimage.localrun;

import io.github.streamingimage.emulator.EmulatedRegion;
import io.github.streamingimage.emulator.cloudformation.Answer;
import io.github.streamingimage.emulator.cloudformation.ReceivedAnswer;
import io.github.streamingimage.emulator.cloudformation.ReceivedAnswer.Disposition;
import io.github.streamingimage.emulator.cloudformation.RequestType;
import io.github.streamingimage.emulator.cloudformation.SentRequest;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of every image of a run, read from the emulators' own records. */
record Summary(List<Row> rows) {

    /**
     * One image.
     *
     * @param state in which Nimble Studio has it at the end; {@code DELETED} also when it is gone
     * @param answer what CloudFormation got for the last Delete; empty when it got none
     * @param took from that Delete to its answer
     * @param requests how many requests about the image Nimble Studio got
     */
    record Row(String imageId, String state, Optional<Answer> answer, Duration took, long requests) {
        boolean isDeleted() {
            return state.equals("DELETED") && answer.filter(Answer::isSuccess).isPresent();
        }
    }

    static Summary of(Plan plan, EmulatedRegion region) {
        List<Row> rows = new ArrayList<>();
        for (String id : plan.imageIds()) {
            Optional<SentRequest> request = last(region.cloudFormation().requests().stream()
                    .filter(sent -> sent.type() == RequestType.DELETE)
                    .filter(sent -> sent.logicalId().equals(Plan.logicalId(id)))
                    .toList());
            Optional<ReceivedAnswer> answer = request.flatMap(sent -> last(region.cloudFormation().answers().stream()
                    .filter(received -> received.disposition() == Disposition.COUNTED)
                    .filter(received -> received.requestId().equals(sent.requestId()))
                    .toList()));
            rows.add(new Row(
                    id,
                    region.images().state(Plan.STUDIO, id).orElse("DELETED"),
                    answer.flatMap(ReceivedAnswer::answer),
                    answer.map(received ->
                                    Duration.between(request.orElseThrow().at(), received.at()))
                            .orElse(Duration.ZERO),
                    region.images().requests().stream()
                            .filter(entry -> entry.streamingImageId().equals(Optional.of(id)))
                            .count()));
        }
        return new Summary(rows);
    }

    boolean everyImageIsDeleted() {
        return rows.stream().allMatch(Row::isDeleted);
    }

    void print(PrintWriter out) {
        out.println();
        out.printf("%-10s  %-20s  %-8s  %9s  %8s  %s%n", "image", "state", "answer", "after", "requests", "reason");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%-10s  %-20s  %-8s  %7.3f s  %8d  %s%n",
                    row.imageId(),
                    row.state(),
                    row.answer().map(Answer::status).orElse("none"),
                    row.took().toMillis() / 1000.0,
                    row.requests(),
                    row.answer().map(Answer::reason).orElse(""));
        }
        out.flush();
    }

    private static <T> Optional<T> last(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }
}
