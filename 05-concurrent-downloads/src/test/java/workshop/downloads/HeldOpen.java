package workshop.downloads;

import static workshop.downloads.Failing.assertSoonOnly;

import java.util.List;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

/**
 * The worst moment for a cancel, forced by a gate: the client is about to open the file, and the
 * clean-up has nothing to delete yet.
 */
final class HeldOpen {

  private HeldOpen() {}

  /** Expects that nothing is left if {@code cancel} comes while the file is being opened. */
  static void leavesNothing(Disk disk, Runnable begin, Runnable cancel) {
    try (Gate opening = disk.hold(Op.OPEN)) {
      begin.run();
      opening.awaitArrivals(1);
      cancel.run();
      Quiescence.reachedWithout(
          () -> false); // a clean-up that does not take turns has looked by now
    }
    Eventually.holds(
        () -> disk.recording().only(Op.OPEN).events().stream().allMatch(DiskEvent::hasEnded));
    try {
      assertSoonOnly(List.of(), disk, "The cancel came while the client was opening the file.");
    } catch (Diagnosis left) {
      throw Diagnosis.observed(
              "The cancel came while the client was opening the file. Now the directory holds "
                  + disk.names()
                  + ".")
          .means("The clean-up looked before the file was there, so an empty file stays for good.")
          .nextStep("Open and delete through one BodyFile: there the two take turns.")
          .evidence("On the disk", disk.recording());
    }
  }
}
