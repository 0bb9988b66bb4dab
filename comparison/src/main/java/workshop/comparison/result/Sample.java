package workshop.comparison.result;

import java.util.List;

/** The values of repeated runs, in the order in which they were made. Never empty. */
public record Sample(List<Double> runs) {

  public Sample {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("A sample needs at least one run");
    }
  }

  /** The geometric mean, so that the ratio of two means is the mean of the ratios. */
  public double mean() {
    return Math.exp(logs().stream().mapToDouble(Double::doubleValue).average().orElseThrow());
  }

  public double min() {
    return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double max() {
    return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  List<Double> logs() {
    return runs.stream().map(Math::log).toList();
  }
}
