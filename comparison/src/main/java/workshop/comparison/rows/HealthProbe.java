package workshop.comparison.rows;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server for its health at a fixed rate, whether it replies or not. What is measured begins
 * when a request was due, and not when it could be sent at last: a server that answers nobody for a
 * second has kept every request of that second waiting (no coordinated omission).
 *
 * <p>Its threads end with {@link #close()}.
 */
final class HealthProbe implements AutoCloseable {

  /** From one request to the next. */
  static final Duration PERIOD = Duration.ofMillis(4);

  private static final int CONNECTIONS = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int DIGITS = 3;
  private static final long END = -1;

  private final Histogram micros = new ConcurrentHistogram(DIGITS);
  private final BlockingQueue<Long> due = new LinkedBlockingQueue<>();
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Thread> guests = new ArrayList<>();
  private final Thread clock;
  private volatile boolean on = true;
  private volatile @Nullable IOException failure;

  private HealthProbe(int port) throws IOException {
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        Socket socket = HttpWire.connect(port);
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
      }
    } catch (IOException e) {
      closeSockets();
      throw e;
    }
    for (Socket socket : sockets) {
      guests.add(Thread.ofPlatform().daemon().name("health").start(() -> ask(socket)));
    }
    clock = Thread.ofPlatform().daemon().name("health's clock").start(this::tick);
  }

  /** Connects, and begins to ask. */
  static HealthProbe start(int port) throws IOException {
    return new HealthProbe(port);
  }

  /**
   * Stops asking and waits for the replies that are due.
   *
   * @return after so many milliseconds 99 of 100 replies were there
   * @throws IOException if one does not come at all
   */
  double p99Millis() throws IOException, InterruptedException {
    on = false;
    clock.join();
    for (Thread guest : guests) {
      if (!guest.join(PATIENCE)) {
        throw new IOException("no word of the server's health for " + PATIENCE.toSeconds() + " s");
      }
    }
    if (failure != null) {
      throw new IOException("the server did not answer for its health: " + failure, failure);
    }
    return micros.getValueAtPercentile(99) / 1e3;
  }

  private void tick() {
    long next = System.nanoTime();
    do { // at least once: nobody asked is nothing measured
      due.add(next);
      next += PERIOD.toNanos();
      while (on && System.nanoTime() < next) {
        LockSupport.parkNanos(next - System.nanoTime());
      }
    } while (on);
    guests.forEach(_ -> due.add(END));
  }

  private void ask(Socket socket) {
    try {
      byte[] request = HttpWire.bytes(ServerProcess.HEALTH);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      for (long begin = due.take(); begin != END; begin = due.take()) {
        socket.getOutputStream().write(request);
        int status = HttpWire.reply(in);
        if (status != 200) {
          throw new IOException("the server replied " + status);
        }
        micros.recordValue((System.nanoTime() - begin) / 1000);
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody else has this thread: it ends
    }
  }

  @Override
  public void close() throws IOException {
    on = false;
    closeSockets();
    guests.forEach(Thread::interrupt);
  }

  private void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
