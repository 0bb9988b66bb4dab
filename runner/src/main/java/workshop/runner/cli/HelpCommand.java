package workshop.runner.cli;

import java.util.ArrayList;
import java.util.List;
import workshop.runner.cli.Usage.Parameter;
import workshop.runner.ui.Line;
import workshop.runner.ui.Markdown;
import workshop.runner.ui.Style;

/** Shows how commands are used: an overview, or a page about one command. */
final class HelpCommand implements Command {

  private static final String WRONG = "wrong usage, or something is missing";

  private static final String BELOW =
      "ID is an exercise such as 01-2, and NN is a module such as 01. `./workshop help COMMAND` "
          + "explains one command. Exit codes: 0 success, 1 not solved or failed, 2 wrong usage "
          + "or a broken environment. `NO_COLOR=1` turns colors off.";

  /** A name and its meaning. */
  private record Entry(String name, String meaning) {}

  @Override
  public int run(Workshop workshop, Arguments arguments) {
    workshop.print(
        arguments
            .word()
            .map(name -> page(Commands.find(name).usage(), workshop.width()))
            .orElseGet(() -> overview(Commands.usages(), workshop.width())));
    return PASSED;
  }

  /** Returns all commands, in a line or two each. */
  static List<Line> overview(List<Usage> usages, int width) {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry("./workshop", "start here: a verdict on every save"));
    usages.forEach(usage -> entries.add(new Entry(usage.line(), usage.summary())));
    List<Line> lines = new ArrayList<>(table(entries, width));
    lines.add(Line.EMPTY);
    lines.addAll(Markdown.lines(BELOW, width));
    return lines;
  }

  /** Returns the page about one command. */
  static List<Line> page(Usage usage, int width) {
    List<Line> lines = new ArrayList<>();
    lines.addAll(Line.of(Style.CODE, usage.line()).wrapped(width));
    lines.add(Line.EMPTY);
    lines.addAll(Markdown.lines(usage.does(), width));
    lines.add(Line.EMPTY);
    if (!usage.parameters().isEmpty()) {
      lines.addAll(table(usage.parameters().stream().map(HelpCommand::entry).toList(), width));
      lines.add(Line.EMPTY);
    }
    lines.add(Line.of("Exit codes"));
    lines.addAll(table(exitCodes(usage), width));
    lines.add(Line.EMPTY);
    lines.add(Line.of("Example"));
    lines.addAll(Line.of(Style.CODE, "  ./workshop " + usage.example()).wrapped(width));
    return lines;
  }

  private static Entry entry(Parameter parameter) {
    return new Entry("  " + parameter.form(), parameter.does());
  }

  private static List<Entry> exitCodes(Usage usage) {
    List<Entry> codes = new ArrayList<>();
    codes.add(new Entry("  0", usage.passed()));
    if (!usage.failed().isEmpty()) {
      codes.add(new Entry("  1", usage.failed()));
    }
    codes.add(new Entry("  2", WRONG));
    return codes;
  }

  /** Returns two columns; the meaning goes below the name if the screen is too narrow for both. */
  private static List<Line> table(List<Entry> entries, int width) {
    int column = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0) + 2;
    List<Line> rows = entries.stream().map(entry -> row(entry, column)).toList();
    if (rows.stream().allMatch(line -> line.width() <= width)) {
      return rows;
    }
    List<Line> below = new ArrayList<>();
    for (Entry entry : entries) {
      below.addAll(Line.of(Style.CODE, entry.name()).wrapped(width));
      below.addAll(Line.of("      " + entry.meaning()).wrapped(width));
    }
    return below;
  }

  private static Line row(Entry entry, int column) {
    String padding = " ".repeat(column - entry.name().length());
    return Line.of(Style.CODE, entry.name()).plus(padding + entry.meaning());
  }
}
