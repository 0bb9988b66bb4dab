package workshop.comparison.result;

import java.util.List;

/**
 * The values of repeated runs, one for each run, in the order in which they were made. Never empty.
 */
public record Sample(List<Double> runs) {

  public Sample {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("A sample needs at least one run");
    }
  }

  /** The middle value; the mean of the two in the middle if the number of runs is even. */
  public double median() {
    List<Double> sorted = runs.stream().sorted().toList();
    int n = sorted.size();
    return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
  }

  public double min() {
    return runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  public double max() {
    return runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /**
   * Whether the largest run is more than twice the smallest: then the median is one of the numbers
   * that might have come out, and not the one to expect. A single run says nothing of that.
   */
  public boolean unstable() {
    return max() > 2 * min();
  }
}
