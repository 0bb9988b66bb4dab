package workshop.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A separate program that holds a file's lock until this object is closed. */
final class LockHolder implements AutoCloseable {

  private final Process process;

  private LockHolder(Process process) {
    this.process = process;
  }

  /** Returns when the lock is held. */
  static LockHolder of(Path file) throws IOException {
    Process process =
        java("-cp", System.getProperty("java.class.path"), LockHolder.class.getName(), file + "")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.getInputStream().read() != 'L') {
      throw new IOException("the other program did not get the lock");
    }
    return new LockHolder(process);
  }

  /** Returns a builder for a JVM that ignores the JVM options in the environment. */
  static ProcessBuilder java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(arguments));
    ProcessBuilder java = new ProcessBuilder(command);
    java.environment()
        .keySet()
        .removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
    return java;
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
    process.getOutputStream().close(); // which ends the program
    process.onExit().join();
  }
}
