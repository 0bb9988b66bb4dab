package workshop.disk;

/**
 * Stops code that keeps asking the disk for one file without end. Every later operation on the same
 * disk except a close fails in the same way.
 */
public final class EndlessLoopError extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient EndlessLoop loop;

  EndlessLoopError(EndlessLoop loop) {
    super(loop + "\n\nThe last operations on the disk:\n" + loop.last());
    this.loop = loop;
  }

  /** Returns what the disk saw. */
  public EndlessLoop loop() {
    return loop;
  }
}
