package workshop.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import workshop.runner.course.Catalog;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.judge.BatchJudge;
import workshop.runner.judge.BuildOutput;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.worker.Limits;
import workshop.testkit.exercise.State;

/**
 * Judges all solutions again and again, to find a suite whose verdict depends on luck. Each round
 * has another order of the exercises, another number of processors, another compiler mode, and
 * other programs that keep the processors, the memory or the disk busy.
 *
 * <p>In a checkout that {@code ./workshop} has built, with JDK 25:
 *
 * <pre>
 * java -cp 'runner/target/runner.jar:runner/target/lib/*:testkit/target/testkit.jar:testkit/target/lib/*' \
 *     runner/src/test/java/workshop/runner/RepeatSuites.java [ROUNDS] [ID…]</pre>
 *
 * <p>Ends at the first wrong verdict, with exit status 1 and the verdict's events.
 */
final class RepeatSuites {

  private static final List<String> PROCESSORS = List.of("1", "2", "8");
  private static final List<List<String>> MODES =
      List.of(List.of(), List.of("-XX:TieredStopAtLevel=1"), List.of("-Xint"));

  /** On a machine that is kept busy, interpreted code needs many times as long as usual. */
  private static final Limits PATIENT =
      new Limits(120_000, 60_000, 120_000, 120_000, 600_000, 10_000, 16 * 1024);

  /** What keeps the machine busy during a round. */
  private enum Stress {
    NOTHING,
    PROCESSOR,
    MEMORY,
    DISK
  }

  private RepeatSuites() {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length == 0 ? 20 : Integer.parseInt(args[0]);
    List<String> wanted = List.of(args).subList(Math.min(1, args.length), args.length);
    Checkout checkout = new Checkout(Path.of("").toAbsolutePath());
    Catalog catalog = CatalogReader.read(checkout);
    List<Exercise> exercises =
        catalog.exercises().stream()
            .filter(e -> wanted.isEmpty() || wanted.contains(e.id().toString()))
            .toList();
    long seed = System.nanoTime();
    System.out.printf(
        "%d rounds of %d suites, seed %d, %d processors%n",
        rounds, exercises.size(), seed, Runtime.getRuntime().availableProcessors());
    Random random = new Random(seed);
    for (int round = 1; round <= rounds; round++) {
      round(round, checkout, exercises, random);
    }
    System.out.println("Every verdict was right.");
  }

  private static void round(int round, Checkout checkout, List<Exercise> exercises, Random random)
      throws Exception {
    List<Exercise> shuffled = new ArrayList<>(exercises);
    Collections.shuffle(shuffled, random);
    List<Submission> submissions = new ArrayList<>();
    for (Exercise exercise : shuffled) {
      submissions.add(Submission.ofSolution(checkout, exercise));
    }
    List<String> options = new ArrayList<>(MODES.get(random.nextInt(MODES.size())));
    options.add("-XX:ActiveProcessorCount=" + PROCESSORS.get(random.nextInt(PROCESSORS.size())));
    Stress stress = Stress.values()[random.nextInt(Stress.values().length)];
    System.out.printf("Round %d: %s, stress: %s%n", round, String.join(" ", options), stress);
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> busy = busy(stress, over);
    try {
      BatchJudge.judge(
          checkout,
          BuildOutput.of(checkout.root()).withWorkerOptions(options),
          PATIENT,
          2,
          submissions,
          RepeatSuites::requirePassed);
    } finally {
      over.set(true);
      for (Thread thread : busy) {
        thread.join();
      }
    }
  }

  private static void requirePassed(Exercise exercise, ExerciseResult result) {
    if (result.state() != State.PASSED) {
      System.out.printf("%s: %s%n", exercise.id(), result.state());
      result
          .firstFailure()
          .ifPresent(test -> System.out.println(test.name() + "\n" + test.trace()));
      result.mainReport().ifPresent(System.out::println);
      System.exit(1);
    }
  }

  private static List<Thread> busy(Stress stress, AtomicBoolean over) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      switch (stress) {
        case NOTHING -> {}
        case PROCESSOR -> threads.add(Thread.ofPlatform().start(() -> compute(over)));
        case MEMORY -> threads.add(Thread.ofPlatform().start(() -> allocate(over)));
        case DISK -> threads.add(Thread.ofPlatform().start(() -> write(over)));
      }
    }
    return threads;
  }

  private static void compute(AtomicBoolean over) {
    while (!over.get()) {
      Thread.onSpinWait();
    }
  }

  private static void allocate(AtomicBoolean over) {
    byte[][] blocks = new byte[64][];
    for (int i = 0; !over.get(); i++) {
      blocks[i % blocks.length] = new byte[1 << 20];
    }
  }

  private static void write(AtomicBoolean over) {
    try {
      Path file = Files.createTempFile("stress", "");
      try {
        byte[] block = new byte[4 << 20];
        while (!over.get()) {
          Files.write(file, block);
        }
      } finally {
        Files.delete(file);
      }
    } catch (IOException noRoom) {
      System.out.println("The disk is not kept busy: " + noRoom);
    }
  }
}
