package workshop.completable;

import java.nio.ByteBuffer;

/** Work that fails, with an exception or with an Error. */
record ThrowingWork(Throwable thrown) implements ReadAheadPipeline.Work<String> {

  @Override
  public String of(ByteBuffer part) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Override
  public String joined(String left, String right) {
    return left + right;
  }

  @Override
  public String nothing() {
    return "";
  }
}
