package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.runner.worker.Pitfall;

/** A verdict that links to a section of the guide must find it there. */
class PitfallsTest {

  private static final Pattern HEADING = Pattern.compile("^## (.+)$", Pattern.MULTILINE);
  private static final Path PAGE = House.root().resolve("docs/pitfalls.md");

  @Test
  void every_pitfall_that_a_verdict_links_to_has_its_section() throws IOException {
    List<String> sections =
        HEADING
            .matcher(Files.readString(PAGE))
            .results()
            .map(heading -> "docs/pitfalls.md#" + anchor(heading.group(1)))
            .toList();

    assertThat(sections).containsAll(Stream.of(Pitfall.values()).map(Pitfall::place).toList());
  }

  /** As the sites that show Markdown make it of a heading. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }
}
