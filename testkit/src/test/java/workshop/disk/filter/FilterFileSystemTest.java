package workshop.disk.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A filter on its own, in front of the platform's provider. */
class FilterFileSystemTest {

  @TempDir Path directory;

  private final FilterFileSystemProvider filter = new FilterFileSystemProvider(platform());

  /** Returns the platform's provider, which is behind the one that this JVM was started with. */
  private static FileSystemProvider platform() {
    return FilterFileSystemProvider.unwrap(Path.of("")).getFileSystem().provider();
  }

  static Stream<Method> whatTheJdkCanAsk() {
    return Arrays.stream(FileSystemProvider.class.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !Modifier.isFinal(method.getModifiers()));
  }

  @ParameterizedTest
  @MethodSource("whatTheJdkCanAsk")
  void every_method_of_the_jdks_provider_is_forwarded(Method method) throws Exception {
    assertThat(
            FilterFileSystemProvider.class
                .getMethod(method.getName(), method.getParameterTypes())
                .getDeclaringClass())
        .as("who implements %s", method)
        .isEqualTo(FilterFileSystemProvider.class);
  }

  @Test
  void there_is_something_to_forward() {
    assertThat(whatTheJdkCanAsk()).hasSizeGreaterThan(25);
  }

  @Test
  void the_file_system_is_the_one_of_its_paths() {
    FileSystem system = filter.getFileSystem(URI.create("file:///"));

    assertThat(system.provider()).isSameAs(filter);
    assertThat(filter.getFileSystem(URI.create("file:///"))).isSameAs(system);
    assertThat(system.getPath("a", "b").getFileSystem()).isSameAs(system);
    assertThat(filter.getPath(directory.toUri())).isEqualTo(filter.wrap(directory));
    assertThat(system.getRootDirectories()).allMatch(root -> root.getFileSystem() == system);
    assertThat(system.isOpen()).isTrue();
    assertThat(system.getPathMatcher("glob:*.txt").matches(system.getPath("a.txt"))).isTrue();
    assertThatThrownBy(() -> filter.newFileSystem(URI.create("file:///"), Map.of()))
        .isInstanceOf(FileSystemAlreadyExistsException.class);
    assertThatThrownBy(() -> filter.newFileSystem(directory, Map.of()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void the_methods_of_files_work_on_wrapped_paths() throws IOException {
    Path wrapped = filter.wrap(directory);
    Path file = Files.writeString(wrapped.resolve("a.txt"), "x");
    Files.move(file, wrapped.resolve("b.txt"));
    Files.copy(wrapped.resolve("b.txt"), wrapped.resolve("c.txt"));
    Files.createDirectories(wrapped.resolve("d/e"));

    assertThat(Files.readString(directory.resolve("c.txt"))).isEqualTo("x");
    assertThat(Files.isDirectory(wrapped.resolve("d/e"))).isTrue();
    assertThat(Files.deleteIfExists(wrapped.resolve("d/e"))).isTrue();
    assertThat(Files.exists(wrapped.resolve("d/e"))).isFalse();
    assertThat(Files.isHidden(wrapped.resolve("b.txt"))).isFalse();
    assertThat(Files.getFileStore(wrapped)).isEqualTo(Files.getFileStore(directory));
    assertThat(Files.mismatch(wrapped.resolve("b.txt"), directory.resolve("c.txt"))).isEqualTo(-1);
  }

  @Test
  void listings_are_wrapped_and_filtered_by_wrapped_paths() throws IOException {
    Path wrapped = filter.wrap(directory);
    Files.writeString(wrapped.resolve("a.txt"), "x");
    Files.writeString(wrapped.resolve("b.txt"), "x");

    try (DirectoryStream<Path> listing =
        Files.newDirectoryStream(wrapped, entry -> entry.equals(wrapped.resolve("a.txt")))) {
      assertThat(listing).containsExactly(wrapped.resolve("a.txt"));
    }
    assertThatThrownBy(() -> Files.newDirectoryStream(wrapped.resolve("b.txt")))
        .isInstanceOf(NotDirectoryException.class);
  }

  @Test
  void an_iterator_removes_if_the_wrapped_one_does() {
    List<Path> behind = new ArrayList<>(List.of(directory));
    Iterator<Path> entries = new WrappingIterator(behind.iterator(), filter::wrap);

    assertThat(entries.next()).isEqualTo(filter.wrap(directory));
    entries.remove();

    assertThat(entries.hasNext()).isFalse();
    assertThat(behind).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void links_lead_to_wrapped_paths() throws IOException {
    Path wrapped = filter.wrap(directory);
    Path file = Files.writeString(wrapped.resolve("a.txt"), "x");
    Path link = Files.createSymbolicLink(wrapped.resolve("soft"), file);
    Files.createLink(wrapped.resolve("hard"), file);

    assertThat(Files.readSymbolicLink(link)).isEqualTo(file);
    assertThat(Files.isSameFile(wrapped.resolve("hard"), file)).isTrue();
    assertThat(link.toRealPath()).isEqualTo(file.toRealPath());
  }

  @Test
  void watch_services_hand_out_wrapped_paths_and_equal_keys() throws Exception {
    Path wrapped = filter.wrap(directory);
    try (WatchService service = wrapped.getFileSystem().newWatchService()) {
      WatchKey registered = wrapped.register(service, StandardWatchEventKinds.ENTRY_CREATE);
      assertThat(service.poll()).isNull();
      Files.writeString(wrapped.resolve("a.txt"), "x");

      WatchKey signalled = service.poll(20, TimeUnit.SECONDS);

      assertThat(signalled).isEqualTo(registered).hasSameHashCodeAs(registered);
      assertThat(signalled.watchable()).isEqualTo(wrapped);
      List<WatchEvent<?>> events = signalled.pollEvents();
      assertThat(events.getFirst().context()).isEqualTo(wrapped.getFileSystem().getPath("a.txt"));
      assertThat(events.getFirst().kind()).isEqualTo(StandardWatchEventKinds.ENTRY_CREATE);
      assertThat(signalled.reset()).isTrue();
      signalled.cancel();
      assertThat(registered.isValid()).isFalse();
    }
  }
}
