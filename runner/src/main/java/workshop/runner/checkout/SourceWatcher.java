package workshop.runner.checkout;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.runner.port.FileWatcher;

/**
 * Watches files by the operating system's events, and looks at them now and then as well: where a
 * change is seen that no event told of, as on network mounts, it says so and looks more often.
 * Events tell of the sources beside those files, too; nobody looks at them.
 */
public final class SourceWatcher implements FileWatcher {

  /** How often to look; a look is one question about each file. */
  public record Pace(Duration whileEventsArrive, Duration withoutEvents) {

    public static final Pace USUAL = new Pace(Duration.ofSeconds(1), Duration.ofMillis(300));
  }

  /** What of a file changes when it is saved. */
  private record Look(boolean exists, long modified, long size, @Nullable Object key) {}

  private static final Look MISSING = new Look(false, 0, 0, null);

  private final Collection<Path> roots;
  private final Set<Path> files;
  private final Pace pace;
  private final Map<Path, Look> looks = new HashMap<>();
  private final Announcements announcements = new Announcements();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "looking");
        thread.setDaemon(true);
        return thread;
      });

  private volatile @Nullable DirectoryWatcher watcher;

  /** When the last look began; used on its thread only. */
  private long lastLook;

  /**
   * Prepares to watch.
   *
   * @param roots existing folders that hold the files
   * @param files which files to tell of
   */
  public SourceWatcher(Collection<Path> roots, Collection<Path> files, Pace pace) {
    this.roots = List.copyOf(roots);
    this.files = Set.copyOf(files);
    this.pace = pace;
  }

  @Override
  public void start(Consumer<Path> changed, Consumer<String> notice) throws IOException {
    Duration period = pace.whileEventsArrive();
    try {
      watcher = events(changed);
    } catch (IOException noEvents) {
      notice.accept(
          "File events are not to be had here ("
              + noEvents.getMessage()
              + "): looking at the files"
              + " instead.");
      period = pace.withoutEvents();
    }
    // After the events are on: what changes from here on has one.
    lastLook = System.nanoTime();
    for (Path file : files) {
      looks.put(file, look(file));
    }
    lookAfter(period, changed, notice);
  }

  private DirectoryWatcher events(Consumer<Path> changed) throws IOException {
    DirectoryWatcher created =
        DirectoryWatcher.builder()
            .paths(List.copyOf(roots))
            .fileHashing(false)
            .listener(event -> heard(event, changed))
            .build();
    // The folders are registered when this returns; should the loop end, looking goes on.
    var _ =
        created.watchAsync(task -> {
          Thread thread = new Thread(task, "file events");
          thread.setDaemon(true);
          thread.start();
        });
    return created;
  }

  private void heard(DirectoryChangeEvent event, Consumer<Path> changed) {
    if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
      files.forEach(changed);
    } else if (files.contains(event.path())) {
      announcements.heard(event.path(), System.nanoTime());
      changed.accept(event.path());
    } else if (isSource(event.path())) {
      changed.accept(event.path());
    }
  }

  /** What an exercise may use; not what editors put beside it, whose names begin with a dot. */
  private static boolean isSource(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.startsWith(".");
  }

  private void lookAround(Consumer<Path> changed, Consumer<String> notice) {
    long before = lastLook;
    lastLook = System.nanoTime();
    for (Path file : files) {
      Look look = look(file);
      if (!look.equals(looks.put(file, look))) {
        announcements.changed(file, before);
        changed.accept(file);
      }
    }
    if (announcements.isOneMissing() && watcher != null) {
      notice.accept(
          "File events do not arrive here, as on some network drives: looking at the files instead.");
      closeWatcher();
    }
    boolean hasEvents = watcher != null;
    lookAfter(hasEvents ? pace.whileEventsArrive() : pace.withoutEvents(), changed, notice);
  }

  private void lookAfter(Duration pause, Consumer<Path> changed, Consumer<String> notice) {
    var _ =
        looking.schedule(() -> lookAround(changed, notice), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Look look(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return new Look(true, found.lastModifiedTime().toMillis(), found.size(), found.fileKey());
    } catch (IOException missing) {
      return MISSING;
    }
  }

  private void closeWatcher() {
    DirectoryWatcher open = watcher;
    watcher = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException alreadyUseless) {
        // It told nothing, and now it tells nothing any more.
      }
    }
  }

  @Override
  public void close() {
    looking.shutdownNow();
    closeWatcher();
  }
}
