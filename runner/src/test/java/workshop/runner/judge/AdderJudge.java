package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import workshop.runner.FixtureCourse;
import workshop.runner.course.WorkshopException;
import workshop.testkit.exercise.TestResult;

/** A judge of one exercise, {@code int add(int a, int b)}, whose bodies a test provides. */
final class AdderJudge implements AutoCloseable {

  /** Deadlines that a test can wait for; the grace is long for busy machines. */
  static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(1),
          Duration.ofMillis(2500),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(90),
          Duration.ofMinutes(1),
          4096);

  final FixtureCourse course;
  final WarmJudge judge;

  AdderJudge(Path folder) throws IOException {
    this(folder, SHORT);
  }

  AdderJudge(Path folder, Limits limits) throws IOException {
    course = FixtureCourse.in(folder);
    judge =
        new WarmJudge(course.checkout(), FixtureCourse.build(), limits, course.exercise("01-0"));
  }

  ExerciseResult judge(String body) {
    Recorder recorder = new Recorder();
    start(body, recorder);
    try {
      return recorder.outcomes.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  ExerciseJudge.Run start(String body, Recorder recorder) {
    return judge.start(Submission.ofDraft(course.exercise("01-1"), draft(body)), recorder);
  }

  String draft(String body) {
    String starter = course.read(course.exercise("01-1").starter());
    int from = starter.indexOf("// TODO");
    int to = starter.indexOf(";", from) + 1;
    return starter.substring(0, from) + body + starter.substring(to);
  }

  static String message(ExerciseResult outcome) {
    assertThat(outcome).isInstanceOf(ExerciseResult.Cut.class);
    return ((ExerciseResult.Cut) outcome).report().toString();
  }

  static List<String> notes(ExerciseResult outcome) {
    assertThat(outcome).isInstanceOf(ExerciseResult.Judged.class);
    return ((ExerciseResult.Judged) outcome).notes();
  }

  @Override
  public void close() {
    judge.close();
  }

  /** Records the events of a run. */
  static final class Recorder implements ExerciseJudge.Listener {

    final List<TestResult> results = new ArrayList<>();
    final BlockingQueue<ExerciseResult> outcomes = new LinkedBlockingQueue<>();
    final BlockingQueue<String> notices = new LinkedBlockingQueue<>();
    final BlockingQueue<WorkshopException> troubles = new LinkedBlockingQueue<>();

    @Override
    public void ended(TestResult result) {
      results.add(result);
    }

    @Override
    public void notice(String text) {
      notices.add(text);
    }

    @Override
    public void done(ExerciseResult outcome) {
      outcomes.add(outcome);
    }

    @Override
    public void failed(WorkshopException trouble) {
      troubles.add(trouble);
    }
  }
}
