package workshop.runner.watch;

import java.util.List;
import java.util.function.Consumer;

/** Shows a session, and reports keys. */
public interface Screen extends AutoCloseable {

  /** Returns the size of the screen at the start. */
  Event.Resized size();

  /** Starts to report keys, and changes of the size if there are any, on other threads. */
  void start(Consumer<Event> events);

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
