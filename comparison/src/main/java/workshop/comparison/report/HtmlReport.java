package workshop.comparison.report;

import java.util.List;
import workshop.comparison.result.Results;

/** Blocks as a page for the browser. */
final class HtmlReport {

  private HtmlReport() {}

  static String of(Results results, List<Block> blocks) {
    return results.command() + blocks;
  }
}
