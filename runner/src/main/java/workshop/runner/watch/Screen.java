package workshop.runner.watch;

import java.util.List;

/** Shows a session. */
public interface Screen extends AutoCloseable {

  /**
   * Shows the session as it is after an event.
   *
   * @param effects what the session wants to be done because of the event
   * @return whether the output still has a reader
   */
  boolean show(Session session, Event cause, List<Effect> effects);

  /** Leaves the terminal as it was. */
  @Override
  void close();
}
