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

/**
 * A worker's connection with the command that started it: the JVM's own standard streams, taken
 * before a learner's code can reach them. Safe for use by several threads.
 */
final class Wire {

  private final OutputStream out = new FileOutputStream(FileDescriptor.out);
  private final BlockingQueue<Order> orders = new LinkedBlockingQueue<>();
  private final Gson gson = new Gson();

  /** Whether somebody waits for the end of the order that was sent last. */
  private volatile boolean hurried;

  private Wire() {}

  /**
   * Takes the streams over. From here on a thread of its own reads orders, and ends this JVM when
   * there is nobody left who could send any: a worker never outlives its command.
   *
   * @param stop what to do when the run is to be stopped
   */
  static Wire take(Runnable stop) {
    Wire wire = new Wire();
    InputStream in = System.in;
    System.setIn(InputStream.nullInputStream());
    Thread reader = new Thread(() -> wire.read(in, stop), "orders");
    reader.setDaemon(true);
    reader.start();
    return wire;
  }

  /** Returns whether the warm-up that was ordered last, if it was one, has been enough by now. */
  boolean isHurried() {
    return hurried;
  }

  /** Waits for the next order. */
  Order next() throws InterruptedException {
    return orders.take();
  }

  /** Says one line at once. */
  void say(Reply reply) {
    // A line of its own, even when native code left half a line behind.
    byte[] line = ("\n" + reply.toLine() + "\n").getBytes(UTF_8);
    synchronized (out) {
      try {
        out.write(line);
      } catch (IOException nobodyListens) {
        End.now();
      }
    }
  }

  private void read(InputStream in, Runnable stop) {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Order order = gson.fromJson(line, Order.class);
        switch (order.kind()) {
          case STOP -> stop.run();
          case ENOUGH -> hurried = true;
          case JUDGE, WARM_UP -> {
            hurried = false;
            orders.add(order);
          }
        }
      }
    } catch (IOException gone) {
      // As good as the end of the stream: nobody is there.
    } finally {
      End.now();
    }
  }
}
