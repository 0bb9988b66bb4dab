package workshop.comparison.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A program that answers each line with a line, until it is closed. For one thread at a time; what
 * the program says on its error stream is part of the message when it fails.
 */
public final class Talker implements AutoCloseable {

  private static final Optional<String> END = Optional.empty();

  private final String name;
  private final Process process;
  private final Writer requests;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> errors;

  private Talker(String name, Process process) {
    this.name = name;
    this.process = process;
    this.requests = process.outputWriter(UTF_8);
    this.errors = Programs.drained(process.getErrorStream());
    Thread.ofPlatform().daemon().name("answers of " + name).start(this::listen);
  }

  /**
   * Starts a program. Does not wait until it is ready.
   *
   * @param name as people call it, for messages
   */
  public static Talker start(String name, Path folder, List<String> command) throws IOException {
    return new Talker(name, new ProcessBuilder(command).directory(folder.toFile()).start());
  }

  private void listen() {
    try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.add(Optional.of(line));
      }
    } catch (IOException destroyed) {
      // What there is to say is said by whoever waits for an answer.
    } finally {
      answers.add(END);
    }
  }

  /**
   * Sends a line and waits for the answer.
   *
   * @throws IOException if the program has ended, or does not answer within {@code limit}; then it
   *     is of no more use
   */
  public String ask(String line, Duration limit) throws IOException, InterruptedException {
    try {
      requests.write(line + "\n");
      requests.flush();
    } catch (IOException e) {
      throw ended(e);
    }
    Optional<String> answer = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (answer == null) {
      throw new IOException(
          "%s has not answered \"%s\" after %d s".formatted(name, line, limit.toSeconds()));
    }
    if (answer.isEmpty()) {
      answers.add(END);
      throw ended(null);
    }
    return answer.get();
  }

  private IOException ended(@Nullable Exception cause) throws InterruptedException {
    String last;
    try {
      last = errors.get(2, TimeUnit.SECONDS).strip();
    } catch (ExecutionException | TimeoutException e) {
      last = "(its error stream cannot be read)";
    }
    String why = last.isEmpty() ? "it said nothing" : "its last words: " + last;
    return new IOException(name + " has ended: " + why, cause);
  }

  /** Ends the program and all that it started. Returns when it is gone. */
  @Override
  public void close() {
    Programs.destroy(process);
  }
}
