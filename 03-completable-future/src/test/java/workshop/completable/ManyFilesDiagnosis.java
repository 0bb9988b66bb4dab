package workshop.completable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;

/** Explains the mistakes that {@link ManyFilesTest} finds. */
final class ManyFilesDiagnosis {

  /**
   * The files whose reads begin first when three may be open: the first batch, if the answer reads
   * in batches.
   */
  private static final List<String> FIRST = SampleFiles.NAMES.subList(0, 3);

  private ManyFilesDiagnosis() {}

  /** Expects that {@code name} is being read at {@code next} while {@code held} holds another. */
  static void assertStarted(String name, Gate next, Gate held, Disk disk) {
    if (next.waiting() == 0) {
      throw heldUp(
          "The disk holds %s, and %s is not being read, although two more files may be open"
              .formatted(held.describe(), name),
          held,
          disk);
    }
  }

  /** Expects that every file except the one at {@code held} has been read. */
  static void assertAllOthersRead(Gate held, Disk disk) {
    int others = SampleFiles.NAMES.size() - 1;
    if (read(disk).size() < others) {
      throw heldUp(
          "The disk holds %s, and of the %d other files only %d were read"
              .formatted(held.describe(), others, read(disk).size()),
          held,
          disk);
    }
  }

  private static Diagnosis heldUp(String seen, Gate held, Disk disk) {
    Set<String> read = read(disk);
    Diagnosis.Observed observed =
        Diagnosis.observed(seen + ". Finished files: " + (read.isEmpty() ? "none" : read) + ".");
    String first = held.arrivals().isEmpty() ? "nothing" : held.arrivals().getFirst().toString();
    return OnDisk.shown(why(observed, read).evidence("Held by the disk", "  " + first), disk);
  }

