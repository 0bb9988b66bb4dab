package workshop.comparison.rows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import workshop.comparison.result.Figure;

/**
 * What may be said of the slowest of so many samples. A percentile needs a sample beyond it, or it
 * is the maximum under another name: a p99 needs a hundred samples, a p90 ten.
 */
enum Tail {
  P99("p99", 99, 100, "99 of 100 answers"),
  P90("p90", 90, 10, "9 of 10 answers"),
  MAXIMUM("maximum", 100, 1, "All answers");

  private final String word;
  private final double percentile;
  private final int samples;
  private final String answers;

  Tail(String word, double percentile, int samples, String answers) {
    this.word = word;
    this.percentile = percentile;
    this.samples = samples;
    this.answers = answers;
  }

  /** Returns the farthest that this number of samples allows. */
  static Tail of(int samples) {
    return Stream.of(values()).filter(tail -> samples >= tail.samples).findFirst().orElse(MAXIMUM);
  }

  /** Finds the figure of {@code id}, whichever of these it shows. */
  static Optional<Figure> figure(List<Figure> figures, String id) {
    return Stream.of(values())
        .flatMap(tail -> Figure.find(figures, tail.id(id)).stream())
        .findFirst();
  }

  /** The identifier of a figure of this kind: never compared with a figure of another kind. */
  String id(String figure) {
    return figure + "-" + word;
  }

  double of(Histogram histogram) {
    return histogram.getValueAtPercentile(percentile);
  }

  /** Of how many samples one at least lies beyond. */
  int samples() {
    return samples;
  }

  /** What begins a figure's title: "99 of 100 answers". */
  String answers() {
    return answers;
  }

  /** "p99". */
  @Override
  public String toString() {
    return word;
  }
}
