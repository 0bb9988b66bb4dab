package workshop.runner.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.LongConsumer;

/**
 * A worker's connection to the command that started it. It uses the JVM's original standard
 * streams, which a learner's code cannot reach. Safe for use by several threads.
 */
final class WorkerConnection {

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final BlockingQueue<WorkerRequest> requests = new LinkedBlockingQueue<>();
  private final Gson gson = new Gson();

  /** Whether the command has asked for the end of the warm-up. */
  private volatile boolean warmUpOver;

  private WorkerConnection() {}

  /**
   * Takes over the streams. From now on, a thread reads requests, and ends this JVM when its input
   * ends: a worker never outlives its command.
   *
   * @param stop called with the id of a run that the command wants to stop
   */
  static WorkerConnection open(LongConsumer stop) {
    WorkerConnection connection = new WorkerConnection();
    InputStream in = System.in;
    Thread.ofPlatform().daemon().name("requests").start(() -> connection.read(in, stop));
    return connection;
  }

  /** Returns whether the current warm-up should end after its current test. */
  boolean isWarmUpOver() {
    return warmUpOver;
  }

  /** Waits for the next request. */
  WorkerRequest next() throws InterruptedException {
    return requests.take();
  }

  /** Sends one line at once. */
  void send(WorkerReply reply) {
    // Starts on a new line, because native code may have printed half a line.
    byte[] line = ("\n" + reply.toLine() + "\n").getBytes(UTF_8);
    synchronized (out) {
      try {
        out.write(line);
      } catch (IOException nobodyListens) {
        WorkerExit.now();
      }
    }
  }

  private void read(InputStream in, LongConsumer stop) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        WorkerRequest request = gson.fromJson(line, WorkerRequest.class);
        switch (request.kind()) {
          case STOP -> stop.accept(request.run());
          case END_WARM_UP -> warmUpOver = true;
          case JUDGE, WARM_UP -> {
            warmUpOver = false;
            requests.add(request);
          }
        }
      }
    } catch (IOException gone) {
      // The same as the end of the stream: the command is gone.
    } finally {
      WorkerExit.now();
    }
  }
}
