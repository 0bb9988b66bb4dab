package workshop.comparison.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workshop.comparison.run.Programs;

/**
 * A JVM beside this one, with our class path. It speaks to us in lines that begin with {@link
 * #TO_PARENT}; it is meant to end when its input ends, so that it does not outlive us whatever
 * becomes of us. One thread uses it.
 */
final class ChildJvm implements AutoCloseable {

  /** What begins a line that is meant for us; all others are for whoever looks for a fault. */
  static final String TO_PARENT = ">> ";

  private static final int KEPT = 20;

  private final String name;
  private final Process process;
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  /** Guarded by itself. */
  private final Deque<String> otherwiseSaid = new ArrayDeque<>();

  private ChildJvm(String name, Process process) {
    this.name = name;
    this.process = process;
    Thread.ofPlatform().daemon().name("output of " + name).start(this::listen);
  }

  /** Returns the command that runs {@code main} as a program of its own. */
  static List<String> command(List<String> options, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return command;
  }

  /** Starts {@code main}; returns at once. */
  static ChildJvm start(List<String> options, Class<?> main, Object... arguments)
      throws IOException {
    Process process =
        new ProcessBuilder(command(options, main, arguments)).redirectErrorStream(true).start();
    return new ChildJvm(main.getSimpleName(), process);
  }

  long pid() {
    return process.pid();
  }

  /**
   * Returns the next line that is meant for us, without its prefix. Blocks until it is there.
   *
   * @throws IOException if it does not come within {@code limit}, or the JVM has ended; tells what
   *     the JVM printed last
   */
  String line(Duration limit) throws IOException, InterruptedException {
    Optional<String> line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) {
      throw new IOException(
          "%s has said nothing for %d s%s".formatted(name, limit.toSeconds(), lastWords()));
    }
    return line.orElseThrow(() -> new IOException(name + " has ended too early" + lastWords()));
  }

  /**
   * Ends its input, which lets it go on or end, and waits until it has ended by itself.
   *
   * @throws IOException if it has not within {@code limit}, or not well
   */
  void end(Duration limit) throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
      throw new IOException(name + " did not end well" + lastWords());
    }
  }

  /** Ends it the hard way, if it still runs, and returns when it is gone. */
  @Override
  public void close() {
    Programs.destroy(process);
  }

  private void listen() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        hear(line);
      }
    } catch (IOException | UncheckedIOException e) {
      hear(e.toString()); // it was ended in the middle of a line
    } finally {
      lines.add(Optional.empty());
    }
  }

  private void hear(String line) {
    if (line.startsWith(TO_PARENT)) {
      lines.add(Optional.of(line.substring(TO_PARENT.length())));
    } else {
      synchronized (otherwiseSaid) {
        otherwiseSaid.add(line);
        if (otherwiseSaid.size() > KEPT) {
          otherwiseSaid.remove();
        }
      }
    }
  }

  private String lastWords() {
    synchronized (otherwiseSaid) {
      return otherwiseSaid.isEmpty() ? "" : "; it printed: " + String.join(" | ", otherwiseSaid);
    }
  }

  // What a child does

  /** Says a line to the parent. */
  static void tellParent(Object line) {
    System.out.println(TO_PARENT + line);
    System.out.flush();
  }

  /** Blocks until the parent lets go, or is gone. */
  static void awaitParent() throws IOException {
    while (System.in.read() != -1) {}
  }
}
