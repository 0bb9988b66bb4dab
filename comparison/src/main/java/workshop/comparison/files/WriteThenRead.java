package workshop.comparison.files;

import static workshop.comparison.files.Field.BLOCKING;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import workshop.comparison.question.Effort;
import workshop.comparison.question.Notebook;
import workshop.comparison.question.Question;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Verdict;
import workshop.comparison.run.AtOnce;
import workshop.comparison.run.WarmUp;
import workshop.comparison.run.WorkFolder;

/** Many files are written and read back, all at once: by which technique the most per second? */
public final class WriteThenRead implements Question {

  static final String CACHED = "throughput-cached";
  static final String DURABLE = "throughput-durable";
  static final String SCALING_CACHED = "scaling-cached";
  static final String SLOWED = "throughput-slowed";
  private static final String DURABLE_TITLE = "Throughput, forced to the disk";
  static final String SMALL = "4 KiB";
  static final String LARGE = "1 MiB";

  private static final int SMALL_BYTES = 4096;
  private static final int LARGE_BYTES = 1 << 20;
  private static final Duration LATENCY = Duration.ofMillis(2);
  private static final Metric THROUGHPUT = new Metric("throughput", "operations/s", true);
  private static final Metric TIME = new Metric("latency", "ms", false);
  private static final Axis SIZE = new Axis(Axis.Kind.NAMES, "size of the file");
  private static final Axis AT_ONCE = new Axis(Axis.Kind.LOGARITHMIC, "operations in flight");
  private static final Axis PERCENTILE = new Axis(Axis.Kind.PERCENTILES, "percentile");

  @Override
  public String id() {
    return "write-then-read";
  }

  @Override
  public String asks() {
    return "Write a file, then read it, with many at once: which technique does the most of it?";
  }

  @Override
  public List<Verdict> verdicts(List<Figure> figures) {
    return new Conclusions(figures).verdicts();
  }

  @Override
  public List<Goal> goals(List<Figure> figures) {
    return new Conclusions(figures).goals();
  }

  @Override
  public void measure(Effort effort, Notebook notebook) throws Exception {
    Plan plan = Plan.of(effort);
    notes(plan, notebook);
    try (WorkFolder work = WorkFolder.make("write-then-read")) {
      notebook.doing("making the files");
      makeFiles(work.path(), plan.atOnce(), effort != Effort.TRY);
      try (Field field = Field.onThisDisk(work.path(), effort != Effort.TRY, notebook)) {
        Rounds rounds = new Rounds(plan, field, work.path(), notebook);
        rounds.warmUp();
        rounds.throughput(CACHED, "Throughput, page cache", false);
        rounds.throughput(DURABLE, DURABLE_TITLE, true);
        rounds.scaling(SCALING_CACHED, "Scaling, page cache", false);
        rounds.scaling("scaling-durable", "Scaling, forced to the disk", true);
        rounds.latency("latency-cached", "Latency, page cache", false);
        rounds.latency("latency-durable", "Latency, forced to the disk", true);
      }
      if (effort != Effort.TRY) {
        new Fio(work.path(), notebook)
            .measure(plan, throughputPage(notebook, DURABLE, DURABLE_TITLE, plan));
      }
      try (Field field = Field.onSlowedDisk(work.path(), LATENCY)) {
        slowed(plan, field, notebook);
      }
    }
  }

  private static Notebook.Page throughputPage(
      Notebook notebook, String id, String title, Plan plan) {
    return notebook.figure(id, title + ", " + plan.atOnce() + " in flight", THROUGHPUT, SIZE);
  }

  /**
   * Makes all files in their full size.
   *
   * @param force whether the disk is to have them before anything is measured
   */
  private static void makeFiles(Path folder, int large, boolean force) throws IOException {
    for (int i = 0; i < Case.FILES; i++) {
      write(Case.file(folder, SMALL_BYTES, i), SMALL_BYTES, force);
    }
    for (int i = 0; i < large; i++) {
      write(Case.file(folder, LARGE_BYTES, i), LARGE_BYTES, force);
    }
  }

