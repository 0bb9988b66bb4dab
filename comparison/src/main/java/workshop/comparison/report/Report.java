package workshop.comparison.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import workshop.comparison.result.Results;

/** A run's results, for people and for the next run. */
public final class Report {

  private Report() {}

  /**
   * Writes {@code report.html}, {@code report.md} and {@code results.json}, each of them whole or
   * not at all, the results first. Creates the directory. Blocks; runs on the calling thread.
   *
   * @param results of this run, interrupted or not
   * @param against an earlier run: a section then tells what has changed since
   * @return the three files in the order in which a person wants them: page, Markdown, JSON
   * @throws IOException if one of them cannot be written; those written before it stay
   */
  public static List<Path> write(Results results, Optional<Results> against, Path directory)
      throws IOException {
    Files.createDirectories(directory);
    Path json = directory.resolve("results.json");
    Path markdown = directory.resolve("report.md");
    Path page = directory.resolve("report.html");
    ResultsFile.write(results, json);
    List<Block> blocks = Text.of(results, against);
    WholeFile.write(markdown, MarkdownReport.of(blocks));
    WholeFile.write(page, HtmlReport.of(results, blocks));
    return List.of(page, markdown, json);
  }
}
