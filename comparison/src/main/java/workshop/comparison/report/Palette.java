package workshop.comparison.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Results;

/**
 * Gives each contender a number, the same in all figures, from which the page takes color and
 * shape. Two that meet in a figure have different numbers for as long as there are enough.
 * Techniques, peers, references and limits are numbered apart: they do not look alike in the first
 * place.
 */
final class Palette {

  /** As many colors and shapes as the page has. */
  static final int SIZE = 8;

  private final Map<String, Integer> numbers = new HashMap<>();

  Palette(Results results) {
    List<Figure> figures = new ArrayList<>();
    for (Answer answer : results.answers()) {
      figures.addAll(answer.figures());
    }
    Map<String, Contender> contenders = new LinkedHashMap<>();
    for (Figure figure : figures) {
      figure.lines().forEach(l -> contenders.putIfAbsent(l.contender().name(), l.contender()));
    }
    Map<Contender.Kind, int[]> used = new HashMap<>();
    for (Contender contender : contenders.values()) {
      int[] uses = used.computeIfAbsent(contender.kind(), _ -> new int[SIZE]);
      Set<Integer> taken = taken(contender, figures);
      int number =
          IntStream.range(0, SIZE)
              .boxed()
              .min((a, b) -> Integer.compare(cost(a, taken, uses), cost(b, taken, uses)))
              .orElseThrow();
      uses[number]++;
      numbers.put(contender.name(), number);
    }
  }

  int number(Contender contender) {
    return numbers.getOrDefault(contender.name(), 0);
  }

  /** The numbers of those of the same kind that share a figure with a contender. */
  private Set<Integer> taken(Contender contender, List<Figure> figures) {
    Set<Integer> taken = new HashSet<>();
    for (Figure figure : figures) {
      List<Contender> present = figure.lines().stream().map(Line::contender).toList();
      if (present.stream().anyMatch(other -> other.name().equals(contender.name()))) {
        for (Contender other : present) {
          Integer number = numbers.get(other.name());
          if (other.kind() == contender.kind() && number != null) {
            taken.add(number);
          }
        }
      }
    }
    return taken;
  }

  private static int cost(int number, Set<Integer> taken, int[] uses) {
    return (taken.contains(number) ? 1000 : 0) + uses[number];
  }
}
