package workshop.comparison.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A way to write a file and read it back. */
interface Technique extends AutoCloseable {

  /**
   * Begins to write {@code content} into {@code file}, which exists and has this size already, and
   * then to read it to its end. May return before it is done, or after.
   *
   * @param durable whether the content must be on the device before it is read
   * @param done told once, on any thread
   */
  void start(Path file, byte[] content, boolean durable, Done done) throws Exception;

  /** Ends all threads. Nothing is in flight any more. */
  @Override
  void close();

  /** Who waits for the end of an operation. */
  interface Done {

    /**
     * The operation has ended.
     *
     * @param length how many bytes were read back; of no meaning after a failure
     */
    void ended(int length, @Nullable Throwable failure);
  }
}
