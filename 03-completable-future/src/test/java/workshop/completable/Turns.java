package workshop.completable;

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

/** Whose turn it is when one file is held up, and the limit leaves room for others. */
final class Turns {

  /** As many as are begun at once in {@link ManyFilesTest}: the first group, if there are any. */
  private static final List<String> FIRST = Shelf.NAMES.subList(0, 3);

  private Turns() {}

  /** Expects that {@code name} is being read at {@code next} while {@code held} holds another. */
  static void assertTaken(String name, Gate next, Gate held, Disk disk) {
    if (next.waiting() == 0) {
      throw heldUp(
          "%s, and %s is not read meanwhile, although two more files may be open"
              .formatted(isHeld(held), name),
          held,
          disk);
    }
  }

  /** Expects that every file has been read but the one at {@code held}. */
  static void assertAllOthersRead(Gate held, Disk disk) {
    int others = Shelf.NAMES.size() - 1;
    if (read(disk).size() < others) {
      throw heldUp(
          "%s, and of the %d other files only %d have been read meanwhile"
              .formatted(isHeld(held), others, read(disk).size()),
          held,
          disk);
    }
  }

  private static Diagnosis heldUp(String seen, Gate held, Disk disk) {
    Set<String> read = read(disk);
    Diagnosis.Observed observed =
        Diagnosis.observed(seen + "; done are " + (read.isEmpty() ? "none" : read));
    Diagnosis failure =
        FIRST.containsAll(read)
            ? observed
                .means(
                    "Either this ran one after another, or in groups, where each group waits for its"
                        + " slowest member: one slow file holds up the others.")
                .nextStep("Begin the next file whenever any one is done.")
            : observed
                .means(
                    "Which file comes after which was settled beforehand: some stand behind the slow"
                        + " one, and those who are done with theirs have nothing to do.")
                .nextStep(
                    "Let whoever is done take the next file that nobody has taken yet, from a"
                        + " counter that all share.");
    String first = held.arrivals().isEmpty() ? "nothing" : held.arrivals().getFirst().toString();
    return OnDisk.shown(failure.evidence("Held all the time", "  " + first), disk);
  }

  private static String isHeld(Gate held) {
    return held.describe() + " is held";
  }

  private static Set<String> read(Disk disk) {
    return disk.recording().only(Op.CLOSE).events().stream()
        .map(DiskEvent::file)
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
