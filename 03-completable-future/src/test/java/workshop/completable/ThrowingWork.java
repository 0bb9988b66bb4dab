package workshop.completable;

import java.nio.ByteBuffer;

/**
 * Work that fails, with an exception or with an Error.
 *
 * @param cores 0 if every part fails; otherwise the parts of a chunk succeed, and joining the
 *     result of a chunk to the previous results fails
 */
record ThrowingWork(Throwable thrown, int cores) implements ReadAheadPipeline.Work<String> {

  static ThrowingWork whenJoined(Error thrown, int cores) {
    return new ThrowingWork(thrown, cores);
  }

  @Override
  public String of(ByteBuffer part) {
    return cores > 0 ? "x" : fail();
  }

  @Override
  public String joined(String left, String right) {
    boolean chunks = left.isEmpty() || left.length() >= cores;
    return cores > 0 && chunks ? fail() : left + right;
  }

  @Override
  public String nothing() {
    return "";
  }

  private String fail() {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
