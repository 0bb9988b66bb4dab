package workshop.comparison.report;

import java.util.List;
import java.util.Optional;
import workshop.comparison.result.Results;

/** The report's text, in the order in which it is read. */
final class Text {

  private Text() {}

  static List<Block> of(Results results, Optional<Results> against) {
    return List.of(new Block.Heading(1, "When does asynchronous file I/O pay?"));
  }
}
