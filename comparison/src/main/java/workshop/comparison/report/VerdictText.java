package workshop.comparison.report;

import static workshop.comparison.report.Block.Cell.cell;
import static workshop.comparison.report.Block.Column.text;

import java.util.List;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Table;
import workshop.comparison.report.Block.Tone;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Verdict;

/** What the measurement says of the claims. */
final class VerdictText {

  private VerdictText() {}

  static List<Block> summary(List<Answer> answers) {
    List<Verdict> verdicts = answers.stream().flatMap(a -> a.verdicts().stream()).toList();
    Heading heading = new Heading(2, "Verdicts");
    if (verdicts.isEmpty()) {
      return List.of(heading, new Paragraph("Nothing was measured that a verdict follows from."));
    }
    return List.of(
        heading,
        new Table(
            "Each claim, whether the guide calls asynchronous I/O a good fit there, and what was measured",
            1,
            List.of(
                text("Claim"),
                text("A good fit? The guide says"),
                text("Measured here"),
                text("Because")),
            verdicts.stream()
                .map(v -> List.of(cell(v.claim()), cell(guide(v)), judgment(v), cell(v.because())))
                .toList()));
  }

  /** The verdicts of one question again, with the rules they follow from. */
  static List<Block> rules(Answer answer) {
    if (answer.verdicts().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Table(
            "What follows, and by which rule",
            1,
            List.of(text("Claim"), text("Measured here"), text("By the rule")),
            answer.verdicts().stream()
                .map(v -> List.of(cell(v.claim()), judgment(v), cell(v.rule())))
                .toList()));
  }

  static Cell judgment(Verdict verdict) {
    return judgment(verdict.judgment());
  }

  static Cell judgment(Verdict.Judgment judgment) {
    return switch (judgment) {
      case HOLDS -> new Cell("holds", Tone.GOOD);
      case HOLDS_IN_PART -> new Cell("holds in part", Tone.MIXED);
      case DOES_NOT_HOLD -> new Cell("does not hold", Tone.BAD);
      case TOO_CLOSE -> new Cell("too close to tell", Tone.MIXED);
      case NOT_MEASURED -> new Cell("not measured", Tone.PLAIN);
    };
  }

  private static String guide(Verdict verdict) {
    return verdict.expected().isBlank() ? "–" : verdict.expected();
  }
}
