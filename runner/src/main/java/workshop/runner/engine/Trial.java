package workshop.runner.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import workshop.runner.core.Crash;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Output;
import workshop.runner.worker.Order;
import workshop.runner.worker.Reply;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

/** One suite on one worker: asks, listens until the end, and kills what does not come to it. */
final class Trial {

  private final WorkerProcess worker;
  private final Limits limits;
  private final List<TestResult> tests = new ArrayList<>();
  private final long start;
  private boolean reusable;
  private boolean heard;
  private boolean diedUnheard;
  private String lastSeen = "";

  /**
   * Prepares a trial.
   *
   * @param start when it all began, on the clock of {@link System#nanoTime()}
   */
  Trial(WorkerProcess worker, Limits limits, long start) {
    this.worker = worker;
    this.limits = limits;
    this.start = start;
  }

  static Order order(Order.Kind kind, Exercise exercise, List<Path> classes, Limits limits) {
    return new Order(
        kind,
        exercise.suiteClass(),
        exercise.suiteFiles(),
        classes.stream().map(Path::toString).toList(),
        limits.busy().toMillis(),
        limits.quiet().toMillis(),
        limits.afterFailure().toMillis(),
        limits.total().toMillis(),
        limits.output());
  }

  /**
   * Runs the suite and blocks until it has ended or was ended.
   *
   * @param progress told of each test as it ends, on the calling thread
   */
  Outcome run(Order order, Consumer<TestResult> progress) throws InterruptedException {
    worker.order(order);
    long begin = System.nanoTime();
    long progressed = begin;
    while (true) {
      long now = System.nanoTime();
      Duration left = limits.total().plus(limits.grace()).minusNanos(now - begin);
      Duration quiet = limits.quiet().plus(limits.grace()).minusNanos(now - progressed);
      Duration patience = min(left, quiet);
      Optional<Reply> reply = worker.next(patience.isNegative() ? Duration.ZERO : patience);
      if (reply.isEmpty()) {
        return withoutWords();
      }
      heard = true;
      if (reply.get().kind() == Reply.Kind.LOOK) {
        lastSeen = String.valueOf(reply.get().message());
        continue;
      }
      progressed = System.nanoTime();
      Optional<Outcome> outcome = hear(reply.get(), progress);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
  }

  /** Returns whether the worker is as good as new after the run. */
  boolean leftWorkerReusable() {
    return reusable;
  }

  /**
   * Returns whether the worker was gone before it had said a word of this run: it may have died
   * earlier, of something that is not the learner's.
   */
  boolean workerDiedUnheard() {
    return diedUnheard;
  }

  private Optional<Outcome> hear(Reply reply, Consumer<TestResult> progress) {
    TestResult test = reply.test();
    if (reply.kind() == Reply.Kind.TEST && test != null) {
      tests.add(test);
      progress.accept(test);
      return Optional.empty();
    }
    State state = reply.state();
    if (state == null) {
      return Optional.empty();
    }
    Output output = Optional.ofNullable(reply.output()).orElse(Output.NONE);
    if (reply.kind() == Reply.Kind.VERDICT) {
      reusable = reply.reusable();
      List<String> notes = Optional.ofNullable(reply.notes()).orElse(List.of());
      return Optional.of(new Outcome.Judged(state, millis(), tests, output, notes));
    }
    return Optional.of(
        new Outcome.Cut(state, millis(), tests, output, String.valueOf(reply.message())));
  }

  private Outcome withoutWords() throws InterruptedException {
    if (worker.isAlive() && worker.exitCode() == WorkerProcess.STILL_RUNNING) {
      worker.kill();
      String message = Crash.ofKill(TimeUnit.MILLISECONDS.toSeconds(millis()), lastSeen);
      return new Outcome.Cut(State.TIMED_OUT, millis(), tests, Output.NONE, message);
    }
    diedUnheard = !heard;
    String message = Crash.ofSilence(worker.exitCode(), lastSeen);
    return new Outcome.Cut(State.FAILED, millis(), tests, Output.NONE, message);
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
