package workshop.offload.facts;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A named pipe (Linux and macOS) that is open at both ends and that no code writes to. A read of it
 * blocks in the operating system until the pipe is closed.
 */
final class NamedPipe implements AutoCloseable {

  private final Path directory = Files.createTempDirectory("pipe-");
  private final Path path = directory.resolve("silent");
  private final RandomAccessFile bothEnds;

  NamedPipe() throws IOException, InterruptedException {
    Process mkfifo = new ProcessBuilder("mkfifo", path.toString()).inheritIO().start();
    if (!mkfifo.waitFor(10, TimeUnit.SECONDS) || mkfifo.exitValue() != 0) {
      throw new IOException("mkfifo could not create " + path);
    }
    // With an end for writing open, a read waits for bytes instead of reporting the end of file.
    bothEnds = new RandomAccessFile(path.toString(), "rw");
  }

  Path path() {
    return path;
  }

  /** Ends all reads: without a writer they return the end of the file. */
  @Override
  public void close() throws IOException {
    bothEnds.close();
    Files.delete(path);
    Files.delete(directory);
  }
}
