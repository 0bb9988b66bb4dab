package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages that count exercises or add up minutes have the right sums. */
class MinutesTest {

  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\| \\[(\\d\\d) [^|]*\\|[^|]*\\| (\\d+), (\\d+) minutes \\|$");

  @Test
  void the_front_page_counts_all_exercises_and_their_minutes() throws IOException {
    assertThat(House.read(Path.of("README.md")))
        .contains("in %d exercises".formatted(House.exercisePages().size()))
        .contains(
            "about %d minutes for all %d exercises"
                .formatted(House.minutes(""), House.exercisePages().size()));
  }

  @Test
  void the_guide_adds_up_each_module() throws IOException {
    List<String> ids = List.copyOf(House.exerciseIds());
    Matcher module = MODULE.matcher(House.read(Path.of("docs/README.md")));
    int modules = 0;
    while (module.find()) {
      String prefix = module.group(1) + "-";
      assertThat(module.group(2))
          .as("exercises of module %s", prefix)
          .isEqualTo("" + ids.stream().filter(id -> id.startsWith(prefix)).count());
      assertThat(module.group(3))
          .as("minutes of module %s", prefix)
          .isEqualTo("" + House.minutes(prefix));
      modules++;
    }
    assertThat(modules).isEqualTo(5);
  }
}
