package io.github.streamingimage.localrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The real browser that the build installed, looking at one page: wide and narrow, in light and in dark. */
final class Browser {

    private static final Path LOOK = Path.of("target", "browser", "look.mjs").toAbsolutePath();
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);

    private Browser() {}

    /** Whether there is one on this machine: the build's is for Linux on x86-64, another one is named by the variable. */
    static boolean canRun() {
        return System.getenv("PUPPETEER_EXECUTABLE_PATH") != null
                || System.getProperty("os.name").equals("Linux")
                        && System.getProperty("os.arch").equals("amd64");
    }

    /**
     * The page on one screen.
     *
     * @param scheme {@code light} or {@code dark}
     * @param complaints what the browser's console says
     * @param requests every address that was asked for
     * @param closed with all details closed, as it is first seen
     * @param opened with all details open
     * @param violations of the rules for accessible pages
     */
    record Sight(
            int width,
            String scheme,
            Path screenshot,
            List<String> complaints,
            List<String> requests,
            Layout closed,
            Layout opened,
            List<String> violations) {}

    /**
     * Where things are.
     *
     * @param wide elements that are not within the screen's width
     * @param overlaps texts that lie on each other
     * @param texts how many pieces of text can be seen
     * @param background the page's colour
     * @param scrollWidth how wide the page is
     */
    record Layout(
            List<Lane> lanes,
            List<String> wide,
            List<String> overlaps,
            int texts,
            String background,
            int scrollWidth) {}

    /** An image's lane, its size in pixels, and how many of its bands and marks are drawn. */
    record Lane(String name, double width, double height, int bands, int marks) {}

    private record Answer(String browser, List<Sight> sights) {}

    static List<Sight> look(Path page, Path screenshots) throws IOException, InterruptedException {
        Files.createDirectories(screenshots);
        Process process = new ProcessBuilder("node", LOOK.toString(), page.toString(), screenshots.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit status of the browser").isZero();
        Answer answer = JSON.readValue(output, Answer.class);
        assertThat(answer.browser()).contains("Chrome");
        return answer.sights();
    }
}
