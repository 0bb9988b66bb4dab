package workshop.comparison.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Point;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;

/**
 * The numbers of two runs side by side.
 *
 * @param compared how many both runs have, in the same unit
 * @param changes those whose spreads do not overlap, in the order of the later report
 * @param tooFewRuns how many of them have no spread that is worth the name
 * @param onlyInOne how many numbers one of the two runs does not have
 * @param byChance how many changes to expect if nothing has changed
 * @param notAlike the figures whose titles differ, both of them, and how many numbers those have: a
 *     latency at another rate of arrivals is that of another load
 */
record Medians(
    int compared,
    List<Change> changes,
    int tooFewRuns,
    int onlyInOne,
    double byChance,
    List<String> notAlike) {

  /** The smallest number of runs whose smallest and largest value say something of the next run. */
  static final int ENOUGH_RUNS = 3;

  /** A number that is another now, in the figure as it is now. */
  record Change(Figure figure, String place, String contender, Sample before, Sample now) {
    boolean better() {
      return (now.median() > before.median()) == figure.metric().moreIsBetter();
    }
  }

  private record Key(String question, String figure, String unit, String contender, String place) {}

  private record Entry(Figure figure, Sample sample) {}

  static Medians compare(Results earlier, Results now) {
    Map<Key, Entry> before = entries(earlier);
    Map<Key, Entry> after = entries(now);
    List<Change> changes = new ArrayList<>();
    int compared = 0;
    int tooFewRuns = 0;
    double byChance = 0;
    int both = 0;
    Map<String, Integer> notAlike = new LinkedHashMap<>();
    for (Map.Entry<Key, Entry> entry : after.entrySet()) {
      Key key = entry.getKey();
      Entry old = before.remove(key);
      if (old == null) {
        continue;
      }
      both++;
      String title = entry.getValue().figure().title();
      if (!title.equals(old.figure().title())) {
        String titles = "before %s, now %s".formatted(old.figure().title(), title);
        notAlike.merge(titles, 1, Integer::sum);
        continue;
      }
      compared++;
      Sample was = old.sample();
      Sample is = entry.getValue().sample();
      if (Math.min(was.runs().size(), is.runs().size()) < ENOUGH_RUNS) {
        tooFewRuns++;
        continue;
      }
      byChance += apartByChance(was.runs().size(), is.runs().size());
      if (!FigureText.overlap(was, is)) {
        changes.add(new Change(entry.getValue().figure(), key.place(), key.contender(), was, is));
      }
    }
    return new Medians(
        compared,
        List.copyOf(changes),
        tooFewRuns,
        before.size() + after.size() - both,
        byChance,
        notAlike.entrySet().stream()
            .map(titles ->
                "%s (%s)"
                    .formatted(
                        titles.getKey(), Amounts.count(titles.getValue(), "number", "numbers")))
            .toList());
  }

  /**
   * How likely all runs of one side are larger than all of the other although both measured the
   * same: of the ways in which the runs can be ordered, all equally likely then, two are of this
   * kind.
   */
  static double apartByChance(int n, int m) {
    double orders = 1;
    for (int i = 1; i <= n; i++) {
      orders = orders * (m + i) / i;
    }
    return 2 / orders;
  }

  private static Map<Key, Entry> entries(Results results) {
    Map<Key, Entry> entries = new LinkedHashMap<>();
    for (Answer answer : results.answers()) {
      for (Figure figure : answer.figures()) {
        for (Line line : figure.lines()) {
          for (Point point : line.points()) {
            entries.put(
                new Key(
                    answer.question(),
                    figure.id(),
                    figure.metric().unit(),
                    line.contender().name(),
                    point.at()),
                new Entry(figure, point.sample()));
          }
        }
      }
    }
    return entries;
  }
}