  private static void write(Path file, int size, boolean force) throws IOException {
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

  private static void notes(Plan plan, Notebook notebook) {
    notebook.note(
        "One operation: open a file, write all of it, force it if it is to be durable, close it, "
            + "open it again, read it to its end, close it.");
    notebook.note(
        "The files exist in their full size and are written in place: with a truncated or a new "
            + "file one measures how the file system allocates space, which is the same for all.");
    notebook.note(
        "There are as many files as operations in flight, and each operation takes the one that has "
            + "rested longest, also of who does one after the other: with the same file again, one "
            + "would measure the processor's caches.");
    notebook.note(
        "The page cache is warm: every read is answered from memory, also after a force. So the "
            + "numbers say nothing about reading from a cold disk; the slowed disk stands for that.");
    notebook.note(
        "Durable means force(true), fsync and what is like it. Whether the device has the bytes on "
            + "a medium when it says so is not visible from here, least of all on a virtual disk.");
    notebook.note(
        "Every contender is a process of its own, warmed up, and all take turns in each round. "
            + "Their load generator runs in the same process: on "
            + Runtime.getRuntime().availableProcessors()
            + " cores it takes part of what it measures, in every language alike.");
    notebook.note(Field.HEAP_NOTE);
    notebook.note(
        "A window of throughput lasts %d ms, but until %d operations have begun, for at most %d ms."
            .formatted(plan.window().toMillis(), plan.least(), plan.longest().toMillis()));
    notebook.note(
        "Latency is taken with arrivals at a fixed rate and counted from when an operation was due, "
            + "not from when it could begin: a technique that stalls is charged for all that had "
            + "to wait. The rate is half of what the slowest technique with many in flight reached in "
            + "this run: another run has another, and other latencies.");
    notebook.note(
        "The load's thread sleeps until an operation is due, and is woken late, by more than a small "
            + "operation in the page cache takes: there the low percentiles show that, and hardly the "
            + "technique, in every language alike.");
    notebook.note(
        "A latency's run begins as many operations as arrive in %d ms. A percentile that fewer than "
                .formatted(plan.latencyWindow().toMillis())
            + "one of them lies beyond would be the maximum under another name, and is left out.");
    if (plan.inFlight().contains(plan.atOnce())) {
      notebook.note(
          ("Scaling: what it shows for %d in flight are the runs of the throughput, of small files. With"
                  + " 1 in flight there is one file, and who has ended an operation begins the next: no"
                  + " caller waits, as one does where a single operation is timed.")
              .formatted(plan.atOnce()));
    }
    notebook.note(
        "On the slowed disk every open, read, write and force waits for "
            + LATENCY.toMillis()
            + " ms, however many are at it: it stands for a remote disk. A virtual thread keeps its "
            + "carrier in that wait, as it does in the system's own file operations, except in a "
            + "force, where the JDK adds a carrier: so there the number of cores decides.");
    notebook.note(
        "The best technique is found by the same runs that it is judged by: where several are close, "
            + "luck has a part in it, and flatters the best.");
    notebook.note(
        "On that disk a ratio tells how many may wait at once, one in turn against as many as are in "
            + "flight, and how often each operation waits: for Vert.x less often, as it opens its file "
            + "with SYNC and has no force to wait for; so it may do more than so many times as much.");
    notebook.note(
        "Blocking in turn, pool, lanes and virtual threads take the same steps in the same memory, "
            + "outside the heap and used again: they differ in their threads only. For "
            + "CompletableFuture and Vert.x every file is a new object, which is what their calls "
            + "bring: against the others they pay for memory too, the more the larger the file.");
    notebook.note(
        "CompletableFuture reads 1 MiB in 13 steps, each a task of its pool, into chunks that it "
            + "keeps and joins once: 2.1 MiB of heap for each MiB. A chunk that doubled up to 1 MiB, "
            + "with a stream beside it, took fewer steps and 6.9 MiB.");
    notebook.note(
        "From the page cache the pools have as many threads as there are cores; Vert.x has 64 "
            + "workers, and Tokio its defaults, untuned, in the version that was found here.");
    notebook.note(
        "The system calls are nothing but what every contender has to do, on as many threads as fit; "
            + "io_uring is a single thread, fio has settings of its own and does a part of the work. "
            + "All three are references and no limits: others may beat them, and some do.");
  }

  private static void slowed(Plan plan, Field field, Notebook notebook)
      throws IOException, InterruptedException {
    Notebook.Page page = throughputPage(notebook, SLOWED, "Throughput, slowed disk, durable", plan);
    WarmUp warmUp = new WarmUp(plan.window(), plan.warmUp());
    notebook.doing("warming up, slowed disk");
    List<Callable<@Nullable Void>> warmUps = new ArrayList<>();
    for (Field.Member member : field.members()) {
      warmUps.add(() -> {
        String name = member.contender().name();
        warmUp.warm(name, () -> member.measure(slowed(plan, member)).asWindow());
        return null;
      });
    }
    AtOnce.all(warmUps); // what they do there is wait
    notebook.note(warmUp.note("on the slowed disk, all at the same time"));
    for (int round = 1; round <= plan.rounds(); round++) {
      for (Field.Member member : field.members()) {
        notebook.doing(
            "slowed disk, round %d of %d: %s"
                .formatted(round, plan.rounds(), member.contender().name()));
        page.add(member.contender(), SMALL, member.measure(slowed(plan, member)).perSecond());
      }
    }
  }

  private static Case slowed(Plan plan, Field.Member member) {
    int inFlight = member.contender().equals(BLOCKING) ? 1 : plan.atOnce(); // all it ever has
    return Case.closed(SMALL_BYTES, true, inFlight, plan.window())
        .withAtLeast(plan.least(), plan.longest());
  }

  /** The measurements on the disk as it is. All contenders take turns in each round. */
  private static final class Rounds {

    private final Plan plan;
    private final Field field;
    private final Path folder;
    private final Notebook notebook;
    private final Medians throughputOfSmall = new Medians();

    Rounds(Plan plan, Field field, Path folder, Notebook notebook) {
      this.plan = plan;
      this.field = field;
      this.folder = folder;
      this.notebook = notebook;
    }

    /**
     * What the page cache answers, until each gets no faster at it. How fast the disk answers
     * changes all the time: there, one window has to do.
     *
     * <p>Small files come last, as they come first afterwards: when a JVM meets steps that it has
     * not taken before, it throws compiled code away, and small files, which hardly wait for
     * anything, then took twice as long.
     */
    void warmUp() throws IOException, InterruptedException {
      WarmUp warmUp = new WarmUp(plan.warmUpWindow(), plan.warmUp());
      for (Field.Member member : field.members()) {
        String name = member.contender().name();
        notebook.doing("warming up " + name);
        warmUp(warmUp, member, LARGE_BYTES, LARGE);
        member.measure(Case.closed(SMALL_BYTES, true, plan.atOnce(), warmUp.window()));
        warmUp(warmUp, member, SMALL_BYTES, SMALL);
      }
      notebook.note(
          warmUp.note("in the page cache, large files first")
              + " One window of small files, forced to the disk, is between.");
    }

    private void warmUp(WarmUp warmUp, Field.Member member, int size, String place)
        throws IOException, InterruptedException {
      Case cached = Case.closed(size, false, plan.atOnce(), warmUp.window());
      warmUp.warm(
          member.contender().name() + ", " + place, () -> member.measure(cached).asWindow());
    }

    void throughput(String id, String title, boolean durable)
        throws IOException, InterruptedException {
      Notebook.Page page = throughputPage(notebook, id, title, plan);
      settle();
      for (int size : List.of(SMALL_BYTES, LARGE_BYTES)) {
        boolean small = size == SMALL_BYTES;
        int rounds = small && !durable ? plan.roundsOfSmall() : plan.rounds();
        String place = small ? SMALL : LARGE;
        for (int round = 1; round <= rounds; round++) {
          for (Field.Member member : field.members()) {
            notebook.doing(
                "%s %s, round %d of %d: %s"
                    .formatted(
                        durable ? "durable" : "cached",
                        place,
                        round,
                        rounds,
                        member.contender().name()));
            if (!small && !durable) {
              settle();
            }
            Reply reply =
                member.measure(
                    Case.closed(size, durable, plan.atOnce(), plan.window())
                        .withAtLeast(plan.least(), plan.longest()));
            page.add(member.contender(), place, reply.perSecond());
            if (small) {
              throughputOfSmall.add(durable, member.contender(), reply.perSecond());
            }
          }
        }
      }
    }

    /** Has the disk take what earlier turns wrote: else later ones would wait for its writing. */
    private void settle() throws IOException {
      for (int i = 0; i < plan.atOnce(); i++) {
        try (FileChannel channel =
            FileChannel.open(Case.file(folder, LARGE_BYTES, i), StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }

    void scaling(String id, String title, boolean durable)
        throws IOException, InterruptedException {
      Notebook.Page page = notebook.figure(id, title + ", " + SMALL, THROUGHPUT, AT_ONCE);
      for (int round = 0; round < plan.scalingRounds(); round++) {
        for (int inFlight : plan.inFlight()) {
          for (Field.Member member : field.members()) {
            if (member.contender().equals(BLOCKING) && inFlight > 1) {
              continue; // one in flight is all it ever has
            }
            if (inFlight == plan.atOnce()) {
              if (round == 0) { // measured already: one thing has one number
                for (double each : throughputOfSmall.of(durable, member.contender())) {
                  page.add(member.contender(), String.valueOf(inFlight), each);
                }
              }
              continue;
            }
            notebook.doing(
                "%d in flight, %s: %s"
                    .formatted(
                        inFlight, durable ? "durable" : "cached", member.contender().name()));
            Reply reply =
                member.measure(Case.closed(SMALL_BYTES, durable, inFlight, plan.scalingWindow()));
            page.add(member.contender(), String.valueOf(inFlight), reply.perSecond());
          }
        }
      }
    }

    void latency(String id, String title, boolean durable)
        throws IOException, InterruptedException {
      OptionalDouble slowest = throughputOfSmall.slowest(durable, Field.ASYNCHRONOUS);
      long rate = Math.max(1, Math.round(slowest.orElse(1000) / 2 / 100) * 100);
      Notebook.Page page =
          notebook.figure(id, title + ", " + SMALL + " at " + rate + " a second", TIME, PERCENTILE);
      Case wanted = Case.arriving(SMALL_BYTES, durable, plan.atOnce(), plan.latencyWindow(), rate);
      Map<String, Integer> late = new LinkedHashMap<>();
      for (int round = 0; round < plan.latencyRounds(); round++) {
        for (Field.Member member : field.members()) {
          if (!member.contender().kind().doesTheWork()) {
            continue; // those take no orders
          }
          notebook.doing("latency, %s: %s".formatted(id, member.contender().name()));
          Reply reply = member.measure(wanted);
          if (reply.seconds() > 1.2 * plan.latencyWindow().toNanos() / 1e9) {
            late.merge(member.contender().name(), 1, Integer::sum);
          }
          reply.known().forEach((at, millis) -> page.add(member.contender(), at, millis));
        }
      }
      String disk = durable ? "durable" : "page cache";
      late.forEach((name, runs) ->
          notebook.note(
              "%s could not keep up with %d a second (%s) in %d of %d runs: there its latencies grow with the length of the run."
                  .formatted(name, rate, disk, runs, plan.latencyRounds())));
    }
  }
}
