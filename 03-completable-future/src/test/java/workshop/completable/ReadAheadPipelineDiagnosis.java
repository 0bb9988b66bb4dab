package workshop.completable;

import java.util.Comparator;
import java.util.List;
import workshop.completable.Checksum.Sum;
import workshop.disk.DiskEvent;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains the mistakes that {@link ReadAheadPipelineTest} finds. */
final class ReadAheadPipelineDiagnosis {

  private static final String COMMON_POOL = "ForkJoinPool.commonPool";

  private ReadAheadPipelineDiagnosis() {}

  /** Expects that a thread of the compute executor worked on every part. */
  static void assertDoneOnCompute(HeldWork work, PipelineExecutors executors) {
    // The thread that starts a parallel stream works on it, too. Naming the common pool explains
    // more.
    List<String> names =
        work.workers().stream()
            .map(Thread::getName)
            .sorted(Comparator.comparing(name -> !name.startsWith(COMMON_POOL)))
            .toList();
    for (String name : names) {
      if (!executors.compute.has(name)) {
        throw workedElsewhere(name, executors.io.has(name));
      }
    }
    for (Thread joiner : work.joiners()) {
      if (!executors.compute.has(joiner.getName()) && !executors.io.has(joiner.getName())) {
        throw Diagnosis.observed("work.joined(...) ran on \"%s\".".formatted(joiner.getName()))
            .means(
                "A stage with Async in its name and no executor runs on the common pool, whose few"
                    + " threads the whole program shares.")
            .nextStep("Use thenCombine, or pass the compute executor to thenCombineAsync.");
      }
    }
  }

  private static Diagnosis workedElsewhere(String thread, boolean onIo) {
    Diagnosis.Observed observed = Diagnosis.observed("work.of(...) ran on \"" + thread + "\".");
    if (onIo) {
      return observed
          .means("While a thread of io computes, it does not read, so the disk has nothing to do.")
          .nextStep("Hand every part to the compute executor, including the first one.");
    }
    return thread.startsWith(COMMON_POOL)
        ? observed
            .means(
                "That is the common pool. A parallel stream uses it, and so does supplyAsync"
                    + " without an executor. The whole program shares its few threads.")
            .nextStep("Start each part with supplyAsync, and pass it the compute executor.")
        : observed
            .means(
                "This thread is not one of the compute executor, which limits how many parts run at"
                    + " the same time.")
            .nextStep("Hand every part to the compute executor, including the first one.");
  }

  /** Expects, while the work is held, that all threads of compute are busy with it. */
  static void assertTogether(int chunkBytes, HeldWork work, PipelineExecutors executors) {
    int inside = work.inside();
    if (inside >= executors.cores) {
      return;
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "Only %d of %d cores worked on the first chunk.".formatted(inside, executors.cores));
    Diagnosis failure;
    if (inside > 1 && executors.compute.getActiveCount() > inside) {
      failure =
          observed
              .means(
                  "A thread of compute waits for the others instead of working, so its core has"
                      + " nothing to do. With fewer threads, all of them may wait for one another.")
              .nextStep("Combine the parts with thenCombine, or join them on the thread of io.");
    } else if (work.insideBytes() < chunkBytes) {
      failure =
          observed
              .means(
                  "The parts ran one after another. Each part starts only when the one"
                      + " before it is done, so the other cores have nothing to do.")
              .nextStep(
                  "Start all parts before you join the first. A stream alone does not do that.");
    } else if (inside == 1) {
      failure =
          observed
              .means("The whole chunk is one task, so the other cores have nothing to do.")
              .nextStep(
                  "Cut the chunk into as many parts as the parameter cores says, and start a task"
                      + " for each.");
    } else {
      failure =
          observed
              .means(
                  "The chunk is cut into fewer parts than there are cores, so the other cores have"
                      + " nothing to do.")
              .nextStep("Make as many parts as the parameter cores says, because machines differ.");
    }
    throw failure.evidence("Where the threads of io are", executors.io.whereTheyStand());
  }

  /** Expects, while the first chunk is being worked on, that its parts were not copied. */
  static void assertNotCopied(HeldWork work) {
    if (work.arrays() > 1) {
      throw Diagnosis.observed(
              "The parts of the first chunk are copies: they are in %d arrays."
                  .formatted(work.arrays()))
          .means("The copies take as much memory as a third chunk.")
          .nextStep("Give each core a slice, which has its own position and shares the bytes.");
    }
  }

  static Diagnosis mapped(DiskEvent map) {
    return Diagnosis.observed("The file was mapped into memory: " + map)
        .means(
            "A thread that touches a mapped byte may have to wait for the disk. Here, the threads"
                + " that compute would wait, and your code would not limit the memory.")
        .nextStep("Read chunks into buffers, on the io executor.");
  }

