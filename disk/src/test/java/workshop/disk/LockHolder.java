package workshop.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another program, which holds a file's lock until it is closed. */
final class LockHolder implements AutoCloseable {

  private final Process process;

  private LockHolder(Process process) {
    this.process = process;
  }

  /** Returns when the lock is held. */
  static LockHolder of(Path file) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != 'L') {
      throw new IOException("the other program did not get the lock");
    }
    return new LockHolder(process);
  }

  public static void main(String[] file) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(file[0]), StandardOpenOption.WRITE)) {
      channel.lock();
      System.out.print('L');
      System.out.flush();
      System.in.read();
    }
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close(); // which ends it
    process.onExit().join();
  }
}
