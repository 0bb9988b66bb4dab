package workshop.vertx;

import java.util.Set;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.ThreadSnapshot;

/** What the suite of 04-3 says. */
final class GoldenRuleDiagnosis {

  private GoldenRuleDiagnosis() {}

  static Diagnosis otherCount(int expected, String name, Integer count) {
    return Diagnosis.observed(
            "%s has %d lines; the future gave %s.".formatted(name, expected, count))
        .means(
            "Counting lines has traps: split() finds a line in an empty text and drops empty lines"
                + " at the end, a last line need not end with a newline, and a buffer of a fixed"
                + " size cuts a large file off.")
        .nextStep(
            "The helper count() knows them: call it on a worker, and return what it returns.");
  }

  static Diagnosis notTogether(int asked, int waiting, Disk disk) {
    Diagnosis.Observed observed =
        Diagnosis.observed(
            "%d counts were asked for; %d of them reached the disk, which holds it."
                .formatted(asked, waiting));
    String thread = disk.recording().events().getFirst().thread().toString();
    Diagnosis diagnosis =
        thread.startsWith("vert.x-worker-thread-")
            ? observed
                .means(
                    "executeBlocking runs calls in order by default: one after another for each context, however many workers are idle.")
                .nextStep(
                    "Tell executeBlocking that these calls need no order: its second parameter.")
            : observed
                .means(
                    "They run on %s, which is no worker of Vert.x. It has too few threads for as"
                            .formatted(thread)
                        + " many calls at once.")
                .nextStep(
                    "Use executeBlocking, and tell it that these calls need no order. Its threads"
                        + " may wait.");
    return diagnosis.evidence("On the disk", disk.recording());
  }

  static Diagnosis poolsLeft(int calls, Set<String> pools) {
    return Diagnosis.observed(
            "%d counts are done, and these pools of threads are left: %s"
                .formatted(calls, String.join(", ", pools)))
        .means("Each call left its pool behind. They stay until Vert.x is closed.")
        .nextStep(
            "Use Vert.x's own workers: its executeBlocking. Or make one pool for all calls, or"
                + " close each pool when its call is done.");
  }

  static Diagnosis severalAtOnce(int lines, Disk disk) {
    return Diagnosis.observed(lines + " of 3 lines are on their way to the ledger at once.")
        .means(
            "Which line is written first is a matter of luck. Now and then the ledger has another"
                + " order than the calls.")
        .nextStep("Run the appends in order: that is what executeBlocking does by default.")
        .evidence("On the disk", disk.recording());
  }

  static Diagnosis waitsForALock() {
    return Diagnosis.observed(
            "The disk holds one line, and the next has a thread already, which waits for it.")
        .means(
            "A lock lets threads in by luck, not in the order of the calls. And each thread that"
                + " waits for it is a worker that other work cannot have.")
        .nextStep("A lock makes no order. executeBlocking makes one by default, and needs no lock.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis countWaitsForTheLedger() {
    return Diagnosis.observed(
            "While the disk held the ledger, lines of another file were not counted.")
        .means("One slow file stops all others: the count waits for the append before it.")
        .nextStep("Only appends need an order. Tell executeBlocking that counts need none.");
  }

  static Diagnosis wrapped(String helper, Throwable failure) {
    return Diagnosis.observed(
            "%s threw an IOException; the future failed with %s".formatted(helper, failure))
        .means("Callers that handle an error of the disk do not recognize it inside another one.")
        .nextStep(
            "Let the error through: the Callable of executeBlocking may throw checked exceptions,"
                + " and its future fails with what it threw.")
        .because(failure);
  }

  static Diagnosis blamed(String line, Throwable failure, Disk disk) {
    return Diagnosis.observed(
            "The line \"soup\" failed, and with it \"%s\", which came after it and met no error: %s"
                .formatted(line, failure))
        .means(
            "A line has to wait for the end of the line before it, not for its success. Otherwise"
                + " one full disk stops the ledger forever.")
        .nextStep(
            "If you chain the calls yourself, continue after a failure as well, and return the result of"
                + " the new call only. executeBlocking does that.")
        .evidence("On the disk", disk.recording())
        .because(failure);
  }
}
