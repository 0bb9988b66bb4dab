package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import workshop.runner.FixtureCourse;
import workshop.runner.worker.Limits;

/**
 * A judge for one exercise, {@code int add(int a, int b)}. Tests provide the body of the method.
 */
final class AdderJudge implements AutoCloseable {

  /** Deadlines short enough for a test to wait for. The grace period is long, for busy machines. */
  static final Limits SHORT = new Limits(1_000, 2_500, 30_000, 1_000, 90_000, 60_000, 4096);

  /** The same, for code that only the deadline of a test ends. */
  static final Limits IMPATIENT = new Limits(1_000, 2_500, 10_000, 1_000, 90_000, 60_000, 4096);

  /** The same, but a busy thread stays busy until the memory is full, however slow the machine. */
  static final Limits PATIENT = new Limits(60_000, 2_500, 60_000, 1_000, 90_000, 60_000, 4096);

  final FixtureCourse course;
  final WarmJudge judge;

  AdderJudge(Path folder) throws IOException {
    this(folder, SHORT);
  }

  AdderJudge(Path folder, Limits limits) throws IOException {
    course = FixtureCourse.in(folder);
    judge = new WarmJudge(course.checkout(), FixtureCourse.build(), limits);
  }

  ExerciseResult judge(String body) {
    return start(body).result().join();
  }

  WarmJudge.Run start(String body) {
    Submission submission = Submission.ofDraft(course.exercise("01-1"), draft(body));
    return judge.start(submission, _ -> {}, _ -> {});
  }

  String draft(String body) {
    String starter = course.read(course.exercise("01-1").starter());
    int from = starter.indexOf("// TODO");
    int to = starter.indexOf(";", from) + 1;
    return starter.substring(0, from) + body + starter.substring(to);
  }

  static String message(ExerciseResult outcome) {
    assertThat(outcome).isInstanceOf(ExerciseResult.Aborted.class);
    return ((ExerciseResult.Aborted) outcome).report().toString();
  }

  static List<String> notes(ExerciseResult outcome) {
    assertThat(outcome).isInstanceOf(ExerciseResult.Judged.class);
    return ((ExerciseResult.Judged) outcome).notes();
  }

  @Override
  public void close() {
    judge.close();
  }
}
