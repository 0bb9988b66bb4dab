package workshop.comparison.report;

import java.util.ArrayList;
import java.util.List;
import workshop.comparison.report.Block.Command;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Items;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Results;
import workshop.comparison.result.Verdict;

/**
 * The page of the documentation that answers the guide's question with numbers: made from the
 * results of a reference run that are kept beside the sources, so that no number in it was ever
 * typed.
 */
public final class WhenToUseWhich {

  private WhenToUseWhich() {}

  /**
   * Returns the page, in Markdown.
   *
   * @param reference where the results are kept, as a link from the page
   */
  public static String page(Results results, String reference) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(1, "When to use which"));
    blocks.add(new Paragraph(Text.origin(results)));
    blocks.addAll(Text.cautions(results));
    blocks.add(
        new Paragraph(
            "Your machine may say something else. It is measured, and a report written, in about two minutes:"));
    blocks.add(new Command("./workshop compare"));
    List<Answer> guide =
        results.answers().stream()
            .map(answer -> only(answer, true))
            .filter(answer -> !answer.verdicts().isEmpty())
            .toList();
    List<Answer> others =
        results.answers().stream()
            .map(answer -> only(answer, false))
            .filter(answer -> !answer.verdicts().isEmpty())
            .toList();
    blocks.add(new Heading(2, "What the guide says, and what was measured"));
    blocks.addAll(VerdictText.summary(guide).stream().skip(1).toList());
    if (!others.isEmpty()) {
      blocks.add(new Heading(2, "What the guide does not ask"));
      blocks.addAll(VerdictText.summary(others).stream().skip(1).toList());
    }
    blocks.addAll(Text.howToRead());
    results.answers().forEach(answer -> blocks.addAll(question(answer)));
    blocks.addAll(GoalText.summary(results.answers()));
    blocks.addAll(Text.contenders(results));
    blocks.addAll(Text.machine(results));
    blocks.addAll(Text.absent(results));
    return MarkdownReport.of(blocks)
        + """

        This page is made from [the results of that run](%s), which hold the values of all runs and more figures.
        """
            .formatted(reference);
  }

  /** The verdicts on the guide's rows, or the others. */
  private static Answer only(Answer answer, boolean guide) {
    List<Verdict> verdicts =
        answer.verdicts().stream().filter(v -> v.expected().isBlank() != guide).toList();
    return new Answer(
        answer.question(),
        answer.asks(),
        answer.figures(),
        verdicts,
        answer.goals(),
        answer.notes(),
        answer.took(),
        answer.complete());
  }

  private static List<Block> question(Answer answer) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading(2, answer.asks()));
    blocks.addAll(VerdictText.rules(answer));
    if (!answer.notes().isEmpty()) {
      blocks.add(new Items(answer.notes()));
    }
    for (Figure figure : answer.figures()) {
      if (isRowOfTheGuide(answer) || figure.axis().kind() == Axis.Kind.NAMES) {
        blocks.addAll(FigureText.of(figure));
      }
    }
    return blocks;
  }

  /** Of these, the reader finds every number that a verdict rests on; of others, no curves. */
  private static boolean isRowOfTheGuide(Answer answer) {
    return !only(answer, true).verdicts().isEmpty();
  }
}
