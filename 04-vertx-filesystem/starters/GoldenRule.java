package workshop.vertx;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The golden rule of this kitchen: never block the event loop. Two helpers that block are given,
 * and are to stay as they are. Call them where blocking is allowed.
 *
 * <p>Counting is independent work: the suite asks for several counts at once and wants to see them
 * at the disk together. The ledger is not: its lines stand in the order in which they were asked
 * for. One method does both, so know its second parameter.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class GoldenRule {

  /** Returns the number of lines, off the event loop; several counts overlap. */
  public Future<Integer> countLines(Vertx vertx, Path file) {
    // TODO(04-3): call count() on a worker; counts do not wait for each other.
    throw new UnsupportedOperationException("TODO(04-3): count lines, off the event loop");
  }

  /** Adds a line, off the event loop; lines stand in the order of the calls. */
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    // TODO(04-3): call append() on a worker; each call waits for the one before it.
    throw new UnsupportedOperationException("TODO(04-3): append a line, off the event loop");
  }

  /** Blocks its thread until the file is read. */
  protected final int count(Path file) throws IOException {
    return Files.readAllLines(file).size();
  }

  /** Blocks its thread until the line is written. */
  protected final void append(Path ledger, String line) throws IOException {
    Files.writeString(ledger, line + "\n", CREATE, APPEND);
  }
}
