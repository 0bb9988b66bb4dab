package workshop.offload;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Whereabouts;

/**
 * A file that blocks whoever reads it, in the operating system itself and for as long as we like:
 * a named pipe (Linux and macOS) that is held open at both ends, and into which nobody writes.
 */
final class NamedPipe implements AutoCloseable {

  private final Path directory;
  private final Path path;
  private final RandomAccessFile bothEnds;

  private NamedPipe(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    this.path = directory.resolve("silent");
    Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    if (!mkfifo.waitFor(10, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
      throw new IOException("mkfifo could not make " + path);
    }
    // With an end for writing open, a read waits for bytes instead of reporting end of file.
    this.bothEnds = new RandomAccessFile(path.toFile(), "rw");
  }

  static NamedPipe make() throws IOException, InterruptedException {
    return new NamedPipe(Files.createTempDirectory("pipe-"));
  }

  Path path() {
    return path;
  }

  /** Waits until some thread stands in a blocked read of the system. */
  void awaitReader() {
    Await.until(
        "a thread to stand in the read of the pipe",
        () -> Whereabouts.everywhere().stream().anyMatch(NamedPipe::isReading),
        Whereabouts::inLearnersCode);
  }

  private static boolean isReading(Whereabouts thread) {
    return !thread.stack().isEmpty()
        && thread.stack().getFirst().isNativeMethod()
        && thread.stack().getFirst().getMethodName().matches("read0|readBytes0?|pread0");
  }

  /** Lets go whoever still reads: what is written now is the last. */
  @Override
  public void close() throws IOException {
    bothEnds.write('.');
    bothEnds.close();
    Files.deleteIfExists(path);
    Files.deleteIfExists(directory);
  }
}
