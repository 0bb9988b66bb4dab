package workshop.comparison.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldTest {

  private static final Path FOLDER = Path.of("unused");

  @Test
  void the_heap_of_a_technique_neither_grows_nor_shrinks_and_was_touched_before() {
    List<String> command = Field.command("pool", FOLDER, Field.HEAP, List.of());

    assertThat(size(command, "-Xms")).isEqualTo(size(command, "-Xmx"));
    assertThat(command).contains("-XX:+AlwaysPreTouch");
    assertThat(Field.HEAP_NOTE).contains("heap of " + size(command, "-Xmx") + " MiB");
    assertThat(command.subList(command.size() - 3, command.size()))
        .containsExactly(Worker.class.getName(), "pool", "unused");
  }

  private static String size(List<String> command, String option) {
    return command.stream()
        .filter(each -> each.startsWith(option))
        .map(each -> each.substring(option.length()).replace("m", ""))
        .findFirst()
        .orElse("no " + option);
  }
}
