package workshop.comparison.manyfiles;

import static workshop.comparison.manyfiles.Case.Mode.CACHED;
import static workshop.comparison.manyfiles.Case.Mode.DURABLE;
import static workshop.comparison.result.Contender.IN_TURN;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import workshop.comparison.manyfiles.RunningContenders.Running;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Remark;
import workshop.comparison.run.Benchmark;
import workshop.comparison.run.Parallel;
import workshop.comparison.run.Recorder;
import workshop.comparison.run.WarmUp;
import workshop.comparison.run.WorkFolder;

/**
 * Writes and reads many files at the same time, with every technique and on several kinds of disk.
 */
public final class ManyFiles implements Benchmark {

  /** The size that the conclusions use. */
  public static final String SMALL = "4 KiB";

  public static final String LARGE = "1 MiB";
  private static final int SMALL_BYTES = 4096;
  private static final int LARGE_BYTES = 1 << 20;
  private static final Duration SLOWED = Duration.ofMillis(2);
  private static final List<Integer> ALL_SIZES = List.of(SMALL_BYTES, LARGE_BYTES);
  private static final List<Integer> SMALL_ONLY = List.of(SMALL_BYTES);
  private static final List<Integer> IN_FLIGHTS = List.of(1, 8, 64, 512);
  private static final String IN_FLIGHT = "%s in flight";

  /** The settings that differ between a short and a thorough run. */
  private record Plan(
      int inFlight,
      Duration warmUp,
      Duration window,
      Duration longest,
      int rounds,
      int roundsOfSmall,
      List<Integer> sizes,
      List<Integer> scaling,
      int latencyRounds,
      Duration latencyWindow) {

    static Plan of(Effort effort) {
      return switch (effort) {
        case TRY -> new Plan(4, ms(20), ms(10), ms(50), 1, 1, ALL_SIZES, List.of(1, 8), 1, ms(20));
        case QUICK ->
            new Plan(64, ms(1500), ms(100), ms(300), 3, 5, SMALL_ONLY, List.of(), 0, ms(0));
        case FULL ->
            new Plan(64, ms(6000), ms(700), ms(4000), 7, 11, ALL_SIZES, IN_FLIGHTS, 3, ms(5000));
      };
    }

    private static Duration ms(long millis) {
      return Duration.ofMillis(millis);
    }

    Map<String, String> settings() {
      return Map.of(IN_FLIGHT, "" + inFlight);
    }

    Case closed(Case.Mode mode, int size, int atOnce) {
      return Case.closed(mode, size, atOnce, window).withAtLeast(4L * atOnce, longest);
    }
  }

  @Override
  public void measure(Effort effort, Recorder recorder) throws Exception {
    Plan plan = Plan.of(effort);
    boolean inEarnest = effort != Effort.TRY;
    try (WorkFolder work = WorkFolder.make("many-files")) {
      recorder.doing("making the files");
      for (int i = 0; i < Case.FILES; i++) {
        make(Case.file(work.path(), SMALL_BYTES, i), SMALL_BYTES, inEarnest);
      }
      for (int i = 0; i < plan.inFlight(); i++) {
        make(Case.file(work.path(), LARGE_BYTES, i), LARGE_BYTES, inEarnest);
      }
      try (RunningContenders contenders = new RunningContenders(work.path())) {
        contenders.startOnThisDisk(inEarnest, recorder);
        Rounds rounds = new Rounds(plan, contenders.all(), work.path(), recorder);
        rounds.warmUp();
        rounds.throughput(CACHED, Measure.MANY_CACHED);
        rounds.throughput(DURABLE, Measure.MANY_DURABLE);
        rounds.cold();
        rounds.scaling(CACHED, Measure.SCALING_CACHED);
        rounds.scaling(DURABLE, Measure.SCALING_DURABLE);
        rounds.latency(CACHED, Measure.LATENCY_CACHED, 10_000);
        rounds.latency(DURABLE, Measure.LATENCY_DURABLE, 2000);
      }
      if (inEarnest) {
        Fio.measure(
            work.path(), Math.min(3, plan.rounds()), plan.window(), plan.settings(), recorder);
      }
      try (RunningContenders contenders = new RunningContenders(work.path())) {
        contenders.startOnSlowedDisk(SLOWED);
        slowed(plan, contenders.all(), recorder);
      }
    }
  }

