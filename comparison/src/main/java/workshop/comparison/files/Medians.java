package workshop.comparison.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Sample;

/** Throughputs of small files, remembered to choose a rate that everybody can keep up with. */
final class Medians {

  private record Key(boolean durable, Contender contender) {}

  private final Map<Key, List<Double>> values = new HashMap<>();

  void add(boolean durable, Contender contender, double value) {
    values.computeIfAbsent(new Key(durable, contender), _ -> new ArrayList<>()).add(value);
  }

  /** Returns what was added for a contender, in that order. */
  List<Double> of(boolean durable, Contender contender) {
    return List.copyOf(values.getOrDefault(new Key(durable, contender), List.of()));
  }

  /** Returns the smallest median among {@code contenders}. */
  OptionalDouble slowest(boolean durable, List<Contender> contenders) {
    return contenders.stream()
        .map(contender -> values.get(new Key(durable, contender)))
        .filter(runs -> runs != null)
        .mapToDouble(runs -> new Sample(runs).median())
        .min();
  }
}
