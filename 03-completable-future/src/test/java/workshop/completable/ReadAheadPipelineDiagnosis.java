package workshop.completable;

import java.util.Comparator;
import java.util.List;
import workshop.completable.Checksum.Sum;
import workshop.disk.DiskEvent;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What {@link ReadAheadPipelineTest} says about mistakes. */
final class ReadAheadPipelineDiagnosis {

  private static final String COMMON_POOL = "ForkJoinPool.commonPool";

  private ReadAheadPipelineDiagnosis() {}

  /** Expects that every part was worked on by a thread of the compute executor. */
  static void assertDoneOnCompute(HeldWork work, PipelineExecutors executors) {
    // The thread that starts a parallel stream works on it, too; the common pool says more.
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
  }

  private static Diagnosis workedElsewhere(String thread, boolean onIo) {
    Diagnosis.Observed observed = Diagnosis.observed("work.of(...) ran on \"" + thread + "\".");
    if (onIo) {
      return observed
          .means(
              "A thread of io that computes does not read: the disk has nothing to do in that time.")
          .nextStep("Hand every part to the compute executor, the first one as well.");
    }
    return thread.startsWith(COMMON_POOL)
        ? observed
            .means(
                "That is the common pool. A parallel stream uses it, and so does a method with Async"
                    + " in its name that gets no executor. The whole program shares its few threads.")
            .nextStep("Start each part with supplyAsync, and pass it the compute executor.")
        : observed
            .means(
                "It is not a thread of the compute executor, whose owner decides how much runs at the"
                    + " same time.")
            .nextStep("Hand every part to the compute executor, the first one as well.");
  }

  /** Expects, while the work is held, that all threads of compute are at it. */
  static void assertTogether(int chunkBytes, HeldWork work, PipelineExecutors executors) {
    int inside = work.inside();
    if (inside >= executors.cores) {
      return;
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%d of %d cores were at work on the first chunk.".formatted(inside, executors.cores));
    Diagnosis failure;
    if (work.insideBytes() < chunkBytes) {
      failure =
          observed
              .means(
                  "For all its futures, this ran one after another: a part begins only when the one"
                      + " before it is done, and the other cores have nothing to do.")
              .nextStep("Start all parts before you join the first. A stream alone does not.");
    } else if (inside == 1) {
      failure =
          observed
              .means("The whole chunk is one task: the other cores have nothing to do.")
              .nextStep("Cut the chunk into as many parts as there are cores, one task for each.");
    } else {
      failure =
          observed
              .means(
                  "The chunk is cut into fewer parts than there are cores: the other cores have"
                      + " nothing to do.")
              .nextStep("Make as many parts as the parameter cores says: machines differ.");
    }
    throw failure.evidence("Where the threads of io stand", executors.io.whereTheyStand());
  }

  /** Expects, while the first chunk is being worked on, that its parts were not copied. */
  static void assertNotCopied(HeldWork work) {
    if (work.arrays() > 1) {
      throw Diagnosis.observed(
              "The parts of the first chunk are in %d arrays.".formatted(work.arrays()))
          .means("They are copies: the bytes of a third chunk are in memory as well.")
          .nextStep("Give each core a slice: it has its own position and shares the bytes.");
    }
  }

  static Diagnosis mapped(DiskEvent map) {
    return Diagnosis.observed("The file was mapped into memory: " + map)
        .means(
            "A mapped file is read by the thread that touches it: the threads that compute wait for"
                + " the disk, and the memory is not bounded.")
        .nextStep("Read chunks into buffers, on the io executor.");
  }

  static Diagnosis notReadAhead(long bytes) {
    return Diagnosis.observed(
            "The work on the first chunk is running, and %d bytes of the second are read."
                .formatted(bytes))
        .means(
            "Chunk by chunk, this ran one after another: the disk waits for the cores, then the cores"
                + " wait for the disk. Together they need the sum of both times.")
        .nextStep("Start the work, then read the next chunk, and only then wait for the work.");
  }

  static Diagnosis tooFarAhead(long read, int done, int chunk) {
    return Diagnosis.observed(
            "%d bytes are read, and the work on %d of them is done: more than two chunks of %d are in memory."
                .formatted(read, done, chunk))
        .means("If the disk is faster than the cores, the memory fills up with the file.")
        .nextStep(
            "Read one chunk ahead, and the next one only when the work on the first is done.");
  }

  static Diagnosis readAfterTheEnd(String why, long bytes) {
    return Diagnosis.observed("%s; then %d more bytes were read.".formatted(why, bytes))
        .means("Disk and cores work on for a result that is no longer wanted.")
        .nextStep(
            "Let a failure end the loop. Before each chunk, ask whether the very future that you"
                + " returned is done: cancel completes no other.");
  }

  static Diagnosis completeWhileWorking() {
    return Diagnosis.observed("The future is complete, and the cores are still at work.")
        .means("The result was given before there could be one.")
        .nextStep("Complete the future after the work on the last chunk.");
  }

  static Diagnosis waitsForATime(ThreadSnapshot where) {
    return Diagnosis.observed(
            "The work is slow, and the pipeline waits for a limited time only; the thread " + where)
        .means("A chunk that needs more work than usual makes the whole run fail.")
        .nextStep("Wait for the work without a limit: the caller can set a deadline on the future.")
        .evidence("Where it waits", where.trace());
  }

  /** Returns how {@code sum} differs from what the sequential program computes. */
  static Diagnosis otherResult(Sum expected, Sum sum, int chunk, String circumstance) {
    if (sum == null) {
      return Diagnosis.observed("The future of process(...) completed with null.")
          .means("For an empty file, the result is work.nothing(). " + circumstance)
          .nextStep("Begin with work.nothing(), and join every chunk to it.");
    }
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "The pipeline worked on %d bytes; the file has %d. The result is %s"
                .formatted(
                    sum.count(),
                    expected.count(),
                    sum.equals(expected) ? "right." : "not that of the sequential program."));
    if (sum.count() == expected.count()) {
      return observed
          .means("The same number of bytes, but not the same bytes, or joined in another order.")
          .nextStep("Join left to right, part by part and chunk by chunk.");
    }
    return sum.count() == expected.count() / chunk * chunk
        ? observed
            .means("The last chunk is shorter than the others, and it is missing. " + circumstance)
            .nextStep("Continue while the chunk has any bytes, not only while it is full.")
        : observed
            .means("Some bytes are missing or were taken twice. " + circumstance)
            .nextStep("Work on every chunk that has any bytes, once, until the end of the file.");
  }
}
