package workshop.disk;

import java.util.List;

/** Fewer operations arrived at a gate than a test waited for. */
public final class ArrivalsError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient Details details;

  /**
   * Creates an error about a wait that ended without enough arrivals.
   *
   * @param gate what the gate is for: {@code the READ of notes.txt}
   * @param expected how many operations were expected
   * @param waited how the wait ended, with the test as its subject: {@code waited 10 s}
   * @param recording the operations on the disk before the wait ended
   * @param programState what {@link WaitPolicy#programState()} returned
   */
  public record Details(
      String gate,
      int expected,
      String waited,
      List<DiskEvent> arrived,
      Recording recording,
      String programState) {}

  ArrivalsError(Details details) {
    super(
        "the test expected %d operation%s at the gate for %s, but %d arrived: %s; the test %s%n%n"
                .formatted(
                    details.expected,
                    details.expected == 1 ? "" : "s",
                    details.gate,
                    details.arrived.size(),
                    details.arrived,
                    details.waited)
            + "All operations on the disk:\n"
            + details.recording
            + (details.programState.isEmpty() ? "" : "\n\n" + details.programState));
    this.details = details;
  }

  public Details details() {
    return details;
  }
}
