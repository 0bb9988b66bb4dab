package workshop.disk.filter;

import java.io.IOException;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Returns keys whose paths are wrapped. */
final class FilterWatchService implements WatchService {

  private final FilterFileSystem fileSystem;
  private final WatchService delegate;
  private final Map<WatchKey, WatchKey> keys = new ConcurrentHashMap<>();

  FilterWatchService(FilterFileSystem fileSystem, WatchService delegate) {
    this.fileSystem = fileSystem;
    this.delegate = delegate;
  }

  WatchService delegate() {
    return delegate;
  }

  /** Returns the same key each time, because programs find the directory by the key. */
  WatchKey wrap(WatchKey key) {
    return keys.computeIfAbsent(key, each -> new FilterWatchKey(fileSystem, each));
  }

  @Override
  public void close() throws IOException {
    delegate.close();
  }

  @Override
  public @Nullable WatchKey poll() {
    return wrapOrNull(delegate.poll());
  }

  @Override
  public @Nullable WatchKey poll(long timeout, TimeUnit unit) throws InterruptedException {
    return wrapOrNull(delegate.poll(timeout, unit));
  }

  @Override
  public WatchKey take() throws InterruptedException {
    return wrap(delegate.take());
  }

  private @Nullable WatchKey wrapOrNull(@Nullable WatchKey key) {
    return key == null ? null : wrap(key);
  }
}
