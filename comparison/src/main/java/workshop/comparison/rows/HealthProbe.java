package workshop.comparison.rows;

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

/**
 * Asks a server for its health now and then: how long does somebody wait who wants nothing of the
 * disk? It is no load, and it does not measure itself. Requests are rare, each is on a connection
 * of its own, so that none waits for the answer to another, and what is measured begins when a
 * request was due and not when it could be sent at last (no coordinated omission).
 *
 * <p>A server that answers late is late by the same time however long one looks.
 *
 * <p>Its threads end with {@link #close()}.
 */
final class HealthProbe implements AutoCloseable {

  /** From one request to the next. */
  static final Duration PERIOD = Duration.ofMillis(20);

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int DIGITS = 3;

  private final Histogram micros = new ConcurrentHistogram(DIGITS);
  private final List<Socket> sockets = new ArrayList<>();
  private final List<Thread> guests = new ArrayList<>();
  private final Duration patience;
  private volatile @Nullable IOException failure;

  private HealthProbe(int port, int requests) throws IOException {
    patience = PATIENCE.plus(PERIOD.multipliedBy(requests));
    try {
      for (int i = 0; i < requests; i++) {
        Socket socket = HttpWire.connect(port);
        sockets.add(socket);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) PATIENCE.toMillis());
      }
    } catch (IOException e) {
      closeSockets();
      throw e;
    }
    long due = System.nanoTime() + PERIOD.toNanos() / 2;
    for (Socket socket : sockets) {
      long mine = due;
      guests.add(Thread.ofPlatform().daemon().name("health").start(() -> ask(socket, mine)));
      due += PERIOD.toNanos();
    }
  }

  /** How many requests fall into this time; at least one: nobody asked is nothing measured. */
  static int requests(Duration time) {
    return (int) Math.max(1, time.dividedBy(PERIOD));
  }

  /** Connects, and asks so many times from now on, once in each {@link #PERIOD}. */
  static HealthProbe start(int port, int requests) throws IOException {
    return new HealthProbe(port, requests);
  }

  /**
   * Waits until the last request is answered.
   *
   * @return how many microseconds each answer took
   * @throws IOException if one does not come at all
   */
  Histogram micros() throws IOException, InterruptedException {
    for (Thread guest : guests) {
      if (!guest.join(patience)) {
        throw new IOException("no word of the server's health for " + patience.toSeconds() + " s");
      }
    }
    if (failure != null) {
      throw new IOException("the server did not answer for its health: " + failure, failure);
    }
    return micros;
  }

  private void ask(Socket socket, long due) {
    try {
      byte[] request = HttpWire.bytes(ServerProcess.HEALTH);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (System.nanoTime() < due) {
        if (Thread.interrupted()) {
          return; // closed: nobody wants to know any more
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
    guests.forEach(Thread::interrupt);
    closeSockets();
  }

  private void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
