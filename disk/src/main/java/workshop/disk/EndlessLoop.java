package workshop.disk;

import java.util.Locale;
import java.util.Optional;

/**
 * An endless loop of operations on one file, which the disk has stopped.
 *
 * @param file the file's name, relative to the watched directory
 * @param operations how many operations on the file there were
 * @param bytes how many bytes they moved
 * @param repeated the operation that was repeated; empty if each operation moved different bytes
 * @param last the most recent operations on the disk
 */
public record EndlessLoop(
    String file, int operations, long bytes, Optional<Repeated> repeated, Recording last) {

  /**
   * An operation that was repeated and changed nothing.
   *
   * @param times how often in a row
   * @param transferred how many bytes the last one moved; -1 at the end of the file
   * @param error the error of the last one, if it failed
   */
  public record Repeated(
      int times,
      Op op,
      long position,
      long requested,
      long transferred,
      Optional<Throwable> error) {}

  @Override
  public String toString() {
    String what =
        repeated
            .map(r ->
                String.format(
                    Locale.ROOT,
                    "%,d times in a row %s of %s at position %d (%d of %d bytes%s)",
                    r.times(),
                    r.op(),
                    file,
                    r.position(),
                    r.transferred(),
                    r.requested(),
                    r.error().map(error -> ", failed with " + error).orElse("")))
            .orElseGet(() ->
                String.format(
                    Locale.ROOT,
                    "%,d operations on %s, which moved %,d bytes",
                    operations,
                    file,
                    bytes));
    return "an endless loop was stopped after " + what;
  }
}
