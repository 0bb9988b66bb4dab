package workshop.runner.judge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import workshop.runner.course.WorkshopException;
import workshop.runner.worker.WorkerReply;
import workshop.runner.worker.WorkerRequest;

/** A JVM that runs suites, seen from the command that started it. */
final class WorkerProcess implements AutoCloseable {

  private static final Duration STARTING = Duration.ofSeconds(30);
  private static final int COMPLAINT_LIMIT = 2000;

  /** What {@link #exitCode()} returns for a worker that has not ended. */
  static final int STILL_RUNNING = Integer.MIN_VALUE;

  private final Process process;
  private final Path temporary;
  private final BlockingQueue<Optional<WorkerReply>> replies = new LinkedBlockingQueue<>();
  private final Gson gson = new Gson();

  private final long start = System.nanoTime();
  private volatile long ready;

  private WorkerProcess(Process process, Path temporary) {
    this.process = process;
    this.temporary = temporary;
  }

  /** Starts a worker. It is not ready yet when this returns. */
  static WorkerProcess start(BuildOutput build, WorkFolders folders) throws IOException {
    Path temporary = folders.temporary();
    ProcessBuilder builder =
        JavaProcess.builder(build.workerCommand(temporary))
            .directory(temporary.toFile())
            .redirectError(Redirect.to(temporary.resolve("stderr").toFile()));
    WorkerProcess worker = new WorkerProcess(builder.start(), temporary);
    Thread.ofPlatform().daemon().name("worker " + worker.process.pid()).start(worker::read);
    return worker;
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        WorkerReply.fromLine(line).ifPresent(reply -> replies.add(Optional.of(reply)));
      }
    } catch (IOException | RuntimeException gone) {
      // A killed worker may leave half a line. It only matters that the worker has ended.
    } finally {
      replies.add(Optional.empty());
    }
  }

  /**
   * Waits until the worker accepts requests.
   *
   * @return the class of its file system provider
   * @throws WorkshopException if it does not start
   */
  String awaitReady() throws InterruptedException {
    String provider =
        next(STARTING).map(reply -> String.valueOf(reply.text())).orElseThrow(this::unable);
    ready = System.nanoTime();
    return provider;
  }

  /** Returns how long the worker took to get ready. */
  Duration startUp() {
    return Duration.ofNanos(ready - start);
  }

  private WorkshopException unable() {
    kill();
    String complaint;
    try {
      complaint = Files.readString(temporary.resolve("stderr"));
    } catch (IOException | UncheckedIOException unreadable) {
      complaint = "it printed no message";
    }
    String shown = complaint.substring(0, Math.min(COMPLAINT_LIMIT, complaint.length())).strip();
    return new WorkshopException(
        "The JVM that runs the tests does not start: " + shown,
        "Try ./workshop doctor. If memory is low, close other programs.");
  }

  /** Sends a request. Safe for use by several threads. */
  synchronized void send(WorkerRequest request) {
    byte[] line = (gson.toJson(request) + "\n").getBytes(UTF_8);
    try {
      OutputStream out = process.getOutputStream();
      out.write(line);
      out.flush();
    } catch (IOException gone) {
      // The reader sees the end as well, and tells the thread that waits for a reply.
    }
  }

  /**
   * Waits for the next reply; returns nothing if the worker has ended or does not reply in time.
   */
  Optional<WorkerReply> next(Duration timeout) throws InterruptedException {
    Optional<WorkerReply> reply = replies.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    return reply == null ? Optional.empty() : reply;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the worker's exit code; waits a moment for its end. */
  int exitCode() throws InterruptedException {
    return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : STILL_RUNNING;
  }

  /**
   * Lets the worker end by itself, and blocks until it has ended, because it may still have a file
   * to write.
   */
  void end() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /** Ends the worker at once, and the processes that it has started. */
  void kill() {
    // Collected first: after the worker's end, they are no longer its children.
    List<ProcessHandle> started = process.isAlive() ? process.descendants().toList() : List.of();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the worker, waits for its end, and deletes the files that it left. */
  @Override
  public void close() {
    kill();
    try {
      process.getOutputStream().close();
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (IOException closing) {
      // The process at the other end of the pipe has ended.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    WorkFolders.delete(temporary);
  }
}
