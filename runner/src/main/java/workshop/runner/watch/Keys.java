package workshop.runner.watch;

import java.util.function.Consumer;

/** Reports keys. */
public interface Keys {

  /** Starts to report keys, on a thread of its own. */
  void start(Consumer<Key> pressed);
}
