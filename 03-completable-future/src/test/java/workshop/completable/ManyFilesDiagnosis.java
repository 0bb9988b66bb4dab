package workshop.completable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** What {@link ManyFilesTest} says about mistakes. */
final class ManyFilesDiagnosis {

  /**
   * The files that are begun first when three may be open: the first group, if there are groups.
   */
  private static final List<String> FIRST = SampleFiles.NAMES.subList(0, 3);

  private ManyFilesDiagnosis() {}

  /** Expects that {@code name} is being read at {@code next} while {@code held} holds another. */
  static void assertStarted(String name, Gate next, Gate held, Disk disk) {
    if (next.waiting() == 0) {
      throw heldUp(
          "%s is held. %s is not read, although two more files may be open"
              .formatted(held.describe(), name),
          held,
          disk);
    }
  }

  /** Expects that every file has been read but the one at {@code held}. */
  static void assertAllOthersRead(Gate held, Disk disk) {
    int others = SampleFiles.NAMES.size() - 1;
    if (read(disk).size() < others) {
      throw heldUp(
          "%s is held. Of the %d other files only %d were read"
              .formatted(held.describe(), others, read(disk).size()),
          held,
          disk);
    }
  }

  private static Diagnosis heldUp(String seen, Gate held, Disk disk) {
    Set<String> read = read(disk);
    Diagnosis.Observed observed =
        Diagnosis.observed(seen + ". Done are " + (read.isEmpty() ? "none" : read) + ".");
    Diagnosis failure =
        FIRST.containsAll(read)
            ? observed
                .means(
                    "Either this ran one after another, or in groups, where each group waits for its"
                        + " slowest member: one slow file holds up the others.")
                .nextStep("Begin the next file whenever any file is done.")
            : observed
                .means(
                    "Which task reads which file was decided in advance. Some files wait behind the"
                        + " slow one, while other tasks have nothing to do.")
                .nextStep(
                    "Let each task that is done take the next file from a counter that all tasks"
                        + " share.");
    String first = held.arrivals().isEmpty() ? "nothing" : held.arrivals().getFirst().toString();
    return OnDisk.shown(failure.evidence("Held all the time", "  " + first), disk);
  }

  private static Set<String> read(Disk disk) {
    return disk.recording().only(Op.CLOSE).events().stream()
        .map(ManyFilesDiagnosis::nameOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String nameOf(DiskEvent event) {
    return event.file().getFileName().toString();
  }

  /** Expects that no file was opened twice. */
  static void assertEachOpenedOnce(Disk disk) {
    List<String> opened = new ArrayList<>();
    for (DiskEvent open : disk.recording().only(Op.OPEN)) {
      opened.add(nameOf(open));
    }
    for (String name : SampleFiles.NAMES) {
      long times = opened.stream().filter(name::equals).count();
      if (times > 1) {
        throw OnDisk.shown(
            Diagnosis.observed("%s was opened %d times.".formatted(name, times))
                .means(
                    "Several tasks took the same file: each looked at the counter before another had advanced it. All the work is done several times.")
                .nextStep("Take the index and advance the counter in one step: getAndIncrement."),
            disk);
      }
    }
  }

  static Diagnosis otherContents(List<String> expected, List<String> found) {
    int at = 0;
    while (at < Math.min(expected.size(), found.size()) && expected.get(at).equals(found.get(at))) {
      at++;
    }
    Diagnosis.Observed observed =
        found.size() == expected.size()
            ? Diagnosis.observed(
                "Result %d is \"%s\"; it should be \"%s\"."
                    .formatted(at + 1, found.get(at), expected.get(at)))
            : Diagnosis.observed(
                "For %d files there are %d results.".formatted(expected.size(), found.size()));
    return observed
        .means(
            "Results belong to the files by their order. A file that is named twice has two results,"
                + " and it does not matter which file is read first.")
        .nextStep("Store each result under the index of its file.")
        .evidence("The results", String.join("\n", found))
        .evidence("They should be", String.join("\n", expected));
  }

  static Diagnosis otherResults(List<String> expected, List<String> found) {
    int at = 0;
    while (at < Math.min(expected.size(), found.size()) && expected.get(at).equals(found.get(at))) {
      at++;
    }
    Diagnosis.Observed observed =
        found.size() == expected.size()
            ? Diagnosis.observed(
                "Result %d of tryAll(...) is \"%s\"; it should be \"%s\"."
                    .formatted(at + 1, found.get(at), expected.get(at)))
            : Diagnosis.observed(
                "For %d files tryAll(...) completed with %d results."
                    .formatted(expected.size(), found.size()));
    return observed
        .means("tryAll promises one result per file, in order, with the failure that was thrown.")
        .nextStep("Turn a failure into a result where it happens, before it can reach the others.")
        .evidence("The results", String.join("\n", found))
        .evidence("They should be", String.join("\n", expected));
  }

  static Diagnosis lostWithOne(Throwable failure) {
    return Diagnosis.observed("One file failed, and tryAll(...) failed with it: " + failure)
        .means("All other files are lost because of the one that could not be read.")
        .nextStep(
            "Turn whatever reading a file throws into a result where it happens, even an Error.")
        .because(failure);
  }

  static Diagnosis taskEndedWithItsFailure(int files, int results) {
    return Diagnosis.observed(
            "All %d files failed, and tryAll(...) has a result for %d of them."
                .formatted(files, results))
        .means("A task that ends with its first failure leaves the files after it to the others.")
        .nextStep("Catch the failure inside the loop, so that the task takes the next file.");
  }

  static Diagnosis waitsForTheSlowest() {
    return Diagnosis.observed(
            "b.txt has failed, and the future is not done, because a.txt is still being read.")
        .means(
            "allOf is complete when all of its futures are, even if one failed long ago. The caller"
                + " waits for the slowest file before it learns that the result is lost.")
        .nextStep("Fail the common future in the task whose file fails, at that moment.");
  }

  static Diagnosis openedAfterTheEnd(String why, DiskEvent open) {
    return Diagnosis.observed(why + "; after that " + nameOf(open) + " was opened.")
        .means("The other tasks continue for a result that is lost already.")
        .nextStep(
            "Before each file, ask whether the future that you returned is done: cancel completes no"
                + " other future.")
        .evidence("Opened after that", "  " + open);
  }

  static Diagnosis resultsForNoFiles(int count) {
    return Diagnosis.observed("For an empty list there were " + count + " results.")
        .means("One result per file means none here.")
        .nextStep("Make as many places for results as there are files.");
  }

  static Diagnosis limitAccepted(String method, int limit, Object result) {
    return Diagnosis.observed("%s with a limit of %d returned %s".formatted(method, limit, result))
        .means("With such a limit nothing can ever be read: the caller made a mistake.")
        .nextStep(
            "Throw an IllegalArgumentException that names the limit, before anything begins.");
  }

  static Diagnosis limitNotNamed(int limit, Throwable refused) {
    return Diagnosis.observed("A limit of %d was refused with: %s".formatted(limit, refused))
        .means("A developer who reads this wants to know which value was wrong.")
        .nextStep("Say in the message what is expected, and the value that was given.");
  }

  static Diagnosis errorTurnedIntoContent() {
    return Diagnosis.observed("Reading c.txt threw an Error, and its result is a Content.")
        .means("The caller takes bytes that were never read for the content of the "
            + "file.")
        .nextStep("Let the Error fail the future, or make a Failure of it.");
  }
}
