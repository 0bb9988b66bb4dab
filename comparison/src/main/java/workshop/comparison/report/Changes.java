package workshop.comparison.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;

/** The differences between an earlier run and this one. */
final class Changes {

  private static final int MOST = 40;

  private Changes() {}

  private record Change(
      Figure figure, String place, Contender contender, Sample before, Sample now) {

    Ratio ratio() {
      return Ratio.of(now, before);
    }

    boolean isClear() {
      return ratio().low() > 1 || ratio().high() < 1;
    }

    double size() {
      return Math.abs(Math.log(ratio().value()));
    }
  }

  static String since(Results earlier, Results now) {
    List<Change> compared = new ArrayList<>();
    int others = 0;
    for (Figure figure : figures(now)) {
      Optional<Figure> old =
          figures(earlier).stream()
              .filter(each ->
                  each.measure() == figure.measure() && each.settings().equals(figure.settings()))
              .findFirst();
      for (Figure.Line line : figure.lines()) {
        for (Figure.Point point : line.points()) {
          Optional<Sample> before = old.flatMap(each -> each.at(line.contender(), point.at()));
          if (before.isPresent()) {
            compared.add(
                new Change(figure, point.at(), line.contender(), before.get(), point.sample()));
          } else {
            others++;
          }
        }
      }
    }
    List<Change> clear =
        compared.stream()
            .filter(Change::isClear)
            .sorted(Comparator.comparingDouble(Change::size).reversed())
            .toList();
    Markdown.Table table =
        new Markdown.Table("What", "Contender", " Before", " Now", " Now against before", "Change");
    for (Change each : clear.subList(0, Math.min(MOST, clear.size()))) {
      boolean better = each.ratio().value() > 1 == each.figure().measure().moreIsBetter();
      table.row(
          "%s, %s, %s"
              .formatted(each.figure().title(), each.place(), each.figure().measure().unit()),
          each.contender().label(),
          Numbers.value(each.before().mean()),
          Numbers.value(each.now().mean()),
          Numbers.ratio(each.ratio().value()) + " ×",
          better ? "better" : "worse");
    }
    return """
    ## What changed since %s

    %d numbers can be compared. %d of them differ: their 95%% intervals exclude a ratio of 1. By \
    chance alone, about one in twenty would differ. %d numbers of this run have no counterpart in \
    the earlier run. %s

    %s
    """
        .formatted(
            Numbers.date(earlier.started()),
            compared.size(),
            clear.size(),
            others,
            versions(earlier.machine().versions(), now.machine().versions()),
            table.isEmpty() ? "" : table);
  }

  private static String versions(Map<String, String> before, Map<String, String> now) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(now.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String old = before.getOrDefault(name, "none");
      String current = now.getOrDefault(name, "none");
      if (!old.equals(current)) {
        differences.add("%s: before %s, now %s".formatted(name, old, current));
      }
    }
    return differences.isEmpty()
        ? "All programs have the same versions."
        : "These versions differ: " + String.join("; ", differences) + ".";
  }

  private static List<Figure> figures(Results results) {
    return results.measurements().stream().flatMap(each -> each.figures().stream()).toList();
  }
}
