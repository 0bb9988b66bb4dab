package workshop.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;

/**
 * Changes what some operations do: {@code disk.when(WRITE).on("a.txt").from(2).fails("No space left
 * on device")}.
 *
 * <p>The first three methods return a narrower rule. Each of the others completes the rule, which
 * then applies until the disk is closed. If several rules apply to an operation, their order is:
 * gates, latency, effects, a closed channel, errors, a limit on the bytes.
 *
 * <p>A transfer counts as a {@link Op#READ} of the file that the bytes come from, and as a {@link
 * Op#WRITE} of the file that they go to. Safe for use by many threads.
 */
public interface Rule {

  /** Applies to one file, as source or target; {@code name} is relative to the directory. */
  Rule on(String name);

  /** Applies to the {@code nth} matching operation and all later ones, counted from 1. */
  Rule from(int nth);

  /** Applies to at most {@code n} operations. */
  Rule times(int n);

  /** Moves at most {@code bytes} in one operation: short reads, partial writes. */
  void atMost(int bytes);

  /** Delays the operation by {@code latency}, on the thread that does the I/O. */
  void takes(Duration latency);

  /**
   * Fails as the operating system does: operations on a path with a {@link
   * java.nio.file.FileSystemException} that names the file, operations on an open file with a plain
   * {@link IOException}.
   */
  void fails(String reason);

  /** Fails with the exception that {@code fault} returns for the file's path. */
  void fails(Function<Path, IOException> fault);

  /**
   * Closes the channel just before the operation, as another thread could.
   *
   * @throws IllegalArgumentException if the rule names an operation that uses no channel
   */
  void closesEarly();

  /** Holds the operation until the returned gate is opened. */
  Gate hold();

  /**
   * Runs {@code effect} just before the operation, on the thread that does the I/O. File operations
   * of {@code effect} are neither recorded nor held.
   */
  void then(Runnable effect);
}
