package workshop.comparison.report;

import static workshop.comparison.report.Block.Cell.cell;
import static workshop.comparison.report.Block.Column.numbers;
import static workshop.comparison.report.Block.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import workshop.comparison.report.Block.Caution;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Items;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Table;
import workshop.comparison.report.Block.Tone;
import workshop.comparison.report.Medians.Change;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;

/** What has changed since an earlier run: verdicts, and medians beyond the spread of both runs. */
final class ChangeText {

  private ChangeText() {}

  static List<Block> of(Results earlier, Results now) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, "What has changed"));
    blocks.add(
        new Paragraph("Compared with the run of %s.".formatted(Amounts.date(earlier.started()))));
    List<String> differences = differences(earlier, now);
    if (!differences.isEmpty()) {
      blocks.add(
          new Caution(
              "The two runs were not made under the same conditions: a difference below may come from there."));
      blocks.add(new Items(differences));
    }
    blocks.addAll(verdicts(earlier, now));
    blocks.addAll(medians(Medians.compare(earlier, now)));
    return blocks;
  }

  private static List<Block> verdicts(Results earlier, Results now) {
    Map<String, Verdict> before = verdicts(earlier);
    Map<String, Verdict> after = verdicts(now);
    List<List<Cell>> rows = new ArrayList<>();
    Cell absent = cell("–");
    after.forEach((claim, verdict) -> {
      Verdict old = before.get(claim);
      if (old == null || old.judgment() != verdict.judgment()) {
        Cell was = old == null ? absent : VerdictText.judgment(old);
        rows.add(List.of(cell(claim), was, VerdictText.judgment(verdict)));
      }
    });
    before.forEach((claim, verdict) -> {
      if (!after.containsKey(claim)) {
        rows.add(List.of(cell(claim), VerdictText.judgment(verdict), absent));
      }
    });
    if (rows.isEmpty()) {
      return List.of(new Paragraph("All verdicts are the same."));
    }
    return List.of(
        new Table(
            "Verdicts that have changed",
            1,
            List.of(text("Claim"), text("Before"), text("Now")),
            rows));
  }

  private static List<Block> medians(Medians medians) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Paragraph(
            ("Of %d numbers that both runs have and that can be compared, %d changed beyond the spread, which means that the spreads of"
                    + " the two runs do not overlap; chance alone would make it %s. %d have fewer than %d"
                    + " runs on one side, too few to tell. %d are only in one of the two.")
                .formatted(
                    medians.compared(),
                    medians.changes().size(),
                    Amounts.estimate(medians.byChance()),
                    medians.tooFewRuns(),
                    Medians.ENOUGH_RUNS,
                    medians.onlyInOne())));
    if (!medians.notAlike().isEmpty()) {
      blocks.add(
          new Paragraph(
              "Not compared, because the two runs did not measure the same there, as the titles say:"));
      blocks.add(new Items(medians.notAlike()));
    }
    if (!medians.changes().isEmpty()) {
      blocks.add(
          new Table(
              "Numbers that have changed beyond the spread",
              3,
              List.of(
                  text("Figure"),
                  text("At"),
                  text("Who"),
                  numbers("Before (spread, runs)"),
                  numbers("Now (spread, runs)"),
                  numbers("Now to before"),
                  text("Which is")),
              medians.changes().stream().map(ChangeText::row).toList()));
    }
    return blocks;
  }

  private static List<Cell> row(Change change) {
    return List.of(
        cell(change.figure().title()),
        cell(FigureText.placeWithLabel(change.figure().axis(), change.place())),
        cell(change.contender()),
        cell(sample(change, change.before())),
        cell(sample(change, change.now())),
        cell(Amounts.ratio(change.now().median() / change.before().median())),
        change.better() ? new Cell("better", Tone.GOOD) : new Cell("worse", Tone.BAD));
  }

  private static String sample(Change change, Sample sample) {
    return "%s %s (%s, %d)"
        .formatted(
            Numbers.value(sample.median()),
            change.figure().metric().unit(),
            FigureText.spread(sample),
            sample.runs().size());
  }

  private static Map<String, Verdict> verdicts(Results results) {
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    results.answers().stream()
        .flatMap(answer -> answer.verdicts().stream())
        .forEach(verdict -> verdicts.put(verdict.claim(), verdict));
    return verdicts;
  }

  private static List<String> differences(Results earlier, Results now) {
    Machine a = earlier.machine();
    Machine b = now.machine();
    return Stream.of(
            difference("Command", Text.measuring(earlier.command()), Text.measuring(now.command())),
            difference("Processor", a.processor(), b.processor()),
            difference("Processors", a.processors(), b.processors()),
            difference("Operating system", a.operatingSystem(), b.operatingSystem()),
            difference("File system", a.fileSystem(), b.fileSystem()),
            difference("JDK", a.jdk(), b.jdk()),
            versions(a, b),
            Stream.of("The earlier run was interrupted.").filter(s -> !earlier.complete()))
        .flatMap(s -> s)
        .toList();
  }

  private static Stream<String> versions(Machine a, Machine b) {
    return new TreeMap<>(a.versions())
        .entrySet().stream()
            .flatMap(before -> {
              String now = b.versions().getOrDefault(before.getKey(), before.getValue());
              return difference(before.getKey(), before.getValue(), now);
            });
  }

  private static Stream<String> difference(String what, Object before, Object now) {
    return before.equals(now)
        ? Stream.empty()
        : Stream.of("%s: before %s, now %s".formatted(what, before, now));
  }
}
