package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import workshop.disk.filter.Nullable;

/**
 * One operation, from its request to its end. Only the thread that does the I/O may use it, except
 * for {@link #cutOff()}.
 */
final class Operation {

  private static final AtomicInteger DELAYED = new AtomicInteger();

  private final Script script;
  private final EventLog log;
  private final Request request;
  private final List<Fault> faults;
  private final @Nullable Closeable channel;
  private final Thread thread = Thread.currentThread();
  private final long number;

  private long allowed;

  /** Guarded by this. */
  private boolean cutOff;

  /** Guarded by this. */
  private @Nullable Pause pause;

  /**
   * Begins {@code request} on the current thread.
   *
   * @param channel closed when a rule takes the channel away
   * @throws EndlessLoopError if the code is in an endless loop
   */
  Operation(Script script, Request request, @Nullable Closeable channel) {
    script.limit().admit(request);
    this.script = script;
    this.log = script.log();
    this.request = request;
    this.faults = script.faults(request);
    this.channel = channel;
    this.allowed = request.requested();
    this.number = log.begin(request).number();
  }

  Request request() {
    return request;
  }

  /** Returns the number of the event. */
  long number() {
    return number;
  }

  Thread thread() {
    return thread;
  }

  /**
   * Applies the rules: waits, or throws.
   *
   * @return how many bytes the operation may move, at most the requested number
   */
  long approach() throws IOException {
    for (Fault fault : faults) {
      fault.effect().on(this);
    }
    return allowed;
  }

  void done(long transferred) {
    script.limit().ended(request, transferred);
    log.end(number, transferred, new Outcome.Done());
  }

  void failed(Throwable error) {
    script.limit().failed(request, error);
    log.end(number, 0, new Outcome.Failed(error));
  }

  void allowAtMost(long bytes) {
    allowed = Math.min(allowed, bytes);
  }

  void loseChannel() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** Waits until {@code newPause} is ended or the operation is cut off. */
  void pause(Pause newPause) {
    enter(newPause);
    waitFor(newPause::await);
  }

  /** Waits until {@code time} has passed or the operation is cut off. */
  void delay(Duration time) {
    Pause newPause = new Pause();
    enter(newPause);
    DELAYED.incrementAndGet();
    try {
      waitFor(() -> newPause.await(time));
    } finally {
      DELAYED.decrementAndGet();
    }
  }

  /** Returns whether an operation of any disk is being delayed now. */
  static boolean anyIsDelayed() {
    return DELAYED.get() > 0;
  }

  /** Ends this wait and all later ones, because the channel or the disk is being closed. */
  synchronized void cutOff() {
    cutOff = true;
    if (pause != null) {
      pause.end();
    }
  }

  private synchronized void enter(Pause newPause) {
    pause = newPause;
    if (cutOff) {
      newPause.end();
    }
  }

  /** In the JDK, {@code force} and {@code lock} add a carrier; other operations pin theirs. */
  private void waitFor(Runnable end) {
    boolean sharesTheCarrier = request.op() == Op.FORCE || request.op() == Op.LOCK;
    script.during(this, sharesTheCarrier ? end : () -> Carrier.keepDuring(end));
  }
}
