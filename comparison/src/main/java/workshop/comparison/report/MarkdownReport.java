package workshop.comparison.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import workshop.comparison.report.Block.Caution;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Command;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Items;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Plot;
import workshop.comparison.report.Block.Table;
import workshop.comparison.report.Block.Tone;

/** Blocks as Markdown, with the tables that GitHub added to it. */
final class MarkdownReport {

  /** What Markdown would take for its own; an underscore within a word it leaves alone. */
  private static final Pattern SPECIAL =
      Pattern.compile("[\\\\`*\\[\\]<>|~]|(?<!\\w)_|_(?!\\w)|&(?=[#\\w])");

  /** What it would take for its own at the start of a line only. */
  private static final Pattern AT_START = Pattern.compile("^(?:[#+=-]|(\\d+)[.)](?=\\s|$))");

  private MarkdownReport() {}

  static String of(List<Block> blocks) {
    return blocks.stream()
            .map(MarkdownReport::block)
            .filter(text -> !text.isEmpty())
            .collect(joining("\n\n"))
        + "\n";
  }

  private static String block(Block block) {
    return switch (block) {
      case Heading(int level, String text) -> "#".repeat(level) + " " + escape(text);
      case Paragraph(String text) -> line(text);
      case Caution(String text) -> "> **" + escape(text) + "**";
      case Items(List<String> items) ->
          items.stream().map(item -> "- " + line(item)).collect(joining("\n"));
      case Command(String line) -> "    " + oneLine(line);
      case Plot _ -> "";
      case Table table -> table(table);
    };
  }

  private static String table(Table table) {
    String titles = row(table.columns(), column -> escape(column.title()));
    String rule = row(table.columns(), column -> column.numbers() ? "--:" : ":--");
    String rows =
        table.rows().stream().map(cells -> row(cells, MarkdownReport::cell)).collect(joining("\n"));
    return titles + "\n" + rule + "\n" + rows;
  }

  private static <T> String row(List<T> cells, Function<T, String> text) {
    return cells.stream().map(text).collect(joining(" | ", "| ", " |"));
  }

  private static String cell(Cell cell) {
    String text = escape(cell.text());
    return cell.tone() == Tone.PLAIN ? text : "**" + text + "**";
  }

  /** Text at the start of a line. */
  private static String line(String text) {
    String escaped = escape(text);
    return AT_START.matcher(escaped).find() ? escaped.replaceFirst("^(\\d*)", "$1\\\\") : escaped;
  }

  static String escape(String text) {
    return SPECIAL.matcher(oneLine(text)).replaceAll("\\\\$0");
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
