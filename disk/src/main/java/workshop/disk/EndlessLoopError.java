package workshop.disk;

/**
 * Stops an endless loop of operations on one file. Every later operation on the same disk fails in
 * the same way, except a close.
 */
public final class EndlessLoopError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient EndlessLoop loop;

  EndlessLoopError(EndlessLoop loop) {
    super(loop + "\n\nThe last operations on the disk:\n" + loop.last());
    this.loop = loop;
  }

  /** Returns the loop as the disk recorded it. */
  public EndlessLoop loop() {
    return loop;
  }
}
