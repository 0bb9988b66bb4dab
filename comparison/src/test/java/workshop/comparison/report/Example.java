package workshop.comparison.report;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import workshop.comparison.result.Answer;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Point;
import workshop.comparison.result.Results;
import workshop.comparison.result.Sample;

/** Results that nobody measured: every number in them is invented, for tests only. */
final class Example {

  private Example() {}

  static Path file() {
    try {
      return Path.of(
          Objects.requireNonNull(Example.class.getResource("example-results.json")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static Results results() {
    try {
      return ResultsFile.read(file());
    } catch (IOException e) {
      throw new AssertionError("The example cannot be read", e);
    }
  }

  static List<Figure> figures(Results results) {
    return results.answers().stream().flatMap(answer -> answer.figures().stream()).toList();
  }

  static Results with(Results results, UnaryOperator<Answer> change) {
    return new Results(
        results.command(),
        results.started(),
        results.took(),
        results.complete(),
        results.machine(),
        results.answers().stream().map(change).toList(),
        results.absent());
  }

  /** The same results, but with other values for one contender in one figure. */
  static Results with(
      Results results, String figureId, String contender, UnaryOperator<Sample> change) {
    return with(
        results,
        answer ->
            new Answer(
                answer.question(),
                answer.asks(),
                answer.figures().stream()
                    .map(f -> f.id().equals(figureId) ? with(f, contender, change) : f)
                    .toList(),
                answer.verdicts(),
                answer.goals(),
                answer.notes(),
                answer.took(),
                answer.complete()));
  }

  private static Figure with(Figure figure, String contender, UnaryOperator<Sample> change) {
    List<Line> lines =
        figure.lines().stream()
            .map(line ->
                line.contender().name().equals(contender)
                    ? new Line(
                        line.contender(),
                        line.points().stream()
                            .map(p -> new Point(p.at(), change.apply(p.sample())))
                            .toList())
                    : line)
            .toList();
    return new Figure(figure.id(), figure.title(), figure.metric(), figure.axis(), lines);
  }

  /**
   * Compares a text with a file that is kept beside the sources.
   *
   * @param file relative to the module
   */
  static void check(Path file, String text) throws IOException {
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, text);
    }
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      throw new AssertionError(
          """
          %s is not what the program makes now. If the change is meant, write it anew and read the difference:
            mvn -pl comparison -am test -Dtest='workshop.comparison.report.*Test' -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.write=true
          What it makes now begins with
          %s\
          """
              .formatted(file, firstDifference(file, text)));
    }
  }

  private static String firstDifference(Path file, String text) throws IOException {
    List<String> is = Files.exists(file) ? Files.readAllLines(file) : List.of();
    List<String> now = text.lines().toList();
    for (int i = 0; i < now.size(); i++) {
      if (i >= is.size() || !is.get(i).equals(now.get(i))) {
        return "line %d: %s%n  in the file: %s"
            .formatted(i + 1, now.get(i), i < is.size() ? is.get(i) : "(no such line)");
      }
    }
    return "all of it, but the file has more lines";
  }
}
