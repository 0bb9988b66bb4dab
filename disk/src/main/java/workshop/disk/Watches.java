package workshop.disk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import workshop.disk.filter.FilterFileSystemProvider;
import workshop.disk.filter.Nullable;

/** All watched directories of this JVM. */
final class Watches {

  /** Replaced as a whole, so that an operation elsewhere costs one volatile read. */
  private static volatile Watch[] all = {};

  private Watches() {}

  static synchronized void add(Watch watch) {
    List<Watch> more = new ArrayList<>(List.of(all));
    for (Watch other : more) {
      if (other.overlaps(watch)) {
        throw new IllegalStateException(
            watch.directory()
                + " overlaps with "
                + other.directory()
                + ", which is already watched: close that Disk first");
      }
    }
    more.add(watch);
    all = more.toArray(Watch[]::new);
  }

  static synchronized void remove(Watch watch) {
    List<Watch> fewer = new ArrayList<>(List.of(all));
    fewer.remove(watch);
    all = fewer.toArray(Watch[]::new);
  }

  /** Returns the watch that {@code path} belongs to, or {@code null} if it is not watched. */
  static @Nullable Place find(Path path) {
    Watch[] now = all;
    if (now.length == 0) {
      return null;
    }
    return search(now, path);
  }

  private static @Nullable Place search(Watch[] watches, Path path) {
    Path raw = FilterFileSystemProvider.unwrap(path).toAbsolutePath().normalize();
    for (Watch watch : watches) {
      Path file = watch.nameOf(raw);
      if (file != null) {
        return Unrecorded.now() ? null : new Place(watch, file);
      }
    }
    return null;
  }

  /** A file below a watched directory, by the path that events use. */
  record Place(Watch watch, Path file) {}
}
