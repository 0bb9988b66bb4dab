package workshop.vertx;

import static java.util.stream.Collectors.joining;

import java.util.Set;
import workshop.disk.Disk;
import workshop.disk.EventThread;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** Explains wrong answers to 04-3. */
final class GoldenRuleDiagnosis {

  private GoldenRuleDiagnosis() {}

  static Diagnosis otherCount(int expected, String name, Integer count) {
    return Diagnosis.observed(
            "%s has %d lines, but your count was %s.".formatted(name, expected, count))
        .means(
            switch (name) {
              case "empty.txt", "spaced.txt" ->
                  "split() finds one line in an empty string, and it drops empty lines at the end.";
              case "unended.txt" -> "The last line counts even if it does not end in a newline.";
              case "large.txt" -> "A buffer of a fixed size cuts off a large file.";
              default -> "The caller continues with a wrong number.";
            })
        .nextStep("Call the helper count() on a worker, and return what it returns.");
  }

  static Diagnosis outdated(int expected, String name, Integer count) {
    return Diagnosis.observed(
            "%s changed and has %d lines now, but your count was %s."
                .formatted(name, expected, count))
        .means("Your code remembers a count from an earlier call.")
        .nextStep("Call count() in each call to countLines(), and do not keep its result.");
  }

  static Diagnosis notTogether(int asked, int waiting, Disk disk) {
    Diagnosis.Observed observed =
        Diagnosis.observed("Only %d of %d counts ran at the same time.".formatted(waiting, asked));
    String thread = disk.recording().events().getFirst().thread().toString();
    Diagnosis diagnosis =
        thread.startsWith("vert.x-worker-thread-")
            ? observed
                .means(
                    "By default, executeBlocking runs the calls from one context one after the"
                        + " other, no matter how many workers are idle.")
                .nextStep(
                    "Use the second parameter of executeBlocking to say that counts need no order.")
            : observed
                .means(
                    "The counts ran on %s, which is not a Vert.x worker. That thread's pool has"
                            .formatted(thread)
                        + " too few threads, or your code lets only some of the counts run at a time.")
                .nextStep("Use executeBlocking, and tell it that counts need no order.");
    return diagnosis.evidence("On the disk", disk.recording());
  }

  static Diagnosis poolsLeft(int calls, Set<String> pools) {
    return Diagnosis.observed(
            "After %d counts, these thread pools are left: %s"
                .formatted(calls, String.join(", ", pools)))
        .means("Each call leaves a thread pool behind, and the threads of the pool stay alive.")
        .nextStep("Use executeBlocking, which runs on Vert.x's own workers.");
  }

  static Diagnosis threadsForEachCall(String call, Set<EventThread> threads) {
    return Diagnosis.observed(
            "Each %s ran on a thread of its own, and these threads have ended: %s"
                .formatted(
                    call, threads.stream().map(EventThread::toString).collect(joining(", "))))
        .means(
            "Your code creates a thread or a thread pool for each call. A thousand calls at the"
                + " same time start a thousand threads.")
        .nextStep("Use executeBlocking, which runs on Vert.x's own workers.");
  }

  static Diagnosis onVirtualThreads(Disk disk) {
    return Diagnosis.observed("The counts ran on virtual threads.")
        .means(
            "During a file operation, a virtual thread blocks its carrier. There are only as many"
                + " carriers as processors, so other counts have to wait for a carrier.")
        .nextStep("Use executeBlocking, which runs on Vert.x's workers.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis severalInOneAppend(Disk disk) {
    return Diagnosis.observed("Your code wrote several lines with one append.")
        .means("If this append fails, all of its lines are lost, and not only one of them.")
        .nextStep("Call append() once for each line.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis severalAtOnce(int lines, Disk disk) {
    return Diagnosis.observed(lines + " of 3 lines were being appended at the same time.")
        .means(
            "Luck decides which line is written first, so the order in the ledger may differ from"
                + " the order of the calls.")
        .nextStep("Run the appends in order, as executeBlocking does by default.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis waitsForALock() {
    return Diagnosis.observed(
            "While one line was being appended, the next one occupied a second thread, which"
                + " waited.")
        .means(
            "A lock does not keep the order of the calls. And a worker that waits for a lock cannot"
                + " do any other work.")
        .nextStep("Remove the lock. By default, executeBlocking runs calls in order.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis countWaitsForTheLedger() {
    return Diagnosis.observed(
            "A count of menu.txt waited for an append to ledger.txt, which the disk held.")
        .means("One slow file holds up the work on all other files.")
        .nextStep("Tell executeBlocking that counts need no order: only appends need one.");
  }

  static Diagnosis wrapped(String helper, Throwable failure) {
    return Diagnosis.observed(
            "%s threw an IOException, but the future failed with %s".formatted(helper, failure))
        .means(
            "A caller that handles an IOException does not recognize it inside another exception.")
        .nextStep(
            "Let the error leave the Callable, which may throw checked exceptions. The future of"
                + " executeBlocking then fails with this error.")
        .because(failure);
  }

  static Diagnosis failedByAnEarlierLine(String line, Throwable failure, Disk disk) {
    return Diagnosis.observed(
            ("The line \"soup\" failed, and then \"%s\" failed as well, although its own append had"
                    + " no error: %s")
                .formatted(line, failure))
        .means(
            "An append has to wait for the end of the previous one, not for its success."
                + " Otherwise, one error stops the ledger forever.")
        .nextStep(
            "If you chain the calls yourself, continue after a failure as well, and return only the"
                + " result of the new call. executeBlocking does both.")
        .evidence("On the disk", disk.recording())
        .because(failure);
  }
}