  /**
   * Creates a file in its full size, so that writing in place does not measure the allocation of
   * space.
   */
  private static void make(Path file, int size, boolean force) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer content = ByteBuffer.allocate(size);
      while (content.hasRemaining()) {
        channel.write(content);
      }
      if (force) {
        channel.force(true);
      }
    }
  }

  private static void slowed(Plan plan, List<Running> contenders, Recorder recorder)
      throws IOException, InterruptedException {
    recorder.doing("slow disk, warm-up");
    WarmUp warmUp = new WarmUp(plan.window(), plan.warmUp().dividedBy(2), new Recorder(_ -> {}));
    Parallel.map( // they mostly wait there
        contenders,
        each -> {
          warmUp.warm(each.contender().label(), () -> each.measure(slowed(plan, each)).asWindow());
          return each;
        });
    Map<String, String> settings =
        Map.of(IN_FLIGHT, "" + plan.inFlight(), "%s ms for each step", "" + SLOWED.toMillis());
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Running each : contenders) {
        recorder.doing("slow disk, round %d: %s".formatted(round, each.contender().label()));
        double perSecond = each.measure(slowed(plan, each)).perSecond();
        recorder.add(Measure.MANY_SLOWED, settings, each.contender(), SMALL, perSecond);
      }
    }
  }

  private static Case slowed(Plan plan, Running contender) {
    int atOnce = contender.contender() == IN_TURN ? 1 : plan.inFlight(); // its only setting
    return plan.closed(DURABLE, SMALL_BYTES, atOnce);
  }

  /** The measurements on the disk as it is. All contenders take turns in each round. */
  private record Rounds(Plan plan, List<Running> contenders, Path folder, Recorder recorder) {

    /** Small files come last, because a JVM that runs new steps discards compiled code. */
    void warmUp() throws IOException, InterruptedException {
      WarmUp warmUp = new WarmUp(plan.window(), plan.warmUp(), recorder);
      for (Running each : contenders) {
        String label = each.contender().label();
        recorder.doing("warm-up: " + label);
        for (int size : plan.sizes().reversed()) {
          each.measure(plan.closed(DURABLE, size, plan.inFlight()));
          Case cached = plan.closed(CACHED, size, plan.inFlight());
          warmUp.warm(label + ", " + place(size), () -> each.measure(cached).asWindow());
        }
      }
    }

    void throughput(Case.Mode mode, Measure measure) throws IOException, InterruptedException {
      for (int size : plan.sizes()) {
        int rounds = size == SMALL_BYTES ? plan.roundsOfSmall() : plan.rounds();
        for (int round = 1; round <= rounds; round++) {
          settle();
          for (Running each : contenders) {
            recorder.doing(
                "%s, %s, round %d of %d: %s"
                    .formatted(
                        mode == DURABLE ? "forced to the disk" : "page cache",
                        place(size),
                        round,
                        rounds,
                        each.contender().label()));
            Duration before = each.process().processorTime();
            Reply reply = each.measure(plan.closed(mode, size, plan.inFlight()));
            recorder.add(
                measure, plan.settings(), each.contender(), place(size), reply.perSecond());
            if (size == SMALL_BYTES) {
              processorTime(each, mode, before, reply);
            }
          }
        }
      }
    }

    private void processorTime(Running each, Case.Mode mode, Duration before, Reply reply) {
      Duration used = each.process().processorTime().minus(before);
      if (used.isPositive()) { // processor time is counted in steps of 10 ms
        double micros = used.toNanos() / 1e3 / reply.operations();
        String where = mode == DURABLE ? "forced to the disk" : "page cache";
        recorder.add(Measure.MANY_PROCESSOR, Map.of("%s", SMALL), each.contender(), where, micros);
      }
    }

    /** Reads every file once, after the system has dropped them all from memory. */
    void cold() throws IOException, InterruptedException {
      for (int round = 1; round <= plan.roundsOfSmall(); round++) {
        for (Running each : contenders) {
          recorder.doing("cold files, round %d: %s".formatted(round, each.contender().label()));
          if (!dropFromMemory()) {
            return;
          }
          int atOnce = each.contender() == IN_TURN ? 1 : plan.inFlight();
          double perSecond = each.measure(Case.coldReads(SMALL_BYTES, atOnce)).perSecond();
          recorder.add(Measure.MANY_COLD, plan.settings(), each.contender(), SMALL, perSecond);
        }
      }
    }

    /** Writes everything back to the disk, and then drops all small files from the page cache. */
    private boolean dropFromMemory() throws IOException {
      settle();
      try (Arena arena = Arena.ofConfined()) {
        for (int i = 0; i < Case.FILES; i++) {
          Path file = Case.file(folder, SMALL_BYTES, i);
          if (!Libc.dropFromPageCache(arena.allocateFrom(file.toString()))) {
            recorder.remark(Remark.Kind.REFUSED, "Reading cold files", "it has no posix_fadvise");
            return false;
          }
        }
      }
      return true;
    }

    /** Writes back the data of earlier turns. Otherwise, later turns would wait for that. */
    private void settle() throws IOException {
      for (int size : plan.sizes()) {
        int files = size == SMALL_BYTES ? Case.FILES : plan.inFlight();
        for (int i = 0; i < files; i++) {
          try (FileChannel channel =
              FileChannel.open(Case.file(folder, size, i), StandardOpenOption.WRITE)) {
            channel.force(true);
          }
        }
      }
    }

    void scaling(Case.Mode mode, Measure measure) throws IOException, InterruptedException {
      for (int round = 0; round < Math.min(2, plan.rounds()); round++) {
        for (int inFlight : plan.scaling()) {
          for (Running each : contenders) {
            if (each.contender() == IN_TURN && inFlight > 1) {
              continue; // it always has one in flight
            }
            recorder.doing("%d in flight: %s".formatted(inFlight, each.contender().label()));
            Reply reply = each.measure(plan.closed(mode, SMALL_BYTES, inFlight));
            recorder.add(
                measure, Map.of("%s", SMALL), each.contender(), "" + inFlight, reply.perSecond());
          }
        }
      }
    }

    /** At a fixed rate, so that two runs can be compared. */
    void latency(Case.Mode mode, Measure measure, int rate)
        throws IOException, InterruptedException {
      Case wanted = Case.arriving(mode, SMALL_BYTES, plan.inFlight(), plan.latencyWindow(), rate);
      Map<String, String> settings = Map.of("%s", SMALL, "%s a second", Integer.toString(rate));
      for (int round = 0; round < plan.latencyRounds(); round++) {
        for (Running each : contenders) {
          Kind kind = each.contender().kind();
          if (kind != Kind.TECHNIQUE && kind != Kind.PEER) {
            continue; // those do not take cases
          }
          recorder.doing("latency: " + each.contender().label());
          Reply reply = each.measure(wanted);
          if (reply.seconds() > 1.2 * plan.latencyWindow().toNanos() / 1e9) {
            recorder.remark(Remark.Kind.LATE, each.contender().label(), rate);
          }
          reply
              .known()
              .forEach(
                  (at, millis) -> recorder.add(measure, settings, each.contender(), at, millis));
        }
      }
    }

    private static String place(int size) {
      return size == SMALL_BYTES ? SMALL : LARGE;
    }
  }
}
