package workshop.comparison.fileserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import workshop.comparison.run.HttpWire;

/**
 * Requests /health at regular times, to measure how long a client waits that needs nothing from the
 * disk. Every request is due at a fixed time and has its own connection. Its latency counts from
 * the time at which it was due, so a server that stalls is charged for every client that waits (no
 * coordinated omission).
 */
final class HealthProbe implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofMillis(4);
  private static final int MOST = 1250;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Histogram micros = new ConcurrentHistogram(3);
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Thread> clients = new ArrayList<>();
  private volatile @Nullable IOException failure;

  /** Connects, and then sends requests at regular times for {@code time}. Returns at once. */
  HealthProbe(int port, Duration time) throws IOException {
    int requests = Math.clamp(time.dividedBy(PERIOD), 1, MOST);
    try {
      for (int i = 0; i < requests; i++) {
        Socket socket = HttpWire.connect(port);
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) TIMEOUT.toMillis());
      }
    } catch (IOException e) {
      closeSockets();
      throw e;
    }
    long period = time.toNanos() / requests;
    long first = System.nanoTime() + period / 2;
    for (int i = 0; i < requests; i++) {
      Socket socket = sockets.get(i);
      long due = first + i * period;
      clients.add(Thread.ofVirtual().name("health").start(() -> ask(socket, due)));
    }
  }

  /**
   * Waits for the reply to the last request.
   *
   * @return how many microseconds each reply took
   * @throws IOException if a request gets no reply
   */
  Histogram micros() throws IOException, InterruptedException {
    for (Thread client : clients) {
      if (!client.join(TIMEOUT.multipliedBy(2))) {
        throw new IOException(
            "The request for /health got no reply within "
                + TIMEOUT.multipliedBy(2).toSeconds()
                + " s");
      }
    }
    if (failure != null) {
      throw new IOException("The request for /health failed: " + failure, failure);
    }
    return micros;
  }

  private void ask(Socket socket, long due) {
    try {
      byte[] request = HttpWire.bytes(ServerProcess.HEALTH);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < due) {
        if (Thread.interrupted()) {
          return; // closed
        }
        LockSupport.parkNanos(due - System.nanoTime());
      }
      socket.getOutputStream().write(request);
      int status = HttpWire.reply(in);
      if (status != 200) {
        throw new IOException("the server replied " + status);
      }
      micros.recordValue((System.nanoTime() - due) / 1000);
    } catch (IOException e) {
      failure = e;
    }
  }

  @Override
  public void close() throws IOException {
    clients.forEach(Thread::interrupt);
    closeSockets();
  }

  private void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
