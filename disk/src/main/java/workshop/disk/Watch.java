package workshop.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import workshop.disk.filter.Nullable;

/** A watched directory: connects the {@link Disk} of a test with the channels of the provider. */
final class Watch {

  private final Path directory;
  private final List<Path> places;
  private final EventLog log;
  private final Script script;
  private final HandleLedger handles = new HandleLedger();
  private final BuffersInFlight buffers = new BuffersInFlight();

  /**
   * Watches a directory.
   *
   * @param directory the absolute path that events use
   * @param places the platform's absolute paths of the directory: as given, and with all symbolic
   *     links resolved
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

  BuffersInFlight buffers() {
    return buffers;
  }

  Recording recording() {
    return new Recording(directory, log.snapshot(), handles.snapshot());
  }

  /** Returns whether one of the two directories contains the other. */
  boolean overlaps(Watch other) {
    return places.stream()
        .anyMatch(
            mine -> other.places.stream().anyMatch(p -> p.startsWith(mine) || mine.startsWith(p)));
  }

  /**
   * Returns the path that events use for a file; {@code null} if it is not below this directory.
   *
   * @param path the platform's path, absolute and normalized
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

  /** Begins an operation on the current thread; a rule may close {@code channel}. */
  Operation begin(Request request, @Nullable Closeable channel) {
    return new Operation(script, request, channel);
  }

  /** Runs an operation that needs no open file, on the current thread. */
  <T extends @Nullable Object> T on(Request request, IoAction<T> action) throws IOException {
    Operation operation = begin(request, null);
    try {
      operation.approach();
      T result = action.perform();
      operation.done(0);
      return result;
    } catch (Throwable e) {
      operation.failed(e);
      throw e;
    }
  }

  /** Does the real I/O. */
  @FunctionalInterface
  interface IoAction<T extends @Nullable Object> {
    T perform() throws IOException;
  }
}
