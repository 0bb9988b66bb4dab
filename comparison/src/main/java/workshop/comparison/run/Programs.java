package workshop.comparison.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import workshop.comparison.result.Remark;

/** Finds and runs other programs, and leaves none of them behind. */
public final class Programs {

  /** Where servers are installed. These folders are often not on a user's PATH. */
  private static final List<String> MORE = List.of("/usr/local/sbin", "/usr/sbin", "/sbin");

  private Programs() {}

  /** The output of a program, and its exit code. */
  public record Output(int exitCode, String out, String err) {}

  /** Finds a program in the folders of the PATH, then in those for servers. */
  public static Optional<Path> find(String name) {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(Stream.of(path.split(File.pathSeparator)), MORE.stream())
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** Finds a program as {@link #find(String)} does, and records a remark if there is none. */
  public static Optional<Path> find(String name, Recorder recorder) {
    Optional<Path> found = find(name);
    if (found.isEmpty()) {
      recorder.remark(Remark.Kind.NOT_INSTALLED, name, "");
    }
    return found;
  }

  /** Runs a program in the folder of this JVM, as {@link #run(Duration, Path, List)} does. */
  public static Output run(Duration limit, List<String> command)
      throws IOException, InterruptedException {
    return run(limit, Path.of("").toAbsolutePath(), command);
  }

  /**
   * Runs a program to its end, without input. Blocks until the program and all processes that it
   * started are gone, even if it fails.
   *
   * @return its output, whatever its exit code
   * @throws IOException if it cannot be started, or has not ended after {@code limit}
   */
  public static Output run(Duration limit, Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    try {
      process.getOutputStream().close();
      Future<String> out = drained(process.getInputStream());
      Future<String> err = drained(process.getErrorStream());
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException(
            "%s has not ended after %d s and was stopped: %s"
                .formatted(command.getFirst(), limit.toSeconds(), String.join(" ", command)));
      }
      return new Output(process.exitValue(), text(out, command), text(err, command));
    } finally {
      destroy(process);
    }
  }

  /** Kills a program and all processes that it started. Returns when the program is gone. */
  public static void destroy(Process process) {
    List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
    family.add(process.toHandle());
    family.forEach(ProcessHandle::destroyForcibly);
    process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
  }

  /** Reads a stream to its end on a separate thread, because a full pipe would stop the program. */
  static Future<String> drained(InputStream stream) {
    FutureTask<String> text =
        new FutureTask<>(() -> {
          try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
          }
        });
    Thread.ofPlatform().daemon().name("output of a program").start(text);
    return text;
  }

  private static String text(Future<String> drained, List<String> command)
      throws IOException, InterruptedException {
    try {
      return drained.get(5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException("cannot read what " + command.getFirst() + " printed", e.getCause());
    } catch (TimeoutException e) {
      throw new IOException(
          command.getFirst()
              + " has ended, but another process that it started keeps its output "
              + "open",
          e);
    }
  }
}
