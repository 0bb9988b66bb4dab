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

/** What is said about an answer to 02-4. */
final class FanOutDiagnosis {

  private FanOutDiagnosis() {}

  static Diagnosis otherText(String text, Result result, String inWords) {
    String shown = inWords.replace("\r", "\\r").replace("\n", "\\n");
    if (!(result instanceof Read read) || !read.text().strip().startsWith(text.split("\r")[0])) {
      return Diagnosis.observed("The result is not the UTF-8 text of the file: " + shown)
          .means("In another charset, letters that are not ASCII turn into other letters.")
          .nextStep("Decode the file as UTF-8: Files.readString.");
    }
    return Diagnosis.observed("readAll() changed the line ends of the text: " + shown)
        .means("Line ends belong to the text. Code that reads lines and joins them loses them.")
        .nextStep("Read the text as a whole: Files.readString.");
  }

  static Diagnosis onlySome(int running) {
    return Diagnosis.observed(
            "The pool has 5 threads for 5 files, but only %d reached the disk at the same time."
                .formatted(running))
        .means("Your own code limits how many run at once, and threads of the pool are idle.")
        .nextStep(
            "Submit all reads at once, without groups, a semaphore or a parallel stream. The pool"
                + " is the limit.");
  }

  static Diagnosis tookItForText(String result) {
    return Diagnosis.observed(
            "A file has a byte that is not UTF-8, and its result is " + result + ".")
        .means("The replacement character hides that the file is not text.")
        .nextStep(
            "Read the file with Files.readString. It throws if the bytes are not UTF-8;"
                + " return its exception in a Failed.");
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
        .means("One bad file costs the results of the others.")
        .nextStep(
            "Turn the failure into a Failed, and go on: cancel only if you leave the method"
                + " early.");
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
        .means("It waits for a task that has ended without reporting it.")
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
        .means("The caller asked for no time limit. A slow disk becomes a failed file.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static Diagnosis goesOnAfterARefusal(int opened, Recording recording) {
    return Diagnosis.observed(
            "readAll() threw the rejection, but the accepted reads continued: %d files were opened."
                .formatted(opened))
        .means("These reads work for a result that no caller gets.")
        .nextStep(
            "Begin the try block before the first submit(), and cancel the reads in its finally"
                + " block.")
        .evidence("On the disk", recording);
  }

  static Diagnosis refusalAsResult() {
    return Diagnosis.observed("The pool rejected a read, but readAll() returned normally.")
        .means("Nothing is wrong with the file: the pool is full or closed, for all files.")
        .nextStep("Let the RejectedExecutionException of submit() leave readAll().");
  }

  static Diagnosis stillWaits(Thread caller) {
    ThreadSnapshot where = ThreadSnapshot.of(caller);
    return Diagnosis.observed(
            "The caller was interrupted, but readAll() still waits: its thread " + where)
        .means("An interrupt asks a thread to stop waiting. Here the request is lost.")
        .nextStep(
            "Wait with get() or await(), and let their InterruptedException leave readAll(); do not"
                + " turn it into a result. join() ignores an interrupt.")
        .evidence("Where it waits", where.trace());
  }

  static Diagnosis interruptLost() {
    return Diagnosis.observed("The caller was interrupted, but got no InterruptedException.")
        .means("An interrupt asks a thread to stop waiting. Here the request is lost.")
        .nextStep(
            "Let the InterruptedException of Future.get() leave readAll(); do not turn it into a"
                + " result.");
  }

  static Diagnosis starved(TrackedExecutor pool, Call<?> call) {
    if (pool.getActiveCount() == 0 || pool.getQueue().isEmpty()) {
      return Diagnosis.observed("readAll() never returns: no thread gets any further.")
          .means(
              "It waits for a result that no thread computes: " + ThreadSnapshot.of(call.thread()))
          .nextStep("See below what your threads wait for.")
          .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
    }
    return Diagnosis.observed(
            "The pool's only thread waits for %d tasks that are in the queue of the same pool."
                .formatted(pool.getQueue().size()))
        .means(
            "A task that waits for other tasks of its own pool starves them: with more tasks of"
                + " that kind than threads, all of them wait forever.")
        .nextStep("Wait on the thread that called readAll(), and use the pool only to read.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }
}
