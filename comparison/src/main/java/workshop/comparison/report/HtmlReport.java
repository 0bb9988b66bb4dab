package workshop.comparison.report;

import static java.util.stream.Collectors.joining;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import workshop.comparison.report.Block.Caution;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Column;
import workshop.comparison.report.Block.Command;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Items;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Plot;
import workshop.comparison.report.Block.Table;
import workshop.comparison.report.Block.Tone;
import workshop.comparison.result.Results;

/**
 * Blocks as one page for the browser that needs no other file and no network: its policy forbids
 * the browser to fetch anything. Without scripts the plots are missing and nothing else.
 */
final class HtmlReport {

  private static final String CHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

  /** A longer table is folded. */
  private static final int LONG = 24;

  private final Palette palette;
  private final List<PlotData> plots = new ArrayList<>();
  private final List<String> contents = new ArrayList<>();
  private final StringBuilder main = new StringBuilder();

  private HtmlReport(Results results) {
    palette = new Palette(results);
  }

  static String of(Results results, List<Block> blocks) {
    HtmlReport report = new HtmlReport(results);
    blocks.forEach(report::add);
    return report.page(Text.TITLE + " " + Amounts.date(results.started()));
  }

  private String page(String title) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <nav aria-label="Contents">
    <details>
    <summary>Contents</summary>
    <ul>
    %s
    </ul>
    </details>
    </nav>
    <main>
    <noscript><p class="caution">Without scripts the plots are missing; the tables have all numbers.</p></noscript>
    %s</main>
    <script type="application/json" id="plots">%s</script>
    <script>%s</script>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(
            escape(title),
            resource("report.css"),
            String.join("\n", contents),
            main,
            new GsonBuilder().serializeSpecialFloatingPointValues().create().toJson(plots),
            resource(CHARTS),
            resource("report.js"));
  }

  private void add(Block block) {
    switch (block) {
      case Heading(int level, String text) -> heading(level, text);
      case Paragraph(String text) -> line("<p>%s</p>", text);
      case Caution(String text) -> line("<p class=\"caution\">%s</p>", text);
      case Command(String text) -> line("<pre><code>%s</code></pre>", text);
      case Items(List<String> items) -> {
        main.append("<ul>\n");
        items.forEach(item -> line("<li>%s</li>", item));
        main.append("</ul>\n");
      }
      case Plot(var figure) -> {
        PlotData plot = PlotData.of(figure, palette);
        main.append("<figure data-plot=\"%d\">\n".formatted(plots.size()));
        line("<figcaption>%s</figcaption>", plot.caption());
        main.append("</figure>\n");
        plots.add(plot);
      }
      case Table table -> table(table);
    }
  }

  private void heading(int level, String text) {
    if (level == 2) {
      String id = "part-" + (contents.size() + 1);
      contents.add("<li><a href=\"#%s\">%s</a></li>".formatted(id, escape(text)));
      main.append("<h2 id=\"%s\">%s</h2>\n".formatted(id, escape(text)));
    } else {
      main.append("<h%d>%s</h%d>\n".formatted(level, escape(text), level));
    }
  }

  /** Tables of words become one card a row on a narrow screen, tables of numbers scroll. */
  private void table(Table table) {
    boolean numbers = table.columns().stream().skip(table.headings()).allMatch(Column::numbers);
    if (numbers) {
      boolean open = table.rows().size() <= LONG;
      main.append("<details%s>\n".formatted(open ? " open=\"open\"" : ""));
      line(
          "<summary>%s</summary>",
          "Table of the numbers: " + Amounts.count(table.rows().size(), "row", "rows"));
    }
    main.append(
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"%s\">\n"
            .formatted(escape(table.caption())));
    main.append("<table role=\"table\" class=\"%s\">\n".formatted(numbers ? "numbers" : "words"));
    line("<caption>%s</caption>", table.caption());
    String titles =
        table.columns().stream()
            .map(column ->
                "<th role=\"columnheader\" scope=\"col\"%s>%s</th>"
                    .formatted(column.numbers() ? " class=\"number\"" : "", escape(column.title())))
            .collect(joining());
    main.append("<thead role=\"rowgroup\"><tr role=\"row\">%s</tr></thead>\n".formatted(titles));
    main.append("<tbody role=\"rowgroup\">\n");
    String above = "";
    for (List<Cell> row : table.rows()) {
      String first = row.getFirst().text();
      String looks = !numbers || above.isEmpty() ? "" : first.equals(above) ? "same" : "group";
      above = first;
      main.append("<tr role=\"row\" class=\"%s\">".formatted(looks));
      for (int i = 0; i < row.size(); i++) {
        main.append(cell(row.get(i), table.columns().get(i), i < table.headings()));
      }
      main.append("</tr>\n");
    }
    main.append("</tbody>\n</table>\n</div>\n");
    if (numbers) {
      main.append("</details>\n");
    }
  }

  private static String cell(Cell cell, Column column, boolean heading) {
    String text = escape(cell.text());
    String content =
        cell.tone() == Tone.PLAIN
            ? text
            : "<strong class=\"%s\">%s</strong>"
                .formatted(cell.tone().name().toLowerCase(Locale.ROOT), text);
    String kind = column.numbers() ? " class=\"number\"" : "";
    String label = " data-label=\"%s\"".formatted(escape(column.title()));
    return heading
        ? "<th role=\"rowheader\" scope=\"row\"%s%s><span>%s</span></th>"
            .formatted(kind, label, content)
        : "<td role=\"cell\"%s%s>%s</td>".formatted(kind, label, content);
  }

  private void line(String format, String text) {
    main.append(format.formatted(escape(text))).append("\n");
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String resource(String name) {
    try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not on the class path: build the module again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the resource " + name, e);
    }
  }
}
