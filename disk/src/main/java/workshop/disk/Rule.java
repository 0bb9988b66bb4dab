package workshop.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * What a disk does to some of its operations: {@code disk.when(WRITE).on("a.txt").from(2).fails("No
 * space left on device")}.
 *
 * <p>The first three methods narrow the choice and return a narrower rule; one of the others
 * completes it, and from then on it applies. An operation can meet several rules. Then it stands at
 * gates first, takes its time, meets effects, loses its channel, fails, and is cut short, in this
 * order.
 *
 * <p>A transfer counts as a {@link Op#READ} of the file that the bytes come from, and as a {@link
 * Op#WRITE} of the file that they go to.
 *
 * <p>Rules apply until the disk is closed. Safe for use by many threads.
 */
public interface Rule {

  /** Narrows to one file, as source or target; {@code name} is relative to the directory. */
  Rule on(String name);

  /** Narrows to the {@code nth} matching operation and all later ones; the first one is 1. */
  Rule from(int nth);

  /** Narrows to {@code n} operations at most; those after them are left alone. */
  Rule times(int n);

  /** Moves at most {@code bytes} in one operation: short reads, partial writes. */
  void atMost(int bytes);

  /**
   * Makes the operation wait for {@code latency} before it reaches the disk, on the thread that
   * does the I/O.
   */
  void takes(Duration latency);

  /**
   * Fails as the operating system would: with a {@link java.nio.file.FileSystemException} that
   * names the file for operations on a path, and with a bare {@link IOException} for those on an
   * open file.
   */
  void fails(String reason);

  /** Fails with what {@code fault} makes of the file's path. */
  void fails(Function<Path, IOException> fault);

  /**
   * Closes the channel underneath, as if another thread had, just before the operation reaches the
   * disk.
   *
   * @throws IllegalArgumentException if an operation was named that needs no open file
   */
  void closesEarly();

  /** Makes the operation wait until the returned gate is opened. */
  Gate hold();

  /**
   * Runs {@code effect} on the thread that does the I/O, just before the operation reaches the
   * disk. What {@code effect} itself does with files is neither recorded nor held.
   */
  void then(Runnable effect);
}
