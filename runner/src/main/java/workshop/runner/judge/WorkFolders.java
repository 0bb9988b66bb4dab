package workshop.runner.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import workshop.runner.course.Checkout;
import workshop.runner.course.LockFile;
import workshop.runner.course.WorkshopException;

/**
 * Two folders of this process: one for compiled classes, under {@code .workshop/run}, and one for
 * the workers, in the system's temporary folder.
 *
 * <p>Next to each one is a lock file that this process holds. A folder whose lock is free was left
 * behind by a killed process, and the next command deletes it. Process ids would not work: in a
 * container that shares the checkout, they mean other processes.
 */
final class WorkFolders implements AutoCloseable {

  private static final String PREFIX = "workshop-worker-";
  private static final String LOCK = ".lock";

  /** The folders of this process. Opening their lock files again would release the locks. */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  /** A folder, and the lock that keeps others from deleting it. */
  private record Locked(Path folder, LockFile lock) {}

  private final Locked classes;
  private final Locked temporary;
  private final AtomicInteger count = new AtomicInteger();

  /**
   * Creates the folders, and deletes those that killed processes left behind.
   *
   * @throws WorkshopException if there is no folder for temporary files
   */
  WorkFolders(Checkout checkout) throws IOException {
    Path run = Files.createDirectories(checkout.own().resolve("run"));
    Path temporaries = temporaries();
    sweep(run, "");
    sweep(temporaries, PREFIX);
    this.temporary = create(temporaries, PREFIX);
    this.classes = create(run, "");
  }

  private static Path temporaries() {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    if (Files.isDirectory(folder) && Files.isWritable(folder)) {
      return folder;
    }
    String wrong = Files.isDirectory(folder) ? "cannot be written to" : "does not exist";
    throw new WorkshopException(
        "The folder for temporary files, " + folder + ", " + wrong + ".",
        "Create it or make it writable, or name another one: TMPDIR=FOLDER ./workshop");
  }

  private static Locked create(Path parent, String prefix) throws IOException {
    while (true) {
      String name = Long.toHexString(ThreadLocalRandom.current().nextLong());
      Path folder = parent.resolve(prefix + ProcessHandle.current().pid() + "-" + name);
      OWN.add(folder);
      // Locked first: a folder without a held lock may be deleted at any time.
      LockFile lock = LockFile.tryLock(lockOf(folder));
      try {
        Files.createDirectory(folder);
        return new Locked(folder, lock);
      } catch (FileAlreadyExistsException another) {
        lock.close();
      }
    }
  }

  private static Path lockOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + LOCK);
  }

  private static void sweep(Path parent, String prefix) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, prefix + "*")) {
      for (Path folder : folders) {
        if (Files.isDirectory(folder) && !OWN.contains(folder)) {
          sweep(folder);
        }
      }
    }
  }

  private static void sweep(Path folder) throws IOException {
    Path file = lockOf(folder);
    try (LockFile lock = LockFile.tryLock(file)) {
      if (lock.status() == LockFile.Status.HELD) {
        delete(folder);
        Files.deleteIfExists(file);
      }
    } catch (AccessDeniedException othersFolder) {
      // The folder belongs to another user who shares the temporary folder.
    }
  }

  /** Returns a new folder for compiled classes. */
  Path fresh(String name) throws IOException {
    return Files.createDirectory(classes.folder.resolve(count.incrementAndGet() + "-" + name));
  }

  /** Returns a new folder for the temporary files of a worker. */
  Path temporary() throws IOException {
    return Files.createDirectory(temporary.folder.resolve("" + count.incrementAndGet()));
  }

  /** Deletes a folder and its content; a later command deletes what cannot be deleted now. */
  static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException | UncheckedIOException sweptLater) {
      // A virus scanner, or a process that is about to end, may hold a file for a moment.
    }
  }

  @Override
  public void close() {
    for (Locked each : Set.of(classes, temporary)) {
      delete(each.folder);
      try {
        each.lock.close();
        Files.deleteIfExists(lockOf(each.folder));
      } catch (IOException sweptLater) {
        // No process holds the lock anymore.
      }
      OWN.remove(each.folder);
    }
  }
}
