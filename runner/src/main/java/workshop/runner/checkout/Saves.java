package workshop.runner.checkout;

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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import workshop.runner.core.Catalog;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Source;
import workshop.runner.watch.Draft;
import workshop.runner.watch.Event;

/**
 * Makes of the many file events of one save the one thing that counts: the text is another now.
 *
 * <p>An editor may write in pieces, empty the file first, or put another one in its place; a touch
 * or a checkout may change nothing at all.
 */
public final class Saves implements AutoCloseable {

  /** So long must be silence before a file is read. */
  private static final Duration SETTLED = Duration.ofMillis(5);

  /** So long a file that is missing or empty is waited for: it may be just being replaced. */
  private static final Duration REPLACED = Duration.ofMillis(400);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private static final Draft MISSING = new Draft("", new Source("", false, false, true));

  private final Checkout checkout;
  private final Map<Path, Exercise> owners = new HashMap<>();
  private final Map<ExerciseId, Draft> last = new HashMap<>();

  /** The texts of files that are no exercise's, once one of them was touched. */
  private final Map<Path, String> others = new HashMap<>();

  private final BlockingQueue<Path> touched = new LinkedBlockingQueue<>();
  private final Consumer<Event.Saved> saved;
  private final Consumer<IOException> unreadable;
  private final Thread thread = new Thread(this::run, "saves");

  /**
   * Reads all files as they are now, and starts.
   *
   * @param saved told, on a thread of this, which texts are others than before; of a file that is
   *     no exercise's, also when it is touched for the first time
   * @param unreadable told when a file cannot be read
   */
  public Saves(
      Checkout checkout,
      Catalog catalog,
      Consumer<Event.Saved> saved,
      Consumer<IOException> unreadable)
      throws IOException {
    this.checkout = checkout;
    this.saved = saved;
    this.unreadable = unreadable;
    for (Exercise exercise : catalog.exercises()) {
      owners.put(checkout.path(exercise.file()), exercise);
      last.put(exercise.id(), read(checkout, exercise));
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns an exercise's file as it is now. */
  public static Draft read(Checkout checkout, Exercise exercise) throws IOException {
    String starter = checkout.text(exercise.starter());
    try {
      String text = checkout.text(exercise.file());
      return new Draft(text, Checkout.source(text, starter));
    } catch (NoSuchFileException missing) {
      return MISSING;
    }
  }

  /** Takes note that a file may have changed. Returns at once. */
  public void touched(Path file) {
    touched.add(file);
  }

  private void run() {
    try {
      while (true) {
        Set<Path> files = new LinkedHashSet<>();
        @Nullable Path file = touched.take();
        while (file != null) {
          files.add(file);
          file = touched.poll(SETTLED.toMillis(), TimeUnit.MILLISECONDS);
        }
        tellOf(files);
      }
    } catch (InterruptedException closed) {
      // The end of this thread.
    }
  }

  private void tellOf(Set<Path> files) throws InterruptedException {
    Map<ExerciseId, Draft> changed = new HashMap<>();
    Set<String> changedOthers = new HashSet<>();
    List<IOException> failures = new ArrayList<>();
    for (Path file : files) {
      Exercise exercise = owners.get(file);
      if (exercise != null) {
        changed(exercise, failures).ifPresent(draft -> changed.put(exercise.id(), draft));
      } else if (hasChanged(file)) {
        changedOthers.add(checkout.relative(file));
      }
    }
    if (!changed.isEmpty() || !changedOthers.isEmpty()) {
      last.putAll(changed);
      saved.accept(new Event.Saved(changed, changedOthers));
    }
    // After that: what is said of them must not be wiped away by it.
    failures.forEach(unreadable);
  }

  /** One that cannot be read is as good as missing: the compiler says so, if it is needed. */
  private boolean hasChanged(Path file) throws InterruptedException {
    String text = readOther(file);
    long deadline = System.nanoTime() + REPLACED.toNanos();
    while (text.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
      text = readOther(file);
    }
    return !text.equals(others.put(file, text));
  }

  private String readOther(Path file) {
    try {
      return checkout.text(checkout.relative(file));
    } catch (IOException missing) {
      return "";
    }
  }

  private Optional<Draft> changed(Exercise exercise, List<IOException> failures)
      throws InterruptedException {
    try {
      Draft draft = read(checkout, exercise);
      long deadline = System.nanoTime() + REPLACED.toNanos();
      while (draft.text().isEmpty() && System.nanoTime() < deadline) {
        TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        draft = read(checkout, exercise);
      }
      return unlessKnown(exercise, draft);
    } catch (IOException e) {
      failures.add(e);
      boolean folder = Files.isDirectory(checkout.path(exercise.file()));
      return folder ? unlessKnown(exercise, MISSING) : Optional.empty();
    }
  }

  private Optional<Draft> unlessKnown(Exercise exercise, Draft draft) {
    Draft before = last.get(exercise.id());
    boolean same = before != null && before.source().equals(draft.source());
    return same ? Optional.empty() : Optional.of(draft);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
