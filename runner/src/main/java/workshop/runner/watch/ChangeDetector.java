package workshop.runner.watch;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Catalog;
import workshop.runner.course.Checkout;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.SourceFiles;
import workshop.runner.course.WorkshopException;

/**
 * Reports that the text of a source file has changed, once per save, however many file events the
 * save causes.
 *
 * <p>File events make it fast. It also checks all files every half second, because on some file
 * systems events are late or do not arrive.
 */
public final class ChangeDetector implements AutoCloseable {

  /** An editor may write in pieces: a file is read after this long without another event. */
  private static final Duration SETTLED = Duration.ofMillis(5);

  /** A file that is missing or empty may be in the middle of being replaced. */
  private static final Duration REPLACED = Duration.ofMillis(400);

  /** How long a file event may take. */
  public static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private final Checkout checkout;
  private final List<Path> roots;
  private final Duration pause;
  private final Consumer<Event> events;
  private final Map<Path, Exercise> exercises = new HashMap<>();
  private final BlockingQueue<Path> touched = new LinkedBlockingQueue<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("changes").unstarted(this::run);

  // Used by this thread only.
  /** The digests of drafts, and the texts of the other sources, as last reported. */
  private final Map<Path, String> known = new HashMap<>();

  private Map<Path, SourceFiles.Stamp> looks;
  private long nextLook;
  private String lastNotice = "";

  private volatile @Nullable DirectoryWatcher watcher;

  /**
   * Reads all files as they are now, and starts a detector.
   *
   * @param events receives saves, and notices about files that cannot be read, on its thread
   */
  public static ChangeDetector start(Checkout checkout, Catalog catalog, Consumer<Event> events)
      throws IOException {
    ChangeDetector detector = new ChangeDetector(checkout, catalog, Duration.ofMillis(500), events);
    detector.listenToEvents();
    detector.thread.start();
    return detector;
  }

  /** Starts a detector that gets no file events. */
  static ChangeDetector startWithoutEvents(
      Checkout checkout, Catalog catalog, Duration pause, Consumer<Event> events)
      throws IOException {
    ChangeDetector detector = new ChangeDetector(checkout, catalog, pause, events);
    detector.thread.start();
    return detector;
  }

  private ChangeDetector(Checkout checkout, Catalog catalog, Duration pause, Consumer<Event> events)
      throws IOException {
    this.checkout = checkout;
    this.pause = pause;
    this.events = events;
    this.roots =
        catalog.exercises().stream()
            .map(exercise -> checkout.path(exercise.sourceRoot()))
            .distinct()
            .toList();
    // Checked before the files are read, so that the next check finds changes made in between.
    this.looks = SourceFiles.look(roots);
    for (Exercise exercise : catalog.exercises()) {
      Path file = checkout.path(exercise.file());
      exercises.put(file, exercise);
      known.put(file, checkout.draft(exercise).digest());
    }
    looks.keySet().stream()
        .filter(file -> !exercises.containsKey(file))
        .forEach(file -> known.put(file, readOther(file)));
    this.nextLook = System.nanoTime() + pause.toNanos();
  }

  private void listenToEvents() {
    try {
      DirectoryWatcher created =
          DirectoryWatcher.builder()
              .paths(roots.stream().filter(Files::isDirectory).toList())
              .fileHashing(false)
              .listener(this::heard)
              .build();
      watcher = created;
      var _ = created.watchAsync(Thread.ofPlatform().daemon().name("file events")::start);
    } catch (IOException noEvents) {
      // The checks suffice; ./workshop doctor reports that there are no events.
    }
  }

  /** Returns whether the creation of a file in this folder causes a file event. */
  public static boolean eventsArrive(Path folder) throws IOException, InterruptedException {
    Path place = Files.createTempDirectory(folder, "events");
    CountDownLatch heard = new CountDownLatch(1);
    try {
      DirectoryWatcher watcher =
          DirectoryWatcher.builder()
              .path(place)
              .fileHashing(false)
              .listener(event -> heard.countDown())
              .build();
      var _ = watcher.watchAsync();
      Files.createFile(place.resolve("probe"));
      boolean arrived = heard.await(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      watcher.close();
      return arrived;
    } catch (IOException noEvents) {
      return false;
    } finally {
      Files.deleteIfExists(place.resolve("probe"));
      Files.delete(place);
    }
  }

  private void heard(DirectoryChangeEvent event) {
    if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
      touched.addAll(exercises.keySet());
    } else if (SourceFiles.isSource(event.path())) {
      touched.add(event.path());
    }
  }

