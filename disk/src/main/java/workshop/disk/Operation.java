package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import workshop.disk.filter.Nullable;

/**
 * One operation between the moment it is asked for and the moment it comes back.
 *
 * <p>Belongs to the thread that does the I/O; only {@link #cutOff()} is for others.
 */
final class Operation {

  private final Script script;
  private final EventLog log;
  private final Request request;
  private final List<Fault> obstacles;
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
   * @param channel what is closed when the operation loses its channel
   * @throws EndlessLoopError if it is one too many
   */
  Operation(Script script, Request request, @Nullable Closeable channel) {
    script.limit().admit(request);
    this.script = script;
    this.log = script.log();
    this.request = request;
    this.obstacles = script.obstacles(request);
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
   * Goes as far as the disk: waits where it must, and throws what it must.
   *
   * @return how many bytes the operation may move: what was requested, or less
   */
  long approach() throws IOException {
    for (Fault obstacle : obstacles) {
      obstacle.meet(this);
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

  /** Waits until {@code newPause} is ended, {@code time} has passed or the operation is cut off. */
  void pause(Pause newPause, Duration time) {
    enter(newPause);
    waitFor(() -> newPause.await(time));
  }

  /** Ends the present wait and all later ones: the channel, or the whole disk, is being closed. */
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

  /**
   * In the JDK {@code force} and {@code lock} let another carrier in while they last; all other
   * file operations keep theirs.
   */
  private void waitFor(Runnable end) {
    boolean sharesTheCarrier = request.op() == Op.FORCE || request.op() == Op.LOCK;
    script.during(this, sharesTheCarrier ? end : () -> Carrier.keepDuring(end));
  }
}
