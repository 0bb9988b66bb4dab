package workshop.disk.filter;

import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.Watchable;
import java.util.ArrayList;
import java.util.List;

/** Wraps the paths of another key and of its events. */
record FilterWatchKey(FilterFileSystem fileSystem, WatchKey delegate) implements WatchKey {

  @Override
  public boolean isValid() {
    return delegate.isValid();
  }

  @Override
  public List<WatchEvent<?>> pollEvents() {
    List<WatchEvent<?>> events = new ArrayList<>();
    for (WatchEvent<?> event : delegate.pollEvents()) {
      events.add(wrap(event));
    }
    return events;
  }

  @Override
  public boolean reset() {
    return delegate.reset();
  }

  @Override
  public void cancel() {
    delegate.cancel();
  }

  @Override
  public Watchable watchable() {
    Watchable watched = delegate.watchable();
    return watched instanceof Path path ? fileSystem.wrap(path) : watched;
  }

  @SuppressWarnings("unchecked") // the context is a path
  private WatchEvent<?> wrap(WatchEvent<?> event) {
    return event.context() instanceof Path path
        ? new PathEvent(((WatchEvent<Path>) event).kind(), event.count(), fileSystem.wrap(path))
        : event;
  }

  private record PathEvent(Kind<Path> kind, int count, @Nullable Path context)
      implements WatchEvent<Path> {}
}
