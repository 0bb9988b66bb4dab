package workshop.comparison.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import workshop.comparison.result.ComparisonException;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Results;
import workshop.comparison.result.Results.Measurement;
import workshop.comparison.result.ResultsFile;

/** The pages that are made from results: the report of a run, and the published page. */
public final class Report {

  /** The results that the published page is made from, as a path below the root of the workshop. */
  static final String REFERENCE = "comparison/reference/linux-two-cores.json";

  static final String PAGE = "docs/choosing.md";
  private static final String PICTURES = "choosing/";

  private Report() {}

  /**
   * Writes the report of a run, as HTML and as Markdown.
   *
   * @param earlier a run to compare with
   * @return the HTML
   */
  public static Path write(Results results, Optional<Results> earlier, Path folder)
      throws IOException {
    String markdown = report(results, earlier);
    Files.writeString(folder.resolve("report.md"), markdown);
    return Files.writeString(
        folder.resolve("report.html"),
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>When to use which</title>
        <style>
        %s</style>
        </head>
        <body>
        %s</body>
        </html>
        """
            .formatted(style(), Markdown.toHtml(markdown)));
  }

  private static String report(Results results, Optional<Results> earlier) {
    Sections sections = new Sections(results, (_, _, svg) -> "<figure>\n" + svg + "</figure>\n\n");
    StringBuilder text = new StringBuilder("# When does asynchronous file I/O pay?\n\n");
    text.append(sections.warnings()).append(sections.overview()).append(sections.origin());
    text.append('\n').append(sections.decisions());
    earlier.ifPresent(before -> text.append(Changes.since(before, results)));
    for (Measurement each : results.measurements()) {
      text.append(sections.topic(each.topic()));
      text.append(sections.findings(each.topic()));
      text.append("<details><summary>All numbers</summary>\n\n");
      each.figures().forEach(figure -> text.append(sections.numbers(figure)));
      text.append("</details>\n\n");
    }
    text.append(Sections.HOW_TO_READ).append('\n').append(sections.tokio());
    return text.append(sections.contenders()).append(sections.machine()).toString();
  }

  private static String style() throws IOException {
    try (InputStream in =
        requireNonNull(
            Report.class.getResourceAsStream("report.css"),
            "report.css is not on the class path: build the module again")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /**
   * Makes these results the published reference and writes the page and its pictures.
   *
   * @return the page
   * @throws ComparisonException if the results are not thorough, not complete, or were disturbed
   */
  public static Path publish(Results results, Path root) throws IOException {
    if (results.effort() != Effort.FULL) {
      throw new ComparisonException("Not published: the run was a quick one. Measure with --full.");
    }
    Optional<Remark> busy = results.remarks(Remark.Kind.BUSY).stream().findFirst();
    if (busy.isPresent()) {
      throw new ComparisonException(
          "Not published: other programs used %s%% of the processors. Measure again when the machine is quiet."
              .formatted(busy.get().value()));
    }
    if (!results.complete() || results.measurements().size() < 6) {
      throw new ComparisonException("Not published: the run is not complete. Measure all topics.");
    }
    ResultsFile.write(results, root.resolve(REFERENCE));
    return writePage(results, root);
  }

  static Path writePage(Results results, Path root) throws IOException {
    for (Map.Entry<String, String> file : page(results).entrySet()) {
      Path path = root.resolve("docs").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return root.resolve(PAGE);
  }

  /** Returns the page and its pictures by their names below {@code docs}. */
  static Map<String, String> page(Results results) {
    Map<String, String> files = new LinkedHashMap<>();
    Sections sections =
        new Sections(
            results,
            (name, description, svg) -> {
              files.put(PICTURES + name + ".svg", svg);
              return "![%s](%s%s.svg)\n\n".formatted(Markdown.text(description), PICTURES, name);
            });
    StringBuilder text = new StringBuilder("# When to use which\n\n");
    text.append(sections.warnings()).append(sections.origin()).append('\n');
    text.append(sections.decisions()).append(sections.overview());
    results.measurements().forEach(each -> text.append(sections.topic(each.topic())));
    text.append(sections.tokio()).append(Sections.HOW_TO_READ);
    text.append(
        """

        ## Measure it yourself

            ./workshop compare

        answers the same questions for your machine in two to three minutes, with fewer cases and \
        runs, and writes a report with all numbers. `./workshop compare --full --publish` made this \
        page from [the results of one run](../%s). The command refuses a run in which other \
        programs used more than 10%% of the processors.
        """
            .formatted(REFERENCE));
    files.put(PAGE.substring("docs/".length()), text.toString());
    return files;
  }
}
