package workshop.comparison.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import workshop.comparison.question.Notebook;

/** Looks whether the machine has nothing else to do, before we give it something. */
public final class Calm {

  private static final String NOT_CALM = "The machine was not calm: ";

  private static final Duration LOOK = Duration.ofMillis(300);
  private static final double BUSY = 0.2;

  private Calm() {}

  /** Looks for a moment, while the caller measures nothing, and notes it if others compute. */
  static void look(Notebook notebook) throws InterruptedException {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      double since = system.getCpuLoad(); // the next one is the load since this one
      Thread.sleep(LOOK);
      note(Double.isNaN(since) ? since : system.getCpuLoad(), notebook);
    }
  }

  /** Notes a share of all processors that is too great; it is negative if it is not known. */
  static void note(double load, Notebook notebook) {
    if (load > BUSY) {
      notebook.note(
          """
          %sjust before this was measured, other programs kept %.0f %% of the processors busy. The \
          numbers are those of what was left, and may be far off.\
          """
              .formatted(NOT_CALM, 100 * load));
    }
  }

  /** Whether this is what is noted of a machine that was not calm. */
  public static boolean isMissedBy(String note) {
    return note.startsWith(NOT_CALM);
  }
}
