package workshop.runner.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Tells of files that may have changed. */
public interface FileWatcher extends AutoCloseable {

  /**
   * Starts to tell.
   *
   * @param changed told of each file that was written, made, replaced or deleted, perhaps more than
   *     once, on a thread of the watcher
   * @param notice told in a sentence when something about the watching is worth knowing
   */
  void start(Consumer<Path> changed, Consumer<String> notice) throws IOException;

  /** Stops telling. */
  @Override
  void close();
}
