package workshop.runner.port;

import java.util.function.Consumer;
import workshop.runner.watch.Key;

/** Tells of keys that are pressed. */
public interface Keys extends AutoCloseable {

  /** Starts to tell, on a thread of its own. */
  void start(Consumer<Key> pressed);

  /** Stops telling. */
  @Override
  void close();
}