  /**
   * With three files in flight and one of them held, the other files show how the work was
   * distributed.
   */
  private static Diagnosis why(Diagnosis.Observed observed, Set<String> read) {
    if (FIRST.containsAll(read)) {
      return observed
          .means(
              "The files are read in groups, and each group waits for its slowest file: one slow"
                  + " file holds up the others.")
          .nextStep("Begin the next file whenever any file is done.");
    }
    if (SampleFiles.NAMES.subList(0, FIRST.size() + 1).containsAll(read)) {
      return observed
          .means(
              "The next file begins only when the oldest file in flight is done: one slow file"
                  + " holds up all files after it.")
          .nextStep("Begin the next file whenever any file is done, not only the oldest one.");
    }
    return observed
        .means(
            "Each task was assigned its files at the start. Some files wait behind the slow one,"
                + " while other tasks have nothing to do.")
        .nextStep(
            "Whenever a task has read a file, let it take the next index from a counter that all"
                + " tasks share.");
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
                    "Several tasks took the same index: one task read the counter before another"
                        + " task had incremented it. So the same work is done several times.")
                .nextStep("Read and increment the counter in one step: getAndIncrement."),
            disk);
      }
    }
  }

  /** Expects that a file that the list names twice was read for each of its entries. */
  static void assertReadTwice(String name, Disk disk) {
    long opened =
        disk.recording().only(Op.OPEN).events().stream()
            .filter(open -> nameOf(open).equals(name))
            .count();
    if (opened != 2) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "The list names %s twice, but the file was opened %s."
                      .formatted(name, opened == 1 ? "once" : opened + " times"))
              .means(
                  "The file may change between the two reads, and each entry has its own result.")
              .nextStep("Read a file for each entry of the list, not for each distinct path."),
          disk);
    }
  }

  /** Expects all results of a call that ran together with another one. */
  static void assertNotMixed(int results) {
    if (results != SampleFiles.NAMES.size()) {
      throw Diagnosis.observed(
              "Two calls ran at the same time, and one of them completed with only %d of %d results."
                  .formatted(results, SampleFiles.NAMES.size()))
          .means("The calls share a counter or a list in a field, and take each other's files.")
          .nextStep(
              "Create the counter and the list in each call, as local variables or parameters.");
    }
  }

  static Diagnosis otherContents(List<String> expected, List<String> found) {
    if (found.size() == expected.size() && found.contains("null")) {
      return Diagnosis.observed(
              "readAll(...) completed too early: result %d is still null."
                  .formatted(found.indexOf("null") + 1))
          .means("The list lacks the contents of files that were not read yet.")
          .nextStep("Complete the future when the last task has ended, not the first one.")
          .evidence("The results", String.join("\n", found));
    }
    return differing("readAll(...)", expected, found)
        .means(
            "Callers match results to files by their index in the list, no matter which file is"
                + " read first. A file that is named twice has two results.")
        .nextStep("Store each result under the index of its file.")
        .evidence("The results", String.join("\n", found))
        .evidence("They should be", String.join("\n", expected));
  }

  static Diagnosis otherResults(List<String> expected, List<String> found) {
    return differing("tryAll(...)", expected, found)
        .means(
            "Callers expect one result per file, in the order of the list. The result of a failed"
                + " read holds the exception that was thrown.")
        .nextStep(
            "Turn a failure into a result where it happens, before it can affect other files.")
        .evidence("The results", String.join("\n", found))
        .evidence("They should be", String.join("\n", expected));
  }

  private static Diagnosis.Observed differing(
      String method, List<String> expected, List<String> found) {
    if (found.size() != expected.size()) {
      return Diagnosis.observed(
          "%s completed with %d results for %d files."
              .formatted(method, found.size(), expected.size()));
    }
    int at = 0;
    while (expected.get(at).equals(found.get(at))) {
      at++;
    }
    boolean sameInAnotherOrder =
        found.stream().sorted().toList().equals(expected.stream().sorted().toList());
    return Diagnosis.observed(
        "%sesult %d is \"%s\" but should be \"%s\"."
            .formatted(
                sameInAnotherOrder
                    ? "The results of %s are not in the order of the files: r".formatted(method)
                    : "One result of %s is wrong: r".formatted(method),
                at + 1,
                found.get(at),
                expected.get(at)));
  }

  static Diagnosis lostWithOne(Throwable failure) {
    return Diagnosis.observed(
            "One file could not be read, and the future of tryAll(...) failed: " + failure)
        .means("The content of all other files is lost.")
        .nextStep("Catch the exception where the file is read, and turn it into a Failure.")
        .because(failure);
  }

  static Diagnosis taskEndedWithItsFailure(int files, int results) {
    return Diagnosis.observed(
            "All %d files are missing, but tryAll(...) reports a Failure for only %d of them."
                .formatted(files, results))
        .means(
            "A task that ends at its first failure reads no more files. Once all tasks have ended,"
                + " the other files are never read.")
        .nextStep("Catch the failure inside the loop, so that the task takes the next file.");
  }

  static Diagnosis failureSwallowed() {
    return Diagnosis.observed(
            "b.txt is missing, but readAll(...) completed as if it had been read.")
        .means("The caller mistakes what you put in its place for the content of b.txt.")
        .nextStep("Fail the returned future with the exception, in the task whose file fails.");
  }

  static Diagnosis waitsForTheSlowest() {
    return Diagnosis.observed(
            "b.txt has failed, but the future is not complete: a.txt is still being read.")
        .means(
            "allOf completes when all of its futures are complete, even if one of them failed long"
                + " ago. The caller waits for the slowest file before it learns of the failure.")
        .nextStep("Let the task whose file fails also fail the returned future, at once.");
  }

  /** Expects that only the first task may have opened a file before the rejection. */
  static void assertOneOpenedAtMost(Disk disk) {
    List<DiskEvent> opens = disk.recording().only(Op.OPEN).events();
    if (opens.size() > 1) {
      throw OnDisk.shown(
          openedAfterTheEnd("The executor rejected the second task", opens.get(1)), disk);
    }
  }

  static Diagnosis openedAfterTheEnd(String why, DiskEvent open) {
    return Diagnosis.observed(why + ", but then " + nameOf(open) + " was opened.")
        .means("The other tasks continue to work for a result that is already lost.")
        .nextStep(
            "Before each file, check whether the future that you returned is done. A cancel"
                + " completes only that future.")
        .evidence("Opened after that", "  " + open);
  }

  static Diagnosis resultsForNoFiles(int count) {
    return Diagnosis.observed("The empty list has " + count + " results.")
        .means("There is one result per file, so an empty list has no results.")
        .nextStep("Make the list of results as long as the list of files.");
  }

  static Diagnosis limitAccepted(String method, int limit) {
    return Diagnosis.observed("%s(...) accepted a limit of %d.".formatted(method, limit))
        .means(
            "With such a limit, no file can ever be read. The caller has made a mistake and should"
                + " notice it.")
        .nextStep(
            "Throw an IllegalArgumentException that names the limit, before anything begins.");
  }

  static Diagnosis limitRefusedInTheFuture(String method, int limit) {
    return Diagnosis.observed(
            "%s(...) did not throw for a limit of %d: it returned a future that failed."
                .formatted(method, limit))
        .means("A mistake by the caller should fail the call itself, not a stage that runs later.")
        .nextStep("Check the limit first, outside any stage, and throw there.");
  }

  static Diagnosis limitNotNamed(int limit, Throwable refused) {
    return Diagnosis.observed(
            "The exception for a limit of %d does not mention that value: %s"
                .formatted(limit, refused))
        .means("A developer who reads the message wants to know which value was wrong.")
        .nextStep("In the message, say what you expected and which value you got.");
  }

  static Diagnosis failureTurnedIntoContent(Throwable thrown, ManyFiles.@Nullable Result result) {
    return Diagnosis.observed(
            "Reading c.txt threw %s, but its result is %s."
                .formatted(
                    thrown,
                    switch (result) {
                      case null -> "null";
                      case ManyFiles.Result.Failure failure -> "a Failure with " + failure.reason();
                      case ManyFiles.Result.Content content -> "a Content";
                    }))
        .means("The caller does not find out what went wrong.")
        .nextStep("Return a Failure that holds the very exception that was thrown.");
  }
}
