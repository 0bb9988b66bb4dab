package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each chapter shows the timeline of its program, as docs/images/DrawTimelines.java drew it. */
class TimelinePicturesTest {

  private static final Pattern LANE =
      Pattern.compile("(?s)<g class=\"lane\">\\s*<text[^>]*>([^<]*)</text>");

  @ParameterizedTest
  @CsvSource({
    "docs/01-blocking-baseline.md, 01, 1",
    "docs/02-thread-pool-offload.md, 02, 3",
    "docs/03-completable-future.md, 03, 3",
    "docs/04-vertx-filesystem.md, 04, 3",
    "docs/05-concurrent-downloads.md, 05, 3"
  })
  void a_chapter_shows_its_timeline_with_the_caller_on_top(Path chapter, String module, int lanes)
      throws IOException {
    String picture = "images/timeline-" + module + ".svg";

    List<String> drawn = House.all(LANE, House.read(Path.of("docs", picture)));

    assertThat(House.read(chapter)).contains("](" + picture + ")");
    assertThat(drawn).hasSizeGreaterThanOrEqualTo(lanes);
    assertThat(drawn.getFirst()).containsAnyOf("caller", "tests", "event");
  }
}
