package workshop.runner.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.runner.course.Checkout;
import workshop.runner.course.LockFile;
import workshop.runner.course.WorkshopException;

/** The lock that a command holds while it watches a checkout. */
public final class WatchLock implements AutoCloseable {

  private final LockFile lock;

  private WatchLock(LockFile lock) {
    this.lock = lock;
  }

  /**
   * Takes the lock. If the file system has no locks, a second watcher can start.
   *
   * @throws WorkshopException if another process holds it
   */
  public static WatchLock take(Checkout checkout) throws IOException {
    Files.createDirectories(checkout.own());
    Path holder = checkout.own().resolve("watch.pid");
    LockFile lock = LockFile.tryLock(file(checkout));
    if (lock.status() == LockFile.Status.HELD_BY_ANOTHER) {
      lock.close();
      throw new WorkshopException(
          "Another ./workshop is watching this folder" + process(holder) + ".",
          "Continue there, or quit it with q. You can still use ./workshop run, hint and list "
              + "here.");
    }
    // Next to the lock, not in it: on Windows other processes cannot read a locked file.
    try {
      Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException full) {
      // The lock is held anyway. Only the message of another watcher cannot name the holder.
    }
    return new WatchLock(lock);
  }

  /** Returns whether a process is watching the checkout now. */
  public static boolean isTaken(Checkout checkout) throws IOException {
    if (Files.notExists(file(checkout))) {
      return false;
    }
    try (LockFile lock = LockFile.tryLock(file(checkout))) {
      return lock.status() == LockFile.Status.HELD_BY_ANOTHER;
    }
  }

  /** Returns whether the file system of the checkout has locks. */
  public static boolean isSupported(Checkout checkout) throws IOException {
    Files.createDirectories(checkout.own());
    try (LockFile lock = LockFile.tryLock(file(checkout))) {
      return lock.status() != LockFile.Status.UNSUPPORTED;
    }
  }

  /** Returns whether the lock keeps other watchers away. */
  public boolean isHeld() {
    return lock.status() == LockFile.Status.HELD;
  }

  private static Path file(Checkout checkout) {
    return checkout.own().resolve("watch.lock");
  }

  private static String process(Path holder) {
    try {
      return " (process " + Files.readString(holder, UTF_8).strip() + ")";
    } catch (IOException unknown) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
