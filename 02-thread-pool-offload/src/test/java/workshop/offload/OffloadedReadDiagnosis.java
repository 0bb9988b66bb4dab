package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/** Explains wrong answers to 02-1, and one mistake that 02-3 has as well. */
final class OffloadedReadDiagnosis {

  private OffloadedReadDiagnosis() {}

  static Diagnosis waitedForAWhile(int calls, long waits) {
    return Diagnosis.observed(
            "read() made its caller wait or sleep %d times in %d calls.".formatted(waits, calls))
        .means("A wait with a time limit also blocks the caller, just not forever.")
        .nextStep(
            "Return the future at once, without a get() that has a time limit and without a"
                + " sleep.");
  }

  static Diagnosis otherBytes(byte[] expected, byte[] found) {
    if (Arrays.equals(new String(expected, UTF_8).getBytes(UTF_8), found)) {
      return Diagnosis.observed("The bytes went through a String, which changed them.")
          .means("A String replaces bytes that are not UTF-8 with EF BF BD.")
          .nextStep("Return the bytes as you read them. Do not convert them to a String.");
    }
    return Diagnosis.observed(
            String.format(
                Locale.ROOT,
                "The file has %1$,d bytes, but the future has %2$,d. The first %3$,d are right.",
                expected.length,
                found.length,
                Arrays.mismatch(expected, found)))
        .means("The caller mistakes a part of the file for the whole.")
        .nextStep("Read to the end of the file, no matter how many bytes there are.");
  }

  /** Expects that no read began with the buffer of another read that was still in flight. */
  static void assertNoBufferIsShared(Disk disk) {
    if (disk.wasABufferShared()) {
      throw Diagnosis.observed("Two reads ran at the same time, and both had the same buffer.")
          .means(
              "One read may overwrite the bytes of the other before your code has copied them. Then"
                  + " the result for one file has bytes of the other file.")
          .nextStep("Create a new buffer for each read, not a shared or static one.")
          .evidence("On the disk", disk.recording());
    }
  }

  static Diagnosis mixedBytes() {
    return Diagnosis.observed(
            "Two files were read at the same time, and one result got the bytes of the other file.")
        .means("Both reads put their bytes into the same buffer.")
        .nextStep("Create a new buffer for each read, not a shared or static one.");
  }

  static Diagnosis neverDone(TrackedExecutor pool) {
    if (pool.getTaskCount() == 0) {
      return Diagnosis.observed("read() returned a future, but gave the pool no task.")
          .means("The read begins late or never, but the caller expects it to begin right away.")
          .nextStep("Submit the task in read(), not when the caller asks for the result.");
    }
    return Diagnosis.observed("The pool has one thread, and the future never completes.")
        .means(
            pool.getQueue().isEmpty()
                ? "The task has ended without completing the future, so a caller that waits for the"
                    + " future waits forever."
                : "The pool's thread waits for a task that is in the queue of the same pool. With"
                    + " enough such tasks, all threads wait, and none is left to run the queued"
                    + " tasks.")
        .nextStep(
            pool.getQueue().isEmpty()
                ? "Complete the future on every path out of the task."
                : "Submit one task, and let that task read the file itself.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  /** Looks at threads that were started after {@code caller}: their ids are larger. */
  static void assertNoOtherThread(Thread caller, TrackedExecutor pool) {
    for (ThreadSnapshot each : ThreadSnapshot.everywhere()) {
      boolean yours = each.line().isPresent() && each.id() > caller.threadId();
      if (yours && !pool.has(each.name()) && pool.getActiveCount() > 0) {
        throw Diagnosis.observed(
                "Besides the pool's thread, your code uses a second thread, which only waits: "
                    + each)
            .means(
                "One thread waits for another thread, which waits for the disk. So each read needs"
                    + " two threads.")
            .nextStep(
                "Return the future that submit() returns, or complete your own future in the task.")
            .evidence("Where it waits", each.trace());
      }
    }
  }

  static Diagnosis sharedReading() {
    return Diagnosis.observed("read() was called twice for one file, but only one read began.")
        .means("Both calls share one read, but the file may change between the calls.")
        .nextStep("Submit a read to the pool in each call.");
  }

  static Diagnosis hasATimeLimit() {
    return Diagnosis.observed("read() set a timer: the future has a time limit.")
        .means("If the disk is slow, the future fails although the bytes are on their way.")
        .nextStep("Return the future without orTimeout. The caller may set a limit in get().");
  }

  static Diagnosis keptTheRefusal() {
    return Diagnosis.observed("The pool rejected the task, but read() returned a future.")
        .means("The caller learns only later, in get(), that its task was never accepted.")
        .nextStep("Let the RejectedExecutionException of the pool leave read().");
  }

  static Diagnosis oldBytes() {
    return Diagnosis.observed("The file had changed, but a second read() returned its old bytes.")
        .means(
            "Your code kept the result of an earlier call, but the caller expects the current"
                + " content.")
        .nextStep("Submit a read to the pool in each call.");
  }
}
