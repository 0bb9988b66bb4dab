package workshop.comparison.single;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import workshop.comparison.files.OneInFlight;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;

/** Whether anybody beats blocking when there is one operation at a time. Computes only. */
final class NotFaster {

  private static final String CLAIM = "Being asynchronous does not make a single operation faster.";

  private static final String RULE =
      "Every asynchronous technique against blocking, one operation at a time, 4 KiB from the page "
          + "cache: does not hold if all runs of one of them are faster than all runs of blocking; "
          + "too close if a median is faster but not all runs, or if there is only one run; else holds.";

  private static final String NOT_OF_THE_GUIDES_ROWS = "";

  private NotFaster() {}

  /** Somebody who was measured. */
  private record Runs(String name, Sample sample) {

    double median() {
      return sample.median();
    }

    boolean several() {
      return sample.runs().size() > 1;
    }

    @Override
    public String toString() {
      return "%s %s µs (%d %s, %s to %s)"
          .formatted(
              name,
              Numbers.value(median()),
              sample.runs().size(),
              several() ? "runs" : "run",
              Numbers.value(sample.min()),
              Numbers.value(sample.max()));
    }
  }

  static Verdict verdict(List<Figure> figures) {
    List<Contender> contenders = List.copyOf(OneInFlight.techniques().values());
    Optional<Runs> baseline = runs(figures, contenders.getFirst());
    List<Runs> others =
        contenders.stream().skip(1).flatMap(each -> runs(figures, each).stream()).toList();
    if (baseline.isEmpty() || others.size() < contenders.size() - 1) {
      return verdict(Judgment.NOT_MEASURED, "Not all techniques have a run.");
    }
    Runs blocking = baseline.get();
    Optional<Runs> faster = fastest(others, each -> alwaysFaster(each, blocking));
    Runs fastest = faster.or(() -> fastest(others, _ -> true)).orElseThrow();
    boolean close =
        fastest.median() < blocking.median()
            || !blocking.several()
            || !others.stream().allMatch(Runs::several);
    Judgment judgment =
        faster.isPresent() ? Judgment.DOES_NOT_HOLD : close ? Judgment.TOO_CLOSE : Judgment.HOLDS;
    String because =
        "The fastest of them, %s, takes %s times as long as %s."
            .formatted(fastest, Numbers.ratio(fastest.median() / blocking.median()), blocking);
    return verdict(judgment, because);
  }

  private static Optional<Runs> runs(List<Figure> figures, Contender contender) {
    return Figure.find(figures, OneOperation.TIME)
        .flatMap(figure -> figure.at(contender.name(), OneOperation.SMALL))
        .map(sample -> new Runs(contender.name(), sample));
  }

  private static Optional<Runs> fastest(List<Runs> all, Predicate<Runs> among) {
    return all.stream().filter(among).min(Comparator.comparingDouble(Runs::median));
  }

  /** A single run of a side has no spread, and nothing is beyond it. */
  private static boolean alwaysFaster(Runs runs, Runs blocking) {
    return runs.several() && blocking.several() && runs.sample().max() < blocking.sample().min();
  }

  private static Verdict verdict(Judgment judgment, String because) {
    return new Verdict(CLAIM, NOT_OF_THE_GUIDES_ROWS, judgment, RULE, because);
  }
}
