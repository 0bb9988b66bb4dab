package workshop.comparison.report;

import static workshop.comparison.report.Block.Cell.cell;
import static workshop.comparison.report.Block.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import workshop.comparison.report.Block.Caution;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Command;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Items;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Table;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Results;
import workshop.comparison.run.Calm;

/**
 * The report's text, in the order in which it is read: what follows, how much, from what, where.
 */
final class Text {

  static final String TITLE = "When does asynchronous file I/O pay?";

  /** The options whose value is a file or a directory, and may have spaces in its name. */
  private static final Set<String> FILES = Set.of("--json", "--against", "--out");

  private Text() {}

  static List<Block> of(Results results, Optional<Results> against) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, TITLE));
    blocks.add(new Paragraph(origin(results)));
    blocks.addAll(cautions(results));
    blocks.addAll(VerdictText.summary(results.answers()));
    blocks.addAll(GoalText.summary(results.answers()));
    against.ifPresent(earlier -> blocks.addAll(ChangeText.of(earlier, results)));
    blocks.addAll(howToRead());
    results.answers().forEach(answer -> blocks.addAll(question(answer)));
    blocks.addAll(contenders(results));
    blocks.addAll(machine(results));
    blocks.addAll(absent(results));
    return List.copyOf(blocks);
  }

  /** When, where and in how much time the numbers came about. */
  static String origin(Results results) {
    Machine machine = results.machine();
    return "Measured on %s, in %s, on %s with %s (%s), %s, files on %s."
        .formatted(
            Amounts.date(results.started()),
            Amounts.duration(results.took()),
            machine.processor(),
            Amounts.count(machine.processors(), "processor", "processors"),
            machine.operatingSystem(),
            machine.jdk(),
            machine.fileSystem());
  }

  static List<Block> cautions(Results results) {
    List<Block> cautions = new ArrayList<>();
    if (!results.complete()) {
      cautions.add(
          new Caution(
              "This run was interrupted. Below is what had been measured by then: questions may be missing,"
                  + " and verdicts may rest on fewer runs than usual."));
    }
    List<String> notCalm =
        results.answers().stream()
            .filter(answer -> answer.notes().stream().anyMatch(Calm::isMissedBy))
            .map(Answer::question)
            .toList();
    if (!notCalm.isEmpty()) {
      cautions.add(
          new Caution(
              "Other programs kept the processors busy before these were measured: %s. Their numbers and verdicts"
                      .formatted(String.join(", ", notCalm))
                  + " may be far off; measure again on a calm machine."));
    }
    if (results.answers().stream()
        .flatMap(a -> a.figures().stream())
        .anyMatch(Text::hasSingleRuns)) {
      cautions.add(
          new Caution(
              "Some numbers come from a single run. They have no spread, and another run may say something"
                  + " else."));
    }
    return cautions;
  }

  /** A limit by arithmetic is not one run, it is none. */
  private static boolean hasSingleRuns(Figure figure) {
    return figure.lines().stream()
        .filter(line -> line.contender().kind() != Contender.Kind.LIMIT)
        .flatMap(line -> line.points().stream())
        .anyMatch(point -> point.sample().runs().size() == 1);
  }

  static List<Block> howToRead() {
    return List.of(
        new Heading(2, "How to read the numbers"),
        new Items(
            List.of(
                "A number is the median of its runs; the spread is the smallest and the largest of them, and a dash if"
                    + " there was one only. The values of all runs are in results.json.",
                "Unstable: the largest run is more than twice the smallest, so that the median says little and another"
                    + " measurement may find half of it or twice as much.",
                "A ratio divides two medians of this run: a row's by that of the baseline, the first that its"
                    + " figure lists, at the same place. ≈ before a ratio: another run may turn it around, because the"
                    + " spreads of the two overlap, or because one of the two has a single run, which has no"
                    + " spread, and is neither twice the other nor a half of it. Spreads that lie apart are a"
                    + " strong hint and no proof: of two that are equally fast, those of three runs each lie apart"
                    + " one time in ten, those of five runs each one time in 126.",
                "A technique is a way to write the program, as the workshop teaches it. A peer is somebody else's"
                    + " program that does the same work. A reference does a part of the work, or all of it by rules of"
                    + " its own: a number to hold the others against, and no limit, for they may beat it. A limit is"
                    + " what the hardware or the arithmetic allows at best, and not a way to write a program.")));
  }

  private static List<Block> question(Answer answer) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, answer.asks()));
    blocks.add(
        new Paragraph(
            "Measured in %s; to measure only this again: --only %s"
                .formatted(Amounts.duration(answer.took()), answer.question())));
    if (!answer.complete()) {
      blocks.add(new Caution("This measurement was interrupted: some of it is missing below."));
    }
    blocks.addAll(VerdictText.rules(answer));
    if (!answer.notes().isEmpty()) {
      blocks.add(new Heading(3, "What to know about these numbers"));
      blocks.add(new Items(answer.notes()));
    }
    answer.figures().forEach(figure -> blocks.addAll(FigureText.of(figure)));
    if (answer.figures().isEmpty()) {
      blocks.add(new Paragraph("Nothing was measured."));
    }
    return blocks;
  }

  static List<Block> contenders(Results results) {
    Map<String, Contender> contenders = new LinkedHashMap<>();
    for (Answer answer : results.answers()) {
      for (Figure figure : answer.figures()) {
        for (Line line : figure.lines()) {
          contenders.putIfAbsent(line.contender().name(), line.contender());
        }
      }
    }
    if (contenders.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Heading(2, "Who took part"),
        new Table(
            "Who was measured, and how each does the work",
            1,
            List.of(text("Name"), text("Kind"), text("What it does")),
            contenders.values().stream()
                .map(c -> List.of(cell(c.name()), cell(FigureText.kind(c.kind())), cell(c.how())))
                .toList()));
  }

  /** What was typed, without what decides only where files are: nothing measured depends on it. */
  static String measuring(String command) {
    StringBuilder kept = new StringBuilder();
    boolean dropping = false;
    for (String word : command.split(" ", -1)) {
      dropping = word.startsWith("--") ? FILES.contains(word) : dropping;
      if (!dropping) {
        kept.append(kept.isEmpty() ? "" : " ").append(word);
      }
    }
    return kept.toString();
  }

  static List<Block> machine(Results results) {
    Machine machine = results.machine();
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(cell("Processor"), cell(machine.processor())));
    rows.add(List.of(cell("Processors"), cell(String.valueOf(machine.processors()))));
    rows.add(List.of(cell("Memory"), cell(Amounts.memory(machine.memoryBytes()))));
    rows.add(List.of(cell("Operating system"), cell(machine.operatingSystem())));
    rows.add(List.of(cell("File system"), cell(machine.fileSystem())));
    rows.add(List.of(cell("JDK"), cell(machine.jdk())));
    new TreeMap<>(machine.versions())
        .forEach((name, version) -> rows.add(List.of(cell(name), cell(version))));
    rows.add(List.of(cell("Started"), cell(Amounts.date(results.started()))));
    rows.add(List.of(cell("Took"), cell(Amounts.duration(results.took()))));
    return List.of(
        new Heading(2, "The machine, and how to repeat this"),
        new Table("What was measured on", 1, List.of(text("What"), text("Which")), rows),
        new Paragraph("To measure again:"),
        new Command(measuring(results.command())));
  }

  static List<Block> absent(Results results) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, "Who could not take part"));
    if (results.absent().isEmpty()) {
      blocks.add(new Paragraph("Nobody was missing."));
    } else {
      blocks.add(
          new Table(
              "Peers that were not found, and how to have them next time",
              1,
              List.of(text("Peer"), text("What is missing"), text("What to do")),
              results.absent().stream()
                  .map(peer -> List.of(cell(peer.peer()), cell(peer.reason()), cell(peer.remedy())))
                  .toList()));
    }
    return blocks;
  }
}
