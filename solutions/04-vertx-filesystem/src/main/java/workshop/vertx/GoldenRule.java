package workshop.vertx;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The golden rule of this kitchen: never block the chef. Two given helpers block. Do not change
 * them: call them on a thread that may block.
 *
 * <p>Counts are independent: the suite starts several at the same time, and they have to overlap.
 * Lines of the ledger are not: they are written in the order of the calls. One method of Vert.x can
 * do both, so look at its second parameter.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class GoldenRule {

  /** Counts the lines of {@code file} off the event loop. Several counts overlap. */
  @SuppressWarnings("NullAway") // Vert.x cannot know that this Callable never returns null
  public Future<Integer> countLines(Vertx vertx, Path file) {
    return vertx.executeBlocking(() -> count(file), false);
  }

  /** Appends a line off the event loop. Lines are written in the order of the calls. */
  public Future<Void> appendLine(Vertx vertx, Path ledger, String line) {
    // By default, the calls from one context run one at a time, in order, on any worker.
    return vertx
        .executeBlocking(() -> {
          append(ledger, line);
          return null;
        })
        .mapEmpty();
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
