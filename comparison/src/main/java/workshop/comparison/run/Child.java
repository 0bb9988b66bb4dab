package workshop.comparison.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A child process that communicates in lines. This JVM reads its output, and quotes its error
 * stream if it fails. The child should end when its input ends, so that it never outlives this JVM.
 * Used by one thread at a time.
 */
public final class Child implements AutoCloseable {

  private final String name;
  private final Process process;
  private final Writer input;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private final Future<String> errors;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.input = process.outputWriter(UTF_8);
    this.errors = Programs.drained(process.getErrorStream());
    Thread.ofPlatform().daemon().name("output of " + name).start(this::listen);
  }

  /** Starts a program. Does not wait until it is ready. */
  public static Child start(String name, List<String> command) throws IOException {
    return new Child(name, new ProcessBuilder(command).start());
  }

  /**
   * Starts {@code main} in a JVM with the class path of this one. Does not wait until it is ready.
   */
  public static Child start(List<String> options, Class<?> main, Object... arguments)
      throws IOException {
    return start(main.getSimpleName(), command(options, main, arguments));
  }

  /** Returns the command that runs {@code main} as a program. */
  public static List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return List.copyOf(command);
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Returns the processor time that the child has used so far; zero if the system does not report
   * it.
   */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Sends a line and waits for the answer, as {@link #line} does. */
  public String ask(String line, Duration limit) throws IOException, InterruptedException {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw ended(e);
    }
    return line(limit);
  }

  /**
   * Waits for the child's next line.
   *
   * @throws IOException if the child prints none within {@code limit}, or has ended
   */
  public String line(Duration limit) throws IOException, InterruptedException {
    Optional<String> line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      throw new IOException("%s has not answered for %d ms".formatted(name, limit.toMillis()));
    }
    if (line.isEmpty()) {
      lines.add(line);
      throw ended(null);
    }
    return line.get();
  }

  /**
   * Closes the child's input, and waits until it has ended by itself.
   *
   * @throws IOException if it does not end within {@code limit}, or fails
   */
  public void end(Duration limit) throws IOException, InterruptedException {
    input.close();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
      throw ended(null);
    }
  }

  /** Kills the child and all processes that it started. Returns when the child is gone. */
  @Override
  public void close() {
    Programs.destroy(process);
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader(UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(Optional.of(line));
      }
    } catch (IOException | UncheckedIOException killed) {
      // The thread that waits for a line reports the failure.
    } finally {
      lines.add(Optional.empty());
    }
  }

  private IOException ended(@Nullable Exception cause) throws InterruptedException {
    String last;
    try {
      last = errors.get(2, TimeUnit.SECONDS).strip();
    } catch (ExecutionException | TimeoutException e) {
      last = "(its error stream cannot be read)";
    }
    return new IOException(
        name + " has ended" + (last.isEmpty() ? " and printed no error" : "; it printed: " + last),
        cause);
  }

  // What the program in the child process calls, if it is one of our JVMs.

  /** Prints a line to the parent. */
  public static void tellParent(Object line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Blocks until the parent closes our input or has ended. */
  public static void awaitParent() throws IOException {
    while (System.in.read() != -1) {}
  }
}
