package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;

class PaletteTest {

  @Test
  void those_of_a_kind_that_meet_in_a_figure_look_different() {
    Palette palette = new Palette(Example.results());

    for (Figure figure : Example.figures(Example.results())) {
      Map<Contender.Kind, List<Integer>> numbers =
          figure.lines().stream()
              .map(Line::contender)
              .collect(
                  Collectors.groupingBy(
                      Contender::kind, Collectors.mapping(palette::number, Collectors.toList())));
      numbers.forEach((kind, used) ->
          assertThat(used).as("%s: %s", figure.title(), kind).doesNotHaveDuplicates());
    }
  }
}
