package workshop.disk.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FilterPathTest {

  @TempDir Path directory;

  private final FilterFileSystemProvider filter = new FilterFileSystemProvider(platform());

  /** Returns the platform's provider, which is behind the one that this JVM was started with. */
  private static FileSystemProvider platform() {
    return FilterFileSystemProvider.unwrap(Path.of("")).getFileSystem().provider();
  }

  static Stream<Method> pathsThatAPathKnows() {
    return Arrays.stream(Path.class.getDeclaredMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .filter(method -> method.getReturnType() == Path.class)
        .filter(method -> !Arrays.asList(method.getParameterTypes()).contains(int.class));
  }

  @ParameterizedTest
  @MethodSource("pathsThatAPathKnows")
  void every_method_that_returns_a_path_returns_a_wrapped_one(Method method) throws Exception {
    Path wrapped = filter.wrap(directory.resolve("."));
    Object[] arguments = Arrays.stream(method.getParameterTypes()).map(this::anyOf).toArray();

    assertThat(method.invoke(wrapped, arguments)).isInstanceOf(FilterPath.class);
  }

  private Object anyOf(Class<?> type) {
    return type == Path.class ? filter.wrap(directory) : new LinkOption[0];
  }

  @Test
  void names_and_parts_are_those_of_the_wrapped_path() {
    Path bare = FilterFileSystemProvider.unwrap(directory).resolve("a").resolve("b.txt");
    Path wrapped = filter.wrap(bare);

    assertThat(wrapped.toString()).isEqualTo(bare.toString());
    assertThat(wrapped.getFileName().toString()).isEqualTo("b.txt");
    assertThat(wrapped.getNameCount()).isEqualTo(bare.getNameCount());
    assertThat(wrapped.getParent().getFileName().toString()).isEqualTo("a");
    assertThat(wrapped.subpath(0, 1)).isEqualTo(wrapped.getName(0));
    assertThat(wrapped.startsWith(filter.wrap(directory))).isTrue();
    assertThat(wrapped.endsWith("b.txt")).isTrue();
    assertThat(wrapped.isAbsolute()).isTrue();
    assertThat(wrapped.getRoot().getParent()).isNull();
    assertThat(wrapped.getRoot().getFileName()).isNull();
    assertThat(filter.wrap(directory).relativize(wrapped).toString())
        .isEqualTo("a" + File.separator + "b.txt");
    assertThat(wrapped.resolveSibling("c").getParent()).isEqualTo(wrapped.getParent());
    assertThat(wrapped.toUri()).isEqualTo(bare.toUri());
    assertThat(wrapped.toFile()).isEqualTo(new File(bare.toString()));
    List<Path> parts = new ArrayList<>();
    wrapped.forEach(parts::add);
    assertThat(parts).hasSize(wrapped.getNameCount()).allMatch(FilterPath.class::isInstance);
  }

  @Test
  void a_wrapped_path_takes_unwrapped_paths_as_arguments() throws Exception {
    Path bare = FilterFileSystemProvider.unwrap(directory);
    Path wrapped = filter.wrap(bare);
    Files.writeString(bare.resolve("a.txt"), "x");

    assertThat(wrapped.resolve(bare.resolve("a.txt"))).isEqualTo(wrapped.resolve("a.txt"));
    assertThat(wrapped.startsWith(bare)).isTrue();
    assertThat(wrapped.compareTo(bare)).isEqualTo(0);
    assertThat(wrapped.relativize(bare).toString()).isEmpty();
    assertThat(Files.isSameFile(wrapped.resolve("a.txt"), bare.resolve("a.txt"))).isTrue();
  }

  @Test
  void a_wrapped_path_equals_only_wrapped_paths_so_equality_is_symmetric() {
    Path bare = FilterFileSystemProvider.unwrap(directory);
    Path wrapped = filter.wrap(bare);

    assertThat(wrapped)
        .isEqualTo(filter.wrap(bare.resolve("x").getParent()))
        .hasSameHashCodeAs(filter.wrap(bare))
        .isNotEqualTo(bare)
        .isNotEqualTo(filter.wrap(bare.resolve("x")));
    assertThat(bare).isNotEqualTo(wrapped);
  }

  @Test
  void wrapping_and_unwrapping_twice_changes_nothing() {
    Path bare = FilterFileSystemProvider.unwrap(directory);

    assertThat(FilterFileSystemProvider.unwrap(bare)).isSameAs(bare);
    assertThat(FilterFileSystemProvider.unwrap(filter.wrap(bare))).isSameAs(bare);
    assertThat(filter.wrap(filter.wrap(bare))).isEqualTo(filter.wrap(bare));
  }
}
