package workshop.comparison.report;

import static workshop.comparison.report.Block.Cell.cell;
import static workshop.comparison.report.Block.Column.numbers;
import static workshop.comparison.report.Block.Column.text;

import java.util.List;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Table;
import workshop.comparison.report.Block.Tone;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Goal;

/** What the workshop's own code was to reach, and by how much it did or did not. */
final class GoalText {

  private GoalText() {}

  static List<Block> summary(List<Answer> answers) {
    List<Goal> goals = answers.stream().flatMap(a -> a.goals().stream()).toList();
    if (goals.isEmpty()) {
      return List.of();
    }
    long met = goals.stream().filter(Goal::met).count();
    long measured = goals.stream().filter(Goal::measured).count();
    return List.of(
        new Heading(2, "Goals"),
        new Paragraph(
            "What our own techniques are to reach, in ratios of medians of this run: %d of %d met, %d missed, %d"
                    .formatted(met, goals.size(), measured - met, goals.size() - measured)
                + " not measured. What is met or missed by less than the spreads of its numbers may turn around in"
                + " another run."),
        new Table(
            "Goals, met and missed",
            1,
            List.of(
                text("Goal"),
                numbers("Wanted"),
                numbers("Reached"),
                text("Result"),
                text("Because")),
            goals.stream()
                .map(goal ->
                    List.of(
                        cell(goal.text()),
                        cell(wanted(goal)),
                        cell(goal.measured() ? Amounts.ratio(goal.reached()) : "–"),
                        result(goal),
                        cell(goal.because())))
                .toList()));
  }

  private static String wanted(Goal goal) {
    return (goal.atLeast() ? "at least " : "at most ") + Amounts.wanted(goal.wanted());
  }

  /** How far from what was wanted, as a share of what was wanted. */
  static Cell result(Goal goal) {
    if (!goal.measured()) {
      return new Cell("not measured", Tone.PLAIN);
    }
    double share = Math.abs(goal.reached() / goal.wanted() - 1);
    if (goal.met()) {
      return new Cell(
          Double.isFinite(share) && share > 0
              ? "met, %s to spare".formatted(Amounts.percent(share))
              : "met",
          Tone.GOOD);
    }
    return new Cell(
        Double.isFinite(share) ? "missed by " + Amounts.percent(share) : "missed", Tone.BAD);
  }
}
