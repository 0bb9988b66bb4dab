package workshop.comparison.onefile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Lets JMH time {@link WriteThenReadBenchmark} without output, and leaves no JVM of JMH behind. */
final class Jmh {

  private static final Duration LOOK = Duration.ofMillis(20);
  private static final int LAST_WORDS = 8;

  static {
    // JMH allows one measurement per machine at a time, and none while another user's lock file
    // exists.
    System.setProperty("jmh.ignoreLock", "true");
  }

  private final OneFile.Plan plan;
  private final Path folder;

  /**
   * Returns an object that measures according to {@code plan}.
   *
   * @param folder where the benchmark has its file
   */
  Jmh(OneFile.Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /**
   * Gives a technique one turn, and blocks until it is over.
   *
   * @param technique the name of a contender
   * @return the average microseconds per operation, one value for each iteration
   * @throws IOException if the benchmark fails, with the last lines that JMH printed
   * @throws InterruptedException if the caller is interrupted; JMH and its JVM have ended by then
   */
  List<Double> turn(String technique) throws IOException, InterruptedException {
    Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
    FutureTask<List<Double>> task = new FutureTask<>(() -> run(technique));
    Thread jmh = Thread.ofPlatform().name("JMH").start(task);
    try {
      jmh.join();
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException known
          ? known
          : new IOException("JMH could not measure " + technique, e.getCause());
    } catch (InterruptedException e) {
      end(jmh, others);
      throw e;
    }
  }

  /**
   * Ends the JVM that JMH has started or is about to start, and waits until JMH gives up because of
   * that. Interrupting JMH is not enough, because then its JVM keeps running.
   */
  private static void end(Thread jmh, Set<ProcessHandle> others) {
    boolean over = false;
    while (!over) {
      ProcessHandle.current()
          .children()
          .filter(child -> !others.contains(child))
          .forEach(ProcessHandle::destroyForcibly);
      try {
        over = jmh.join(LOOK);
      } catch (InterruptedException again) {
        over = !jmh.isAlive(); // we are ending anyway
      }
    }
  }

  private List<Double> run(String technique) throws IOException {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream quiet = new PrintStream(printed, true, UTF_8)) {
      Runner runner =
          new Runner(
              options(technique),
              OutputFormatFactory.createFormatInstance(quiet, VerboseMode.NORMAL));
      return averages(runner.run());
    } catch (RunnerException e) {
      String last = lastWords(printed.toString(UTF_8));
      throw new IOException("JMH could not measure " + technique + "; it printed: " + last, e);
    }
  }

  /** Returns the last lines, without stack traces. */
  private static String lastWords(String printed) {
    List<String> lines =
        printed
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("..."))
            .toList();
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
  }

  private Options options(String technique) {
    return new OptionsBuilder()
        .include(Pattern.quote(WriteThenReadBenchmark.class.getName()) + "\\.")
        .param("technique", technique)
        .param("folder", folder.toString())
        .mode(Mode.AverageTime)
        .timeUnit(TimeUnit.MICROSECONDS)
        .forks(plan.ownJvm() ? 1 : 0)
        // Vert.x and Netty need these options to be quiet. Without any, JMH would use the options
        // of this JVM.
        .jvmArgs("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
        .warmupIterations(1)
        .warmupTime(millis(plan.warmUp()))
        .measurementIterations(plan.iterations())
        .measurementTime(millis(plan.iteration()))
        .timeout(TimeValue.seconds(60))
        .shouldFailOnError(true)
        .build();
  }

  private static TimeValue millis(Duration duration) {
    return TimeValue.milliseconds(duration.toMillis());
  }

  private static List<Double> averages(Collection<RunResult> results) {
    return results.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getPrimaryResult().getScore())
        .toList();
  }
}
