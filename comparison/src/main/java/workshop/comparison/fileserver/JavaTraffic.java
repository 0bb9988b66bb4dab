package workshop.comparison.fileserver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import workshop.comparison.run.HttpWire;

/** Load from virtual threads of this JVM, one per connection; used if {@code wrk} is missing. */
final class JavaTraffic implements Traffic {

  private static final int TIMEOUT_MILLIS = 10_000;

  private final int files;

  JavaTraffic(int files) {
    this.files = files;
  }

  @Override
  public Seen run(int port, int connections, Duration time)
      throws IOException, InterruptedException {
    LongAdder replies = new LongAdder();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    List<Callable<Boolean>> guests = new ArrayList<>();
    for (int guest = 0; guest < connections; guest++) {
      int first = guest;
      guests.add(() -> ask(port, first, end, replies));
    }
    long timedOut = 0;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> guest : threads.invokeAll(guests)) {
        timedOut += guest.get() ? 0 : 1;
      }
    } catch (ExecutionException e) {
      throw new IOException("a connection broke: " + e.getCause(), e.getCause());
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Seen(replies.sum() / seconds, timedOut);
  }

  /** Returns false if the last request got no reply in time. */
  private boolean ask(int port, int first, long end, LongAdder replies) throws IOException {
    try (Socket socket = HttpWire.connect(port)) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      int file = first;
      do { // at least once, so that there is something to count
        HttpWire.request(socket.getOutputStream(), "/" + file % files + ".txt");
        int status = HttpWire.reply(in);
        replies.increment();
        if (status != 200) {
          throw new IOException("the server replied " + status);
        }
        file++;
      } while (System.nanoTime() < end);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }
}
