package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import workshop.disk.filter.Nullable;

/**
 * One directory under watch: where it is, what happened there, what is to happen, what is open.
 *
 * <p>The link between the {@link Disk} that a test holds and the channels that the provider made.
 */
final class Watch {

  private final Path directory;
  private final List<Path> places;
  private final EventLog log;
  private final Script script;
  private final HandleLedger handles = new HandleLedger();

  /**
   * Watches a directory.
   *
   * @param directory as events shall name it: absolute, wrapped
   * @param places the platform's own absolute paths that lead there: as given, and with all
   *     symbolic links resolved (a temporary directory often lies behind one)
   */
  Watch(Path directory, List<Path> places) {
    this.directory = directory;
    this.places = List.copyOf(places);
    this.log = new EventLog(directory);
    this.script = new Script(log);
  }

  Path directory() {
    return directory;
  }

  Script script() {
    return script;
  }

  HandleLedger handles() {
    return handles;
  }

  Recording recording() {
    return new Recording(directory, log.snapshot(), handles.snapshot());
  }

  /** Tells whether one of the two directories lies in the other. */
  boolean overlaps(Watch other) {
    return places.stream()
        .anyMatch(
            mine -> other.places.stream().anyMatch(p -> p.startsWith(mine) || mine.startsWith(p)));
  }

  /**
   * Returns the name by which events know a file.
   *
   * @param path the platform's own, absolute and normalized
   * @return {@code null} if the file is not below this directory
   */
  @Nullable
  Path nameOf(Path path) {
    for (Path place : places) {
      if (path.startsWith(place)) {
        return path.equals(place)
            ? directory
            : directory.resolve(place.relativize(path).toString());
      }
    }
    return null;
  }

  /** Begins an operation on the current thread; {@code channel} is what it could lose. */
  Operation begin(Request request, @Nullable Closeable channel) {
    return new Operation(script, request, channel);
  }

  /** Does an operation that needs no open file, on the current thread. */
  <T extends @Nullable Object> T on(Request request, Deed<T> deed) throws IOException {
    Operation operation = begin(request, null);
    try {
      operation.approach();
      T result = deed.perform();
      operation.done(0);
      return result;
    } catch (Throwable e) {
      operation.failed(e);
      throw e;
    }
  }

  /** What reaches the real disk. */
  @FunctionalInterface
  interface Deed<T extends @Nullable Object> {
    T perform() throws IOException;
  }
}
