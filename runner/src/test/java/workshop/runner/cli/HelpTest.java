package workshop.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.runner.course.WorkshopException;
import workshop.runner.ui.Line;

/** The commands accept what help says about them. */
class HelpTest {

  private static final Usage SAMPLE =
      Usage.of("weigh", "puts it on the scales")
          .takes("[ID]", "what is weighed")
          .takes("--unit U", "grams or ounces")
          .takes("--tare", "without the bowl")
          .does("Weighs it.")
          .ends("it is light", "it is heavy")
          .example("weigh 01-1 --unit g");

  static List<Usage> usages() {
    return Commands.usages();
  }

  @Test
  void a_page_has_usage_purpose_options_exit_codes_and_an_example() {
    assertThat(HelpCommand.page(SAMPLE, 80).stream().map(Line::text))
        .containsExactly(
            "./workshop weigh [ID] [--unit U] [--tare]",
            "",
            "Weighs it.",
            "",
            "  [ID]      what is weighed",
            "  --unit U  grams or ounces",
            "  --tare    without the bowl",
            "",
            "Exit codes",
            "  0  it is light",
            "  1  it is heavy",
            "  2  wrong usage, or something is missing",
            "",
            "Example",
            "  ./workshop weigh 01-1 --unit g");
  }

  @Test
  void only_the_arguments_in_the_usage_line_are_accepted() {
    Arguments arguments = Arguments.parse(SAMPLE, List.of("01-1", "--unit", "g", "--tare"));

    assertThat(arguments.word()).contains("01-1");
    assertThat(arguments.value("--unit")).contains("g");
    assertThat(arguments.has("--tare")).isTrue();
    for (List<String> wrong : List.of(List.of("01-1", "01-2"), List.of("--tar"))) {
      assertThatThrownBy(() -> Arguments.parse(SAMPLE, wrong))
          .isInstanceOf(WorkshopException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("usages")
  void every_example_is_accepted_by_its_command(Usage usage) {
    List<String> typed = List.of(usage.example().split(" "));

    assertThat(Commands.find(typed.getFirst()).usage()).isEqualTo(usage);
    assertThat(usage.does()).isNotEmpty();
    Arguments.parse(usage, typed.subList(1, typed.size()));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 100})
  void no_line_of_help_is_wider_than_the_screen(int width) {
    Stream<Line> pages =
        Commands.usages().stream().flatMap(usage -> HelpCommand.page(usage, width).stream());

    assertThat(Stream.concat(HelpCommand.overview(Commands.usages(), width).stream(), pages))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.width()).as(line.text()).isLessThanOrEqualTo(width));
  }
}