  /** Reports a file as changed if it has another text. Returns at once. */
  void touch(Path file) {
    touched.add(file);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Set<Path> changed = awaitChanges();
        awaitReplacements(changed);
        report(changed);
      } catch (InterruptedException closed) {
        return;
      } catch (RuntimeException | Error e) {
        // After any error, the next save still needs its verdict.
        notice("The save could not be processed: " + e + ". Please report this.");
      }
    }
  }

  /** Returns the files that may have changed: those with events, or those that look different. */
  private Set<Path> awaitChanges() throws InterruptedException {
    Set<Path> changed = new LinkedHashSet<>();
    Path file = touched.poll(nextLook - System.nanoTime(), TimeUnit.NANOSECONDS);
    while (file != null) {
      changed.add(file);
      file = touched.poll(SETTLED.toNanos(), TimeUnit.NANOSECONDS);
    }
    if (System.nanoTime() - nextLook >= 0) {
      Map<Path, SourceFiles.Stamp> before = looks;
      looks = SourceFiles.look(roots);
      looks.forEach((each, look) -> {
        if (!look.equals(before.get(each))) {
          changed.add(each);
        }
      });
      before.keySet().stream().filter(each -> !looks.containsKey(each)).forEach(changed::add);
      nextLook = System.nanoTime() + pause.toNanos();
    }
    return changed;
  }

  /**
   * Waits for files that are missing or empty. A branch switch may remove many of them: those that
   * change during the wait join it, under the one deadline.
   */
  private void awaitReplacements(Set<Path> changed) throws InterruptedException {
    long deadline = System.nanoTime() + REPLACED.toNanos();
    while (!changed.stream().allMatch(ChangeDetector::hasContent)
        && System.nanoTime() - deadline < 0) {
      Path another = touched.poll(LOOK_AGAIN.toNanos(), TimeUnit.NANOSECONDS);
      if (another != null) {
        changed.add(another);
      }
    }
  }

  private static boolean hasContent(Path file) {
    try {
      return Files.size(file) > 0;
    } catch (NoSuchFileException missing) {
      return false;
    } catch (IOException toldWhenItIsRead) {
      return true;
    }
  }

  private void report(Set<Path> files) {
    Map<ExerciseId, Draft> changed = new HashMap<>();
    Set<String> changedOthers = new HashSet<>();
    List<IOException> failures = new ArrayList<>();
    for (Path file : files) {
      Exercise exercise = exercises.get(file);
      if (exercise == null) {
        String text = readOther(file);
        if (!text.equals(known.put(file, text))) {
          changedOthers.add(checkout.relative(file));
        }
        continue;
      }
      Draft draft = read(exercise, failures);
      if (draft != null && !draft.digest().equals(known.put(file, draft.digest()))) {
        changed.put(exercise.id(), draft);
      }
    }
    if (!changed.isEmpty() || !changedOthers.isEmpty()) {
      events.accept(new Event.Saved(changed, changedOthers));
    }
    // After the save, because a save clears the notice on the screen.
    failures.forEach(
        failure -> events.accept(new Event.Noticed(WorkshopException.of(failure).what())));
  }

  /** Returns the draft; null if it cannot be read, unless a folder is in its place. */
  private @Nullable Draft read(Exercise exercise, List<IOException> failures) {
    try {
      return checkout.draft(exercise);
    } catch (IOException e) {
      failures.add(e);
      boolean folder = Files.isDirectory(checkout.path(exercise.file()));
      return folder ? Draft.missing("") : null;
    }
  }

  /** A file that cannot be read counts as missing; the compiler says so if it is needed. */
  private String readOther(Path file) {
    try {
      return checkout.text(checkout.relative(file));
    } catch (IOException missing) {
      return "";
    }
  }

  private void notice(String text) {
    if (!text.equals(lastNotice)) {
      lastNotice = text;
      events.accept(new Event.Noticed(text));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    DirectoryWatcher open = watcher;
    if (open != null) {
      try {
        open.close();
      } catch (IOException nothingToLose) {
        // It has only delivered events.
      }
    }
  }
}
