package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.disk.filter.FilterFileSystemProvider;

/**
 * A directory under watch: it records every operation that comes through {@code java.nio.file},
 * holds operations at gates, slows them and makes them fail. The files are real. Code that goes on
 * and on with one file without getting anywhere is stopped; see {@link #endlessLoop()}.
 *
 * <p>{@code java.io} goes past it unseen. Safe for use by many threads; several disks can watch
 * different directories at the same time.
 */
public final class Disk implements AutoCloseable {

  /** The option that puts the watched disk under a JVM. */
  public static final String OPTION =
      "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedFileSystemProvider.class.getName();

  private final Watch watch;
  private final Path bare;

  private Disk(Watch watch, Path bare) {
    this.watch = watch;
    this.bare = bare;
  }

  /**
   * Puts an existing directory, and all below it, under watch until the disk is closed.
   *
   * @throws IllegalStateException if this JVM runs without {@link #OPTION}, or if the directory
   *     overlaps with one that is watched already
   * @throws IllegalArgumentException if there is no such directory
   */
  public static Disk watch(Path directory) {
    requireInstalled();
    Path bare = FilterFileSystemProvider.unwrap(directory).toAbsolutePath().normalize();
    Set<Path> places = new LinkedHashSet<>(List.of(bare));
    try {
      places.add(bare.toRealPath());
    } catch (IOException e) {
      throw new IllegalArgumentException("there is no directory " + bare, e);
    }
    if (!Files.isDirectory(bare)) {
      throw new IllegalArgumentException(bare + " is not a directory");
    }
    Watch watch = new Watch(Path.of(bare.toString()), List.copyOf(places));
    Watches.add(watch);
    return new Disk(watch, bare);
  }

  /**
   * Checks that the files of this JVM can be watched.
   *
   * @throws IllegalStateException with one sentence that says which option to add, and where
   */
  public static void requireInstalled() {
    FileSystemProvider provider = FileSystems.getDefault().provider();
    if (!(provider instanceof WatchedFileSystemProvider)) {
      throw new IllegalStateException(
          "These tests watch the disk, and this JVM was started without it: add the VM option "
              + OPTION
              + " (IntelliJ IDEA: Run > Edit Configurations > Edit configuration templates > JUnit >"
              + " VM options; VS Code: \"java.test.config\": {\"vmArgs\": [...]} in"
              + " .vscode/settings.json; Eclipse: Run Configurations > Arguments > VM arguments),"
              + " or run them with ./workshop or mvn, which add it.");
    }
  }

  /** Returns the directory as an absolute path. */
  public Path directory() {
    return watch.directory();
  }

  /** Returns the path of a file; {@code name} is relative to the directory. */
  public Path path(String name) {
    return watch.directory().resolve(name);
  }

  /**
   * Puts a file there, in place of an older one, without being recorded, held or slowed. Makes the
   * directories above it.
   */
  public void seed(String name, byte[] content) {
    Path file = bare.resolve(name);
    try {
      Files.createDirectories(requireNonNull(file.getParent(), "a name inside the directory"));
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts a text file there, as {@link #seed(String, byte[])} does; in UTF-8. */
  public void seed(String name, String content) {
    seed(name, content.getBytes(UTF_8));
  }

  /**
   * Returns what is in a file, without being recorded, held or slowed.
   *
   * @throws MissingFileError if there is no such file
   */
  public byte[] contents(String name) {
    try {
      return Files.readAllBytes(bare.resolve(name));
    } catch (NoSuchFileException e) {
      throw new MissingFileError(name, names(), recording());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether there is a file or directory of this name, without being recorded or held. */
  public boolean exists(String name) {
    return Files.exists(bare.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Returns the names of all that is in the directory and below it, sorted, with {@code /} between
   * the parts; without being recorded or held.
   */
  public List<String> names() {
    try (Stream<Path> tree = Files.walk(bare)) {
      return tree.filter(path -> !path.equals(bare))
          .map(path -> bare.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what has happened so far. */
  public Recording recording() {
    return watch.recording();
  }

  /**
   * Returns the endless loop for which the code was stopped: an operation failed with an {@link
   * EndlessLoopError}, and all later ones do. Empty for code that ends.
   */
  public Optional<EndlessLoop> endlessLoop() {
    return watch.script().limit().found();
  }

  /** Lets the waits at all gates go by policies from now on: each wait gets one of its own. */
  public void waitsBy(Supplier<WaitPolicy> policies) {
    watch.script().waitsBy(policies);
  }

  /** Begins a rule for operations of these kinds, on all files; for all kinds if none is named. */
  public Rule when(Op... ops) {
    return new ScriptedRule(watch.script(), ops);
  }

  /** Holds operations of these kinds, on all files; all kinds if none is named. */
  public Gate hold(Op... ops) {
    return when(ops).hold();
  }

  /** Opens every gate that was made for this disk. */
  public void openGates() {
    watch.script().openGates();
  }

  /**
   * Stops watching: opens every gate, ends all rules and the waits that they cause, and closes what
   * was left open. The directory stays.
   *
   * @throws UncheckedIOException if a file cannot be closed
   */
  @Override
  public void close() {
    Watches.remove(watch);
    watch.script().end();
    try {
      watch.handles().closeAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "Disk(" + watch.directory() + ")";
  }
}
