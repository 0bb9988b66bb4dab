package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages that count exercises or add up minutes have the right sums. */
class MinutesTest {

  private static final Pattern MODULE =
      Pattern.compile("(?m)^\\| \\[(\\d\\d) [^|]*\\|[^|]*\\| (\\d+), (\\d+) minutes \\|$");

  @Test
  void the_front_page_counts_all_exercises_and_their_minutes() throws IOException {
    assertThat(House.read(Path.of("README.md")))
        .contains("There are %d exercises".formatted(House.exercisePages().size()))
        .contains(
            "about %d minutes for all %d exercises"
                .formatted(House.minutes(""), House.exercisePages().size()));
  }

  @Test
  void the_grading_page_knows_the_sum_of_all_points() throws IOException {
    assertThat(House.read(Path.of("docs/instructor/grading.md")))
        .contains("are worth %d points".formatted(House.minutes("")));
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

  @Test
  void the_schedules_add_up_and_keep_to_their_time() throws IOException {
    String page = House.read(Schedules.PAGE);

    assertThat(page)
        .as("run java runner/src/test/java/workshop/house/Schedules.java")
        .isEqualTo(Schedules.summed(House.root(), page));
    assertThat(House.all(Pattern.compile("(<!-- schedule: )"), page)).hasSizeGreaterThan(3);
  }

  @Test
  void exercises_in_no_schedule_are_listed_as_homework() throws IOException {
    String page = House.read(Schedules.PAGE);
    String homework = page.substring(page.indexOf("## Exercises for homework"));
    List<String> scheduled = House.all(Pattern.compile("\\*\\*(\\d\\d-\\d+)\\*\\*"), page);

    assertThat(House.all(Pattern.compile("(\\d\\d-\\d+)"), homework))
        .containsExactlyElementsOf(
            House.exerciseIds().stream().filter(id -> !scheduled.contains(id)).toList());
  }

  @Test
  void a_schedule_that_is_too_long_is_noticed() {
    String page =
        """
        <!-- schedule: at most 10 -->
        | 0:00 | 8 | Talk |
        | 0:08 | 1 | Exercise **01-0** |
        | 0:09 | | End |
        """;

    assertThatThrownBy(() -> Schedules.summed(House.root(), page))
        .hasMessageContaining("takes 11 minutes");
  }
}
