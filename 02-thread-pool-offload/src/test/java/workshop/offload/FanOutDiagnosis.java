package workshop.offload;

import java.nio.file.Path;
import java.util.List;
import workshop.disk.DiskEvent;
import workshop.disk.Recording;
import workshop.offload.FanOut.Read;
import workshop.offload.FanOut.Result;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/** Explains wrong answers to 02-4. */
final class FanOutDiagnosis {

  private FanOutDiagnosis() {}

  static Diagnosis otherText(String text, Result result, String inWords) {
    String shown = inWords.replace("\r", "\\r").replace("\n", "\\n");
    if (!(result instanceof Read read) || !read.text().strip().startsWith(text.split("\r")[0])) {
      return Diagnosis.observed("The result is not the UTF-8 text of the file: " + shown)
          .means("In another charset, letters that are not ASCII turn into other letters.")
          .nextStep("Decode the file as UTF-8, as Files.readString does.");
    }
    return Diagnosis.observed("readAll() changed the line endings of the text: " + shown)
        .means(
            "Line endings are part of the text. Code that reads lines and joins them loses the"
                + " original line endings.")
        .nextStep("Read the text as a whole, as Files.readString does.");
  }

  static Diagnosis onlySome(int running) {
    return Diagnosis.observed(
            ("The pool has 5 threads for 5 files, but only %d reads reached the disk at the same"
                    + " time.")
                .formatted(running))
        .means("Your own code limits how many reads run at once, so threads of the pool are idle.")
        .nextStep(
            "Submit all reads at once, without groups, a semaphore or a parallel stream. The pool"
                + " is the limit.");
  }

  static Diagnosis tookItForText(String result) {
    return Diagnosis.observed(
            "A file has a byte that is not UTF-8, but its result is " + result + ".")
        .means("The replacement character hides that the file is not text.")
        .nextStep(
            "Read the file with Files.readString, which throws if the bytes are not UTF-8. Return"
                + " that exception in a Failed.");
  }

  static void assertStaysOpen(TrackedExecutor pool) {
    if (pool.isShutdown()) {
      throw Diagnosis.observed("readAll() shut down the pool that it was given.")
          .means("The pool belongs to the caller, who still needs it.")
          .nextStep("Close only what you opened yourself.");
    }
  }

  static Diagnosis canceledAfterAFailure(Path file) {
    return Diagnosis.observed(
            "One file could not be read, and the read of %s was canceled."
                .formatted(file.getFileName()))
        .means("Because of one bad file, the caller loses the results of other files.")
        .nextStep(
            "Turn the failure into a Failed, and continue. Cancel reads only if you leave the"
                + " method early.");
  }

  static void assertNotSorted(List<Path> files, List<Result> results) {
    List<Path> found = results.stream().map(each -> each == null ? null : each.file()).toList();
    if (!found.equals(files) && found.equals(files.stream().sorted().toList())) {
      throw Diagnosis.observed("readAll() returned the results sorted by file.")
          .means("The caller chose the order of the list, and matches the results by index.")
          .nextStep("Go through the list as it is, from first to last.");
    }
  }

  static Diagnosis neverReturns(Call<?> call) {
    return Diagnosis.observed(
            "One of the reads failed, and readAll() never returns: its thread "
                + ThreadSnapshot.of(call.thread()))
        .means("readAll() waits for a task that has ended without reporting its end.")
        .nextStep("Report the end of a task in a finally block, no matter what the read throws.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis goesOnAfterAnInterrupt(DiskEvent opened, Recording recording) {
    return Diagnosis.observed(
            "The caller was interrupted while all its reads were queued, but %s was opened."
                .formatted(opened.file().getFileName()))
        .means("The work continues for results that no caller wants.")
        .nextStep("Cancel all reads on every path out of the method, in a finally block.")
        .evidence("On the disk", recording);
  }

  static Diagnosis gaveUp() {
    return Diagnosis.observed(
            "The disk was slow, and readAll() gave up before all files were read.")
        .means(
            "The caller asked for no time limit. With a limit, a readable file fails because the"
                + " disk is slow.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static Diagnosis goesOnAfterARefusal(int opened, Recording recording) {
    return Diagnosis.observed(
            ("readAll() threw the RejectedExecutionException, but the accepted reads continued: %d"
                    + " files were opened.")
                .formatted(opened))
        .means("No caller gets the results of these reads.")
        .nextStep(
            "Begin the try block before the first submit(), and cancel the reads in its finally"
                + " block.")
        .evidence("On the disk", recording);
  }

  static Diagnosis refusalAsResult() {
    return Diagnosis.observed("The pool rejected a read, but readAll() returned normally.")
        .means(
            "The results blame a file, but the pool is full or shut down, and that concerns all"
                + " files.")
        .nextStep("Let the RejectedExecutionException of submit() leave readAll().");
  }

  static Diagnosis stillWaits(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "The caller was interrupted, but readAll() still waits: its thread " + where)
        .means("An interrupt asks a thread to stop waiting. Here, the request is lost.")
        .nextStep(
            "Let the InterruptedException of get() or await() leave readAll(), and do not turn it"
                + " into a result. join() ignores an interrupt.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis interruptLost() {
    return Diagnosis.observed("The caller was interrupted, but got no InterruptedException.")
        .means("An interrupt asks a thread to stop waiting. Here, the request is lost.")
        .nextStep(
            "Let the InterruptedException of Future.get() leave readAll(). Do not turn it into a"
                + " result.");
  }

  static Diagnosis starved(TrackedExecutor pool, Call<?> call) {
    if (pool.getActiveCount() == 0 || pool.getQueue().isEmpty()) {
      return Diagnosis.observed("readAll() never returns: no thread gets any further.")
          .means(
              "readAll() waits for a result that no thread computes: "
                  + ThreadSnapshot.of(call.thread()))
          .nextStep("See below what your threads wait for.")
          .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
    }
    return Diagnosis.observed(
            "The pool's only thread waits for %d tasks that are in the queue of the same pool."
                .formatted(pool.getQueue().size()))
        .means(
            "A task that waits for other tasks of its own pool starves them. If every thread of the"
                + " pool waits like this, all of them wait forever.")
        .nextStep("Wait on the thread that called readAll(), and use the pool only to read.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }
}
