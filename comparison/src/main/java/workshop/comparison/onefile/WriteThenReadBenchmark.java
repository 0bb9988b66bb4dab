package workshop.comparison.onefile;

import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import workshop.comparison.manyfiles.OneInFlight;
import workshop.comparison.result.Contender;

/**
 * What JMH times: one file written and read back, by the technique of its parameter. JMH generates
 * a subclass and calls it on one thread. {@link OneFile.Plan} decides how long and how often.
 */
@SuppressWarnings("NullAway.Init") // JMH fills the parameters and calls start() before all else
@State(Scope.Benchmark)
public class WriteThenReadBenchmark {

  static final int BYTES = 4096;

  @Param("IN_TURN")
  public String technique;

  @Param("")
  public String folder;

  private OneInFlight files;

  @Setup
  public void start() throws IOException {
    files = new OneInFlight(Contender.valueOf(technique), Path.of(folder, technique), BYTES);
  }

  /**
   * Writes the file and reads it back.
   *
   * @return how many bytes were read, so that the compiler cannot eliminate any of the work
   */
  @Benchmark
  public int writeThenRead() throws Exception {
    int length = files.writeThenRead();
    if (length != BYTES) {
      throw new IOException("read back %d of %d bytes".formatted(length, BYTES));
    }
    return length;
  }

  @TearDown
  public void end() {
    files.close();
  }
}
