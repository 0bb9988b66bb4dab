package workshop.comparison.report;

import java.util.List;

/** Blocks as Markdown. */
final class MarkdownReport {

  private MarkdownReport() {}

  static String of(List<Block> blocks) {
    return blocks + "\n";
  }
}
