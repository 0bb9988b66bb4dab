package workshop.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelinePageTest {

  private final String page =
      TimelinePage.html(
          "Two techniques",
          List.of(
              new TimelinePage.Section("01 Blocking", "8 orders.", Timelines.blocking()),
              new TimelinePage.Section("02 Thread pool", "", Timelines.offloaded())));

  @Test
  void the_page_loads_nothing_else() {
    assertThat(page).doesNotContain("src=").doesNotContain("href=").doesNotContain("url(");
  }

  @Test
  void the_page_has_a_row_for_each_thread_and_the_share_the_caller_was_free() {
    assertThat(lanes(page)).isEqualTo(3);
    assertThat(page)
        .contains("The caller was free 0% of the time and in file operations for 80%.")
        .contains("The caller was free 90% of the time.")
        .contains("READ &lt;a&gt;.txt");
  }

  @Test
  void a_browser_shows_all_lanes_and_reports_no_error(@TempDir Path folder) throws Exception {
    Optional<Path> browser = browser();
    assumeTrue(browser.isPresent(), "no Chromium or Chrome is installed");
    String many =
        TimelinePage.html(
            "200 threads", List.of(new TimelinePage.Section("Pool", "", Timelines.withLanes(200))));
    Path file = Files.writeString(folder.resolve("timeline.html"), page + many);

    Path log = folder.resolve("log");
    Process chromium =
        new ProcessBuilder(
                browser.orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--enable-logging=stderr",
                "--user-data-dir=" + folder.resolve("profile"),
                "--dump-dom",
                file.toUri().toString())
            .redirectError(log.toFile())
            .start();
    String shown = new String(chromium.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(chromium.waitFor()).isZero();
    assertThat(lanes(shown)).isEqualTo(3 + 200);
    assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).doesNotContain("CONSOLE");
  }

  private static long lanes(String html) {
    return Pattern.compile("<g class=\"lane\">").matcher(html).results().count();
  }

  private static Optional<Path> browser() throws IOException {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