  static Diagnosis notReadAhead(long bytes) {
    return Diagnosis.observed(
            "The cores work on the first chunk, but %s."
                .formatted(
                    bytes <= 0
                        ? "the second chunk is not being read"
                        : "only %d bytes of the second have been read".formatted(bytes)))
        .means(
            "The steps ran one after another: the disk waits for the cores, then the cores wait for"
                + " the disk. The run takes as long as both together.")
        .nextStep("Start the work, then read the next chunk, and only then wait for the work.");
  }

  static Diagnosis tooFarAhead(long read, int done, int chunk) {
    return Diagnosis.observed(
            "More than two chunks of %d bytes are in memory: %d bytes were read, and the work is done"
                    .formatted(chunk, read)
                + " on %s of them.".formatted(done == 0 ? "none" : "only " + done))
        .means("If the disk is faster than the cores, the file fills the memory.")
        .nextStep(
            "Read one chunk ahead. Read the one after that only when the work on the first one is"
                + " done.");
  }

  static Diagnosis readAfterTheEnd(String why, long bytes) {
    return Diagnosis.observed("%s, but then %d more bytes were read.".formatted(why, bytes))
        .means("The disk and the cores continue to work for a result that is no longer wanted.")
        .nextStep(
            "Let a failure end the loop. Before each chunk, check whether the very future that you"
                + " returned is done: cancel completes only that one.");
  }

  static Diagnosis completeWhileWorking() {
    return Diagnosis.observed("The future is complete, but the cores are still working.")
        .means("The caller gets a result that cannot be final.")
        .nextStep("Complete the future after the work on the last chunk.");
  }

  static Diagnosis spins(ThreadSnapshot where) {
    return Diagnosis.observed(
            "A thread of io computes without a pause while it waits for the work. The thread "
                + where)
        .means("That is busy waiting: it takes a core away from the threads that do the work.")
        .nextStep("Let the thread sleep until the work is done: join does that.")
        .evidence("Where it runs", where.trace());
  }

  static Diagnosis polls(ThreadSnapshot where) {
    return Diagnosis.observed(
            "The pipeline sleeps for a while and checks again whether the work is done. The thread "
                + where)
        .means("That is polling: it uses processor time, and notices the end of the work late.")
        .nextStep("Let the thread sleep until the work is done: join does that.")
        .evidence("Where it sleeps", where.trace());
  }

  static Diagnosis waitsForATime(ThreadSnapshot where) {
    return Diagnosis.observed(
            "The pipeline waits for the work with a time limit. The thread " + where)
        .means("A chunk that takes longer than usual makes the whole run fail.")
        .nextStep(
            "Wait for the work without a time limit. The caller can set a deadline on the future.")
        .evidence("Where it waits", where.trace());
  }

  /** Returns how {@code sum} differs from what the sequential program computes. */
  static Diagnosis otherResult(Sum expected, Sum sum, int chunk, int cores, String circumstance) {
    if (sum == null) {
      return Diagnosis.observed("The future of process(...) completed with null.")
          .means("The caller gets no result, not even work.nothing(). " + circumstance)
          .nextStep("Start with work.nothing(), and join every chunk to it.");
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The pipeline worked on %d bytes, but the file has %d."
                .formatted(sum.count(), expected.count()));
    if (sum.count() == expected.count()) {
      return Diagnosis.observed(
              "The pipeline worked on all %d bytes, but the result is not that of the sequential program."
                  .formatted(expected.count()))
          .means(
              "The results were joined in a different order, or a buffer was changed while it was"
                  + " still in use.")
          .nextStep("Join from left to right, part by part and chunk by chunk.");
    }
    long missing = expected.count() - sum.count();
    if (missing < 0) {
      return observed
          .means("Two parts overlap, or a chunk was processed twice. " + circumstance)
          .nextStep("Give each byte to exactly one part: the given method parts(...) does that.");
    }
    if (missing < cores * (expected.count() / chunk + 1)
        && sum.count() != expected.count() / chunk * chunk) {
      return observed
          .means("The parts of a chunk leave out its last bytes. " + circumstance)
          .nextStep("Round up the length of a part: the given method parts(...) does that.");
    }
    return sum.count() == expected.count() / chunk * chunk
        ? observed
            .means("The last chunk, which is shorter than the others, is missing. " + circumstance)
            .nextStep("Continue while the chunk has any bytes, not only while it is full.")
        : observed
            .means("Some bytes are missing. " + circumstance)
            .nextStep(
                "Read until the end of the file is reported (-1), and work on every chunk once.");
  }
}
