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
 * A worker's connection with the command that started it: the JVM's own standard streams, taken
 * before a learner's code can reach them. Safe for use by several threads.
 */
final class WorkerConnection {

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final BlockingQueue<WorkerRequest> requests = new LinkedBlockingQueue<>();
  private final Gson gson = new Gson();

  /** Whether somebody waits for the end of the order that was sent last. */
  private volatile boolean warmUpOver;

  private WorkerConnection() {}

  /**
   * Takes the streams over. From here on a thread of its own reads orders, and ends this JVM when
   * there is nobody left who could send any: a worker never outlives its command.
   *
   * @param stop what to do when the run is to be stopped
   */
  static WorkerConnection open(LongConsumer stop) {
    WorkerConnection connection = new WorkerConnection();
    InputStream in = System.in;
    Thread reader = new Thread(() -> connection.read(in, stop), "requests");
    reader.setDaemon(true);
    reader.start();
    return connection;
  }

  /** Returns whether the warm-up that was ordered last, if it was one, has been enough by now. */
  boolean isWarmUpOver() {
    return warmUpOver;
  }

  /** Waits for the next order. */
  WorkerRequest next() throws InterruptedException {
    return requests.take();
  }

  /** Says one line at once. */
  void send(WorkerReply reply) {
    // A line of its own, even when native code left half a line behind.
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
      // As good as the end of the stream: nobody is there.
    } finally {
      WorkerExit.now();
    }
  }
}
