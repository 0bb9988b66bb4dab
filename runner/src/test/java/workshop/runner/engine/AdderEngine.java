package workshop.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import workshop.runner.FixtureCourse;
import workshop.runner.core.Outcome;
import workshop.runner.core.Trouble;
import workshop.runner.port.Tests;
import workshop.runner.port.Tests.Subject;
import workshop.testkit.exercise.TestResult;

/** An engine that judges one exercise, {@code int add(int a, int b)}, with bodies of the test's. */
final class AdderEngine implements AutoCloseable {

  /** Deadlines that a test can wait for; the grace is long, for machines that are busy. */
  static final Limits SHORT =
      new Limits(
          Duration.ofSeconds(1),
          Duration.ofSeconds(6),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          4096);

  final FixtureCourse course;
  final Engine engine;

  AdderEngine(Path folder) throws IOException {
    this(folder, SHORT);
  }

  AdderEngine(Path folder, Limits limits) throws IOException {
    course = FixtureCourse.in(folder);
    engine =
        new Engine(course.checkout(), FixtureCourse.equipment(), limits, course.exercise("01-0"));
  }

  Outcome judge(String body) {
    Recorder recorder = new Recorder();
    start(body, recorder);
    try {
      return recorder.outcomes.take();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Tests.Run start(String body, Recorder recorder) {
    return engine.start(course.exercise("01-1"), new Subject.Draft(draft(body)), recorder);
  }

  String draft(String body) {
    String starter = course.read(course.exercise("01-1").starter());
    int from = starter.indexOf("// TODO");
    int to = starter.indexOf(";", from) + 1;
    return starter.substring(0, from) + body + starter.substring(to);
  }

  static String message(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Cut.class);
    return ((Outcome.Cut) outcome).message();
  }

  static List<String> notes(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Judged.class);
    return ((Outcome.Judged) outcome).notes();
  }

  @Override
  public void close() {
    engine.close();
  }

  /** Takes down what is said of a run. */
  static final class Recorder implements Tests.Listener {

    final CountDownLatch compiled = new CountDownLatch(1);
    final List<TestResult> results = new ArrayList<>();
    final BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
    final BlockingQueue<Trouble> troubles = new LinkedBlockingQueue<>();

    @Override
    public void compiled(Set<String> sources) {
      compiled.countDown();
    }

    @Override
    public void ended(TestResult result) {
      results.add(result);
    }

    @Override
    public void done(Outcome outcome) {
      outcomes.add(outcome);
    }

    @Override
    public void failed(Trouble trouble) {
      troubles.add(trouble);
    }
  }
}
