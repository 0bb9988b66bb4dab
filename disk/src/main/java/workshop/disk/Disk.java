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
 * A watched directory. It records every operation through {@code java.nio.file}, holds operations
 * at gates, slows them down and makes them fail. The files are real. Code that repeats operations
 * on one file endlessly is stopped; see {@link #endlessLoop()}.
 *
 * <p>Operations of {@code java.io} are not recorded. Safe for use by many threads. Several disks
 * can watch different directories at the same time.
 */
public final class Disk implements AutoCloseable {

  /** The JVM option that installs the watched file system. */
  public static final String OPTION =
      "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedFileSystemProvider.class.getName();

  private final Watch watch;
  private final Path bare;

  private Disk(Watch watch, Path bare) {
    this.watch = watch;
    this.bare = bare;
  }

  /**
   * Watches an existing directory and everything below it until the disk is closed.
   *
   * @throws IllegalStateException if this JVM runs without {@link #OPTION}, or if the directory
   *     overlaps with another watched directory
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
   * Checks that this JVM was started with {@link #OPTION}.
   *
   * @throws IllegalStateException if not; its message says which option to add, and where
   */
  public static void requireInstalled() {
    FileSystemProvider provider = FileSystems.getDefault().provider();
    if (!(provider instanceof WatchedFileSystemProvider)) {
      throw new IllegalStateException(
          "These tests need the watched disk, but this JVM was started without it. Add the VM option "
              + OPTION
              + " (IntelliJ IDEA: Run > Edit Configurations > Edit configuration templates > JUnit >"
              + " VM options; VS Code: \"java.test.config\": {\"vmArgs\": [...]} in"
              + " .vscode/settings.json; Eclipse: Run Configurations > Arguments > VM arguments),"
              + " or run them with ./workshop or mvn, which add it.");
    }
  }

  /**
   * Returns whether an operation on any disk of this JVM is waiting for its simulated latency, and
   * will therefore continue by itself.
   */
  public static boolean delaysAnOperation() {
    return Operation.anyIsDelayed();
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
   * Writes a file and the directories above it, and replaces an older file. This is not recorded,
   * held or slowed.
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

  /** Writes a text file in UTF-8, as {@link #seed(String, byte[])} does. */
  public void seed(String name, String content) {
    seed(name, content.getBytes(UTF_8));
  }

  /**
   * Returns the contents of a file. This is not recorded, held or slowed.
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

  /** Returns whether a file or directory exists. This is not recorded or held. */
  public boolean exists(String name) {
    return Files.exists(bare.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Returns the sorted names of everything below the directory, with {@code /} between the parts.
   * This is not recorded or held.
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

  /** Returns the operations so far. */
  public Recording recording() {
    return watch.recording();
  }

  /**
   * Returns whether an operation began with a buffer that another one in flight was still using.
   * The two then overwrite each other's bytes, if they happen to meet. Writes of a {@link
   * java.nio.channels.FileChannel} or a stream may share a buffer, because they do not change it.
   */
  public boolean wasABufferShared() {
    return watch.buffers().wasOneShared();
  }

  /**
   * Returns the endless loop that was stopped; empty if there was none. The operation that was
   * stopped failed with an {@link EndlessLoopError}, and so does every later one.
   */
  public Optional<EndlessLoop> endlessLoop() {
    return watch.script().limit().found();
  }

  /** Sets the policies for waits at gates; each wait gets a new one. */
  public void waitsBy(Supplier<WaitPolicy> policies) {
    watch.script().waitsBy(policies);
  }

  /** Begins a rule for operations of these kinds on all files; for all kinds if none is named. */
  public Rule when(Op... ops) {
    return new ScriptedRule(watch.script(), ops);
  }

  /** Holds operations of these kinds on all files; all kinds if none is named. */
  public Gate hold(Op... ops) {
    return when(ops).hold();
  }

  /** Opens all gates of this disk. */
  public void openGates() {
    watch.script().openGates();
  }

  /**
   * Stops watching: opens all gates, ends all rules and their waits, and closes all files that are
   * open. The directory stays.
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
