package workshop.runner.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.runner.core.Trouble;

/**
 * Held by the one command that watches a checkout. The operating system takes it back when that
 * process ends, however it ends.
 */
public final class WatchLock implements AutoCloseable {

  private final FileChannel channel;

  private WatchLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws Trouble if another process has it
   */
  public static WatchLock take(Checkout checkout) throws IOException {
    Files.createDirectories(checkout.own());
    Path holder = checkout.own().resolve("watch.pid");
    FileChannel channel = FileChannel.open(checkout.own().resolve("watch.lock"), CREATE, WRITE);
    if (channel.tryLock() == null) {
      channel.close();
      throw new Trouble(
          "Another ./workshop watches this folder already" + process(holder) + ".",
          "Go on there, or end it with q. Beside it, ./workshop run, hint and list work as usual.");
    }
    // Beside the lock, not in it: on Windows nobody else can read what is locked.
    try {
      Files.writeString(holder, Long.toString(ProcessHandle.current().pid()));
    } catch (IOException full) {
      // The lock holds all the same; only its holder is not named.
    }
    return new WatchLock(channel);
  }

  /** Returns whether somebody watches the checkout at the moment. */
  public static boolean isTaken(Checkout checkout) throws IOException {
    Path file = checkout.own().resolve("watch.lock");
    if (Files.notExists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException takenByThisProcess) {
      return true;
    }
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
    channel.close();
  }
}
