package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.filter.FilterFileSystemProvider;

class DiskTest {

  @TempDir Path directory;

  @Test
  void the_watched_provider_is_the_default_here() {
    assertThat(FileSystems.getDefault().provider()).isInstanceOf(WatchedFileSystemProvider.class);
    Disk.requireInstalled();
  }

  @Test
  void without_the_jvm_option_the_error_says_which_one_to_add_and_where() throws Exception {
    String printed = FreshJvm.run(PrintsWhyItCannotWatch.class, List.of());

    assertThat(printed.lines()).hasSize(1);
    assertThat(printed)
        .contains(
            "this JVM was started without it. Add the VM option"
                + " -Djava.nio.file.spi.DefaultFileSystemProvider"
                + "=workshop.disk.WatchedFileSystemProvider",
            "IntelliJ IDEA: Run > Edit Configurations",
            "VS Code: \"java.test.config\"",
            "Eclipse: Run Configurations",
            "./workshop or mvn");
  }

  /** Runs in a separate JVM. */
  static final class PrintsWhyItCannotWatch {
    public static void main(String[] arguments) {
      try {
        Disk.watch(Path.of("."));
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void only_a_directory_can_be_watched() throws IOException {
    Path file = Files.createFile(directory.resolve("a.txt"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Disk.watch(file))
        .withMessage(file + " is not a directory");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Disk.watch(directory.resolve("nowhere")))
        .withMessageContaining("there is no directory");
  }

  @Test
  void a_move_between_two_disks_is_recorded_by_the_source_disk() throws IOException {
    Path left = Files.createDirectory(directory.resolve("left"));
    Path right = Files.createDirectory(directory.resolve("right"));
    try (Disk one = Disk.watch(left);
        Disk other = Disk.watch(right)) {
      one.seed("a.txt", "x");
      Files.move(one.path("a.txt"), other.path("b.txt"));
      Files.readString(other.path("b.txt"));

      assertThat(one.recording().events()).extracting(DiskEvent::op).containsExactly(Op.MOVE);
      assertThat(one.recording().events().getFirst().target()).isEqualTo(other.path("b.txt"));
      assertThat(other.recording().only(Op.MOVE).isEmpty()).isTrue();
      assertThat(other.recording().only(Op.READ).isEmpty()).isFalse();
    }
  }

  @Test
  void a_copy_from_outside_is_recorded_by_the_target_disk() throws IOException {
    Path watched = Files.createDirectory(directory.resolve("watched"));
    Path outside = Files.writeString(directory.resolve("a.txt"), "x");
    try (Disk disk = Disk.watch(watched)) {
      Files.copy(outside, disk.path("a.txt"), StandardCopyOption.REPLACE_EXISTING);

      DiskEvent copy = disk.recording().only(Op.COPY).events().getFirst();
      assertThat(copy.file()).isEqualTo(outside);
      assertThat(copy.target()).isEqualTo(disk.path("a.txt"));
      assertThat(disk.recording().toString()).contains(outside + " -> a.txt");
    }
  }

  @Test
  void overlapping_directories_are_rejected() throws IOException {
    Path inside = Files.createDirectory(directory.resolve("inside"));
    try (Disk disk = Disk.watch(directory)) {
      for (Path overlapping : List.of(directory, inside)) {
        assertThatIllegalStateException()
            .isThrownBy(() -> Disk.watch(overlapping))
            .withMessage(
                overlapping
                    + " overlaps with "
                    + disk.directory()
                    + ", which is already watched: close that Disk first");
      }
    }
    Disk.watch(inside).close();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_directory_behind_a_symbolic_link_is_watched_under_both_names() throws IOException {
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(directory.resolve("link"), real);
    try (Disk disk = Disk.watch(link)) {
      Files.writeString(link.resolve("a.txt"), "x");
      Files.readString(real.resolve("a.txt"));
      Files.readString(link.resolve("a.txt").toRealPath());

      assertThat(disk.recording().only(Op.OPEN).events())
          .hasSize(3)
          .allMatch(event -> event.file().equals(disk.path("a.txt")));
    }
  }

  @Test
  void redundant_and_unwrapped_paths_lead_to_the_same_file() throws IOException {
    try (Disk disk = Disk.watch(directory)) {
      disk.seed("a.txt", "x");
      disk.seed("sub/b.txt", "x");
      Files.readString(directory.resolve("sub/../a.txt"));
      FileSystems.getDefault()
          .provider()
          .newByteChannel(FilterFileSystemProvider.unwrap(disk.path("a.txt")), Set.of(READ))
          .close();

      assertThat(disk.recording().only(Op.OPEN).events())
          .hasSize(2)
          .allMatch(event -> event.file().equals(disk.path("a.txt")));
    }
  }

  @Test
  void outside_the_directory_the_platforms_own_channels_are_returned() throws IOException {
    Path watched = Files.createDirectory(directory.resolve("watched"));
    Path file = Files.writeString(directory.resolve("a.txt"), "x");
    try (Disk _ = Disk.watch(watched);
        FileChannel channel = FileChannel.open(file);
        AsynchronousFileChannel asynchronous = AsynchronousFileChannel.open(file);
        InputStream stream = Files.newInputStream(file)) {
      assertThat(channel.getClass().getName()).startsWith("sun.nio.ch.");
      assertThat(asynchronous.getClass().getName()).startsWith("sun.nio.ch.");
      assertThat(stream.getClass().getName()).startsWith("sun.nio.ch.");
    }
  }

  @Test
  void a_sibling_with_the_same_name_prefix_is_outside_the_directory() throws IOException {
    Path watched = Files.createDirectory(directory.resolve("watched"));
    Path sibling = Files.createDirectory(directory.resolve("watched-not"));
    try (Disk disk = Disk.watch(watched)) {
      Files.writeString(sibling.resolve("a.txt"), "x");

      assertThat(disk.recording().isEmpty()).isTrue();
    }
  }

  @Test
  void operations_of_java_io_are_not_recorded() throws IOException {
    try (Disk disk = Disk.watch(directory)) {
      disk.seed("a.txt", "x");
      try (InputStream stream = new FileInputStream(disk.path("a.txt").toFile())) {
        assertThat(stream.read()).isEqualTo('x');
      }

      assertThat(disk.recording().isEmpty()).isTrue();
    }
  }

  @Test
  void every_way_to_access_attributes_is_recorded() throws IOException {
    try (Disk disk = Disk.watch(directory)) {
      disk.seed("a.txt", "x");
      Path file = disk.path("a.txt");
      Files.exists(file);
      Files.isReadable(file);
      Files.size(file);
      Files.isDirectory(file);
      Files.getAttribute(file, "size");
      Files.setAttribute(file, "lastModifiedTime", FileTime.fromMillis(0));
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      assertThat(file.toRealPath().getFileSystem()).isSameAs(file.getFileSystem());
      BasicFileAttributeView view = Files.getFileAttributeView(file, BasicFileAttributeView.class);
      assertThat(view.name()).isEqualTo("basic");
      assertThat(view.readAttributes().size()).isEqualTo(1);

      assertThat(disk.recording().only(Op.ATTRIBUTES).events()).hasSize(9);
      disk.when(Op.ATTRIBUTES).fails("Permission denied");
      assertThatThrownBy(view::readAttributes).hasMessageContaining("Permission denied");
      assertThatThrownBy(file::toRealPath).hasMessageContaining("Permission denied");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void links_are_recorded_with_both_paths() throws IOException {
    try (Disk disk = Disk.watch(directory)) {
      disk.seed("a.txt", "x");
      Files.createLink(disk.path("hard"), disk.path("a.txt"));
      Files.createSymbolicLink(disk.path("soft"), Path.of("a.txt"));
      assertThat(Files.readSymbolicLink(disk.path("soft"))).isEqualTo(Path.of("a.txt"));

      assertThat(disk.recording().only(Op.LINK).events())
          .extracting(DiskEvent::target)
          .containsExactly(disk.path("a.txt"), disk.path("a.txt"), null);
    }
  }

  @Test
  void closing_the_disk_closes_open_handles_and_ends_the_recording() throws IOException {
    Disk disk = Disk.watch(directory);
    disk.seed("a.txt", "x");
    FileChannel leak = FileChannel.open(disk.path("a.txt"));

    disk.close();
    disk.close();
    Files.readString(disk.path("a.txt"));

    assertThat(leak.isOpen()).isFalse();
    assertThat(disk.recording().only(Op.OPEN).events()).hasSize(1);
    assertThat(disk.contents("a.txt")).isEqualTo("x".getBytes(UTF_8));
  }

  @Test
  void delete_on_close_deletes_the_file() throws IOException {
    try (Disk disk = Disk.watch(directory)) {
      disk.seed("a.txt", "x");
      FileChannel.open(disk.path("a.txt"), READ, DELETE_ON_CLOSE).close();

      assertThat(disk.names()).isEmpty();
    }
  }
}
