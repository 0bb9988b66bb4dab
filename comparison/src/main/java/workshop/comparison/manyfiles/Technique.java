package workshop.comparison.manyfiles;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A way to write a file and read it back. */
interface Technique extends AutoCloseable {

  /**
   * Begins to write {@code content} into {@code file}, which already exists with this size, and
   * then to read the file to its end. May return before or after that is done.
   *
   * @param mode whether to force the file, and whether to write it at all
   * @param done called once, on any thread
   */
  void start(Path file, byte[] content, Case.Mode mode, Done done) throws Exception;

  /** Ends all threads. Must be called when no operation is in flight. */
  @Override
  default void close() {}

  /** Receives the end of an operation. */
  interface Done {

    /** The operation has ended: it read {@code bytes} bytes, or it failed. */
    void ended(int length, @Nullable Throwable failure);
  }
}
