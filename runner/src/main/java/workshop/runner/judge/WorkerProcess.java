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

  /** What {@link #exitCode()} says of a worker that has not ended. */
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
    Thread reader = new Thread(worker::read, "worker " + worker.process.pid());
    reader.setDaemon(true);
    reader.start();
    return worker;
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        WorkerReply.fromLine(line).ifPresent(reply -> replies.add(Optional.of(reply)));
      }
    } catch (IOException | RuntimeException gone) {
      // A worker that was killed may leave half a line; what matters is that it is no more.
    } finally {
      replies.add(Optional.empty());
    }
  }

  /**
   * Waits until the worker takes orders.
   *
   * @return the class of the file system that it runs on
   * @throws WorkshopException if it does not start
   */
  String awaitReady() throws InterruptedException {
    String provider =
        next(STARTING).map(reply -> String.valueOf(reply.text())).orElseThrow(this::unable);
    ready = System.nanoTime();
    return provider;
  }

  /** Returns how long it took to get ready. */
  Duration startUp() {
    return Duration.ofNanos(ready - start);
  }

  private WorkshopException unable() {
    kill();
    String complaint;
    try {
      complaint = Files.readString(temporary.resolve("stderr"));
    } catch (IOException | UncheckedIOException unreadable) {
      complaint = "it said nothing";
    }
    String shown = complaint.substring(0, Math.min(COMPLAINT_LIMIT, complaint.length())).strip();
    return new WorkshopException(
        "The JVM that runs the tests does not start: " + shown,
        "Try ./workshop doctor. If memory is short, close other programs.");
  }

  /** Sends a request. Safe for use by several threads. */
  synchronized void send(WorkerRequest request) {
    byte[] line = (gson.toJson(request) + "\n").getBytes(UTF_8);
    try {
      OutputStream out = process.getOutputStream();
      out.write(line);
      out.flush();
    } catch (IOException gone) {
      // The reader sees the end as well, and says so to whoever waits for a reply.
    }
  }

  /** Waits for the next reply; returns nothing when the worker is gone or says nothing in time. */
  Optional<WorkerReply> next(Duration patience) throws InterruptedException {
    Optional<WorkerReply> reply = replies.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
    return reply == null ? Optional.empty() : reply;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Returns with which code the worker ended; waits a moment for it. */
  int exitCode() throws InterruptedException {
    return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : STILL_RUNNING;
  }

  /** Ends the worker at once, and the processes that it has started. */
  void kill() {
    // Looked for before: as soon as it has ended, they are nobody's.
    List<ProcessHandle> started = process.isAlive() ? process.descendants().toList() : List.of();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends the worker, waits for its end, and removes what it left on disk. */
  @Override
  public void close() {
    kill();
    try {
      process.getOutputStream().close();
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (IOException closing) {
      // A pipe to a process that is gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    WorkFolders.delete(temporary);
  }
}
