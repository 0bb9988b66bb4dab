package workshop.disk;

import java.util.List;

/** Fewer operations arrived at a gate than a test waited for. */
public final class ArrivalsError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final String gate;
  private final int expected;
  private final String waited;
  private final transient List<DiskEvent> arrived;
  private final transient Recording recording;
  private final String programState;

  ArrivalsError(
      String gate,
      int expected,
      String waited,
      List<DiskEvent> arrived,
      Recording recording,
      String programState) {
    super(
        "the test %s for %d operation%s at the gate for %s, but %d arrived: %s%n%n"
            + "All operations on the disk:%n%s%s"
            .formatted(
                waited,
                expected,
                expected == 1 ? "" : "s",
                gate,
                arrived.size(),
                arrived,
                recording,
                programState.isEmpty() ? "" : "\n\n" + programState));
    this.gate = gate;
    this.expected = expected;
    this.waited = waited;
    this.arrived = List.copyOf(arrived);
    this.recording = recording;
    this.programState = programState;
  }

  /** Returns what the gate is for: {@code the READ of notes.txt}. */
  public String gate() {
    return gate;
  }

  /** Returns how many operations were expected. */
  public int expected() {
    return expected;
  }

  /** Returns how the wait ended, as a verb of the test: {@code waited 10 s}. */
  public String waited() {
    return waited;
  }

  /** Returns the operations that arrived. */
  public List<DiskEvent> arrived() {
    return arrived;
  }

  /** Returns the operations on the disk until then. */
  public Recording recording() {
    return recording;
  }

  /** Returns what {@link WaitPolicy#programState()} said when the wait ended. */
  public String programState() {
    return programState;
  }
}
