package workshop.comparison.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown tables and escapes, and the conversion to HTML. */
final class Markdown {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*\\[\\]<>|~]|(?<!\\w)_|_(?!\\w)");

  private Markdown() {}

  /** Text in which nothing is markup. */
  static String text(String text) {
    return SPECIAL.matcher(text.replaceAll("\\s+", " ")).replaceAll("\\\\$0");
  }

  /** Returns a table. Columns whose title starts with a space hold numbers. */
  static final class Table {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
      this(List.of(columns));
    }

    Table(List<String> columns) {
      this.columns = columns;
    }

    void row(String... cells) {
      row(List.of(cells));
    }

    void row(List<String> cells) {
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(columns + " are not the columns of " + cells);
      }
      rows.add(cells);
    }

    boolean isEmpty() {
      return rows.isEmpty();
    }

    @Override
    public String toString() {
      String rule =
          columns.stream()
              .map(column -> column.startsWith(" ") ? "--:" : ":--")
              .collect(joining(" | ", "| ", " |\n"));
      return line(columns) + rule + rows.stream().map(Table::line).collect(joining()) + "\n";
    }

    private static String line(List<String> cells) {
      return cells.stream().map(cell -> text(cell.strip())).collect(joining(" | ", "| ", " |\n"));
    }
  }

  static String toHtml(String markdown) {
    List<Extension> tables = List.of(TablesExtension.create());
    return HtmlRenderer.builder()
        .extensions(tables)
        .build()
        .render(Parser.builder().extensions(tables).build().parse(markdown));
  }

  /** Text within HTML or SVG. */
  static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
