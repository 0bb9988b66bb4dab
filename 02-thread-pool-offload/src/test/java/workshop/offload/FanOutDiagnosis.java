package workshop.offload;

import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/** What is said about an answer to 02-4. */
final class FanOutDiagnosis {

  private FanOutDiagnosis() {}

  static Diagnosis otherText(String result) {
    return Diagnosis.observed(
            "The file holds two lines with different line ends. The result is "
                + result.replace("\r", "\\r").replace("\n", "\\n"))
        .means("Line ends belong to the text. Code that reads lines and joins them loses them.")
        .nextStep("Read the text as a whole: Files.readString.");
  }

  static Diagnosis gaveUp() {
    return Diagnosis.observed(
            "The disk was slow, and readAll() gave up before all files were read.")
        .means("No caller asked for a time limit. A slow disk becomes a failed file.")
        .nextStep("Wait with get(), which has no time limit.");
  }

  static Diagnosis goesOnAfterARefusal(int opened, Recording recording) {
    return Diagnosis.observed(
            "The pool refused a reading, the refusal left readAll(), and %d files were opened."
                .formatted(opened))
        .means("The accepted readings continue for a result that no caller gets.")
        .nextStep("Start the try block before the first submit(), and cancel in its "
            + "finally block.")
        .evidence("On the disk", recording);
  }

  static Diagnosis interruptLost() {
    return Diagnosis.observed("The caller was interrupted while it waited for 4 files.")
        .means("An interrupt asks it to stop waiting, and it did not get an InterruptedException.")
        .nextStep("Let the InterruptedException of Future.get() leave; do not make it a result.");
  }

  static Diagnosis starved(TrackedExecutor pool, Call<?> call) {
    if (pool.getActiveCount() == 0 || pool.getQueue().isEmpty()) {
      return Diagnosis.observed("readAll() does not come back, and no thread can run anymore.")
          .means("It waits for something that no thread does: " + ThreadSnapshot.of(call.thread()))
          .nextStep("See below where your threads wait.")
          .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
    }
    return Diagnosis.observed(
            "The pool's only thread waits, and the tasks it waits for are in that pool's queue: "
                + pool.getQueue().size())
        .means(
            "A task that waits for other tasks of its own pool starves them: with more tasks of"
                + " that kind than threads, all of them wait forever.")
        .nextStep("Wait on the thread that called readAll(), and let the pool only read.")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }
}
