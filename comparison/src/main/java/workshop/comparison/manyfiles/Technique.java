package workshop.comparison.manyfiles;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A way to write a file and read it back. */
interface Technique extends AutoCloseable {

  /**
   * Begins to write {@code content} into {@code file}, which exists and has this size already, and
   * then to read it to its end. May return before that is done, or after.
   *
   * @param mode what has to happen beside that, or not
   * @param done called once, on any thread
   */
  void start(Path file, byte[] content, Case.Mode mode, Done done) throws Exception;

  /** Ends all threads. Nothing is in flight anymore. */
  @Override
  default void close() {}

  /** Is told that an operation has ended. */
  interface Done {

    /** The operation has ended, and has read so many bytes, or has failed. */
    void ended(int length, @Nullable Throwable failure);
  }
}
