package workshop.runner.watch;

import java.util.List;

/** Shows a session. */
public interface Screen extends AutoCloseable {

  /**
   * Shows the session as it is after an event.
   *
   * @param effects what the session asks for because of the event
   * @return whether the output is still open
   */
  boolean show(Session session, Event cause, List<Effect> effects);

  /** Restores the terminal. */
  @Override
  void close();
}
