package workshop.runner.port;

import workshop.runner.watch.Event;
import workshop.runner.watch.Session;

/** Shows how a session goes. */
public interface Screen extends AutoCloseable {

  /**
   * Shows the session as it is after an event.
   *
   * @return whether anybody still looks on
   */
  boolean show(Session session, Event cause);

  /** Leaves the terminal as it was. */
  @Override
  void close();
}
