package workshop.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Question;

/**
 * What was asked for.
 *
 * @param only the questions to measure, all of them if empty
 * @param json where the results are to be written as well
 * @param against the results of an earlier run to compare with
 * @param out the directory of the report
 */
record Options(
    Effort effort,
    List<String> only,
    Optional<Path> json,
    Optional<Path> against,
    Path out,
    boolean help) {

  static final String USAGE =
      """
      ./workshop compare    measures every technique on this machine (about two minutes)

        --full              thorough: longer and more often, for narrower spreads
        --only NAME         only this question; may be given several times
        --json FILE         writes the results to FILE as well
        --against FILE      shows what changed since the results in FILE
        --out DIR           where the report goes, %s if not given
        --help              this page

      Ctrl-C ends early and leaves a report of what was measured by then.
      Exit codes: 0 all was measured, 1 not all, 2 wrong usage or the report cannot be written.

      NAME is one of:
      """;

  /** Says what is wrong with what was typed, in a sentence. */
  static final class Misunderstood extends Exception {
    private static final long serialVersionUID = 1;

    Misunderstood(String message) {
      super(message);
    }
  }

  /**
   * Reads what was typed.
   *
   * @param here what relative paths start from
   * @param out the directory of the report if none is given
   */
  static Options parse(List<String> typed, List<Question> known, Path here, Path out)
      throws Misunderstood {
    Effort effort = Effort.NORMAL;
    List<String> only = new ArrayList<>();
    Optional<Path> json = Optional.empty();
    Optional<Path> against = Optional.empty();
    boolean help = false;
    for (int i = 0; i < typed.size(); i++) {
      String option = typed.get(i);
      switch (option) {
        case "--full" -> effort = Effort.FULL;
        case "--try" -> effort = Effort.TRY; // for the tests of the command: not on the help page
        case "--only" -> only.add(question(value(typed, ++i), known));
        case "--json" -> json = Optional.of(here.resolve(value(typed, ++i)));
        case "--against" -> against = Optional.of(here.resolve(value(typed, ++i)));
        case "--out" -> out = here.resolve(value(typed, ++i));
        case "--help", "-h" -> help = true;
        default ->
            throw new Misunderstood(
                "compare does not know \"" + option + "\"; ./workshop compare --help lists all.");
      }
    }
    return new Options(effort, only, json, against, out, help);
  }

  private static String value(List<String> typed, int at) throws Misunderstood {
    if (at == typed.size()) {
      throw new Misunderstood(typed.getLast() + " needs a value after it.");
    }
    return typed.get(at);
  }

  private static String question(String name, List<Question> known) throws Misunderstood {
    List<String> names = known.stream().map(Question::id).toList();
    if (!names.contains(name)) {
      throw new Misunderstood(
          "There is no question \"" + name + "\"; there are " + String.join(", ", names) + ".");
    }
    return name;
  }

  List<Question> chosenFrom(List<Question> known) {
    return known.stream().filter(q -> only.isEmpty() || only.contains(q.id())).toList();
  }
}
