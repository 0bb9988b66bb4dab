package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.assertion.DiskAssert;

class RecordingTest {

  @TempDir Path directory;
  private Disk disk;

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Test
  void a_channel_shows_open_write_force_and_close_with_bytes_and_positions() throws IOException {
    try (FileChannel channel = FileChannel.open(disk.path("a.txt"), CREATE, WRITE)) {
      channel.write(utf8("butter"));
      channel.write(utf8("milk"), 10);
      channel.force(true);
    }

    assertThat(disk.recording().events())
        .extracting(DiskEvent::number, DiskEvent::op, DiskEvent::position, DiskEvent::transferred)
        .containsExactly(
            tuple(1L, Op.OPEN, 0L, 0L),
            tuple(2L, Op.WRITE, 0L, 6L),
            tuple(3L, Op.WRITE, 10L, 4L),
            tuple(4L, Op.FORCE, 0L, 0L),
            tuple(5L, Op.CLOSE, 0L, 0L));
    assertThat(disk.recording().events())
        .allSatisfy(event -> {
          assertThat(event.file()).isEqualTo(disk.path("a.txt"));
          assertThat(event.thread().is(Thread.currentThread())).isTrue();
          assertThat(event.handle()).isEqualTo(1);
          assertThat(event.isDone()).isTrue();
        });
    assertThat(disk.recording().events().getFirst().options())
        .containsExactlyInAnyOrder(CREATE, WRITE);
    assertThat(disk.recording().events().get(3).metadata()).isTrue();
  }

  @Test
  void a_read_at_the_end_of_the_file_is_recorded_with_minus_one() throws IOException {
    disk.seed("a.txt", "egg");

    try (FileChannel channel = FileChannel.open(disk.path("a.txt"))) {
      ByteBuffer buffer = ByteBuffer.allocate(10);
      assertThat(channel.read(buffer)).isEqualTo(3);
      assertThat(channel.read(buffer)).isEqualTo(-1);
    }

    assertThat(disk.recording().only(Op.READ).events())
        .extracting(DiskEvent::position, DiskEvent::requested, DiskEvent::transferred)
        .containsExactly(tuple(0L, 10L, 3L), tuple(3L, 7L, -1L));
  }

  @Test
  void the_bytes_of_scattering_and_gathering_are_added_up() throws IOException {
    try (FileChannel channel = FileChannel.open(disk.path("a.txt"), CREATE, WRITE, READ)) {
      assertThat(channel.write(new ByteBuffer[] {utf8("six "), utf8("eggs")})).isEqualTo(8);
      channel.position(0);
      ByteBuffer first = ByteBuffer.allocate(3);
      ByteBuffer second = ByteBuffer.allocate(9);
      assertThat(channel.read(new ByteBuffer[] {first, second})).isEqualTo(8);
    }

    assertThat(disk.recording().only(Op.READ, Op.WRITE).events())
        .extracting(DiskEvent::requested, DiskEvent::transferred)
        .containsExactly(tuple(8L, 8L), tuple(12L, 8L));
  }

  @Test
  void whole_file_methods_show_their_channel_and_stream_operations() throws IOException {
    Files.writeString(disk.path("a.txt"), "flour");

    assertThat(Files.readString(disk.path("a.txt"))).isEqualTo("flour");
    assertThat(disk.recording().on(Path.of("a.txt")).only(Op.OPEN).events())
        .extracting(DiskEvent::options)
        .containsExactly(Set.of(CREATE, TRUNCATE_EXISTING, WRITE), Set.of(READ));
    DiskAssert.assertThat(disk).file("a.txt").wasWrittenOnce("flour".getBytes(UTF_8)).wasReadOnce();
  }

  @Test
  void streams_of_lines_and_listings_are_recorded_and_must_be_closed() throws IOException {
    disk.seed("a.txt", "one\ntwo\n");

    try (Stream<String> lines = Files.lines(disk.path("a.txt"));
        Stream<Path> listing = Files.list(disk.directory())) {
      assertThat(lines.toList()).containsExactly("one", "two");
      assertThat(listing.toList()).containsExactly(disk.path("a.txt"));
      assertThat(disk.recording().openHandles()).hasSize(2);
    }

    assertThat(disk.recording().openHandles()).isEmpty();
    assertThat(disk.recording().only(Op.LIST, Op.CLOSE).events()).hasSize(3);
  }

  @Test
  void operations_on_paths_name_both_files() throws IOException {
    disk.seed("a.part", "x");

    Files.move(disk.path("a.part"), disk.path("a.txt"), StandardCopyOption.ATOMIC_MOVE);
    Files.copy(disk.path("a.txt"), disk.path("b.txt"));
    Files.delete(disk.path("b.txt"));
    Files.createDirectory(disk.path("sub"));

    assertThat(disk.recording().only(Op.MOVE, Op.COPY, Op.DELETE, Op.CREATE_DIRECTORY).events())
        .extracting(DiskEvent::op, DiskEvent::file, DiskEvent::target)
        .containsExactly(
            tuple(Op.MOVE, disk.path("a.part"), disk.path("a.txt")),
            tuple(Op.COPY, disk.path("a.txt"), disk.path("b.txt")),
            tuple(Op.DELETE, disk.path("b.txt"), null),
            tuple(Op.CREATE_DIRECTORY, disk.path("sub"), null));
  }

  @Test
  void a_failed_operation_keeps_its_error() {
    assertThatThrownBy(() -> Files.readAllBytes(disk.path("missing.txt")))
        .isInstanceOf(NoSuchFileException.class);

    DiskEvent open = disk.recording().events().getFirst();
    assertThat(open.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(disk.recording().openHandles()).isEmpty();
    assertThat(disk.recording().toString()).contains("failed: NoSuchFileException");
  }

  @Test
  void one_long_row_does_not_widen_the_table() throws IOException {
    String reason = "stopped by the suite, ".repeat(9);
    disk.seed("a.txt", "butter");
    disk.when(Op.DELETE).fails(reason);

    assertThatThrownBy(() -> Files.delete(disk.path("a.txt"))).isInstanceOf(IOException.class);
    Files.readAllBytes(disk.path("a.txt"));

    assertThat(disk.recording().toString().lines())
        .filteredOn(line -> !line.contains(reason.strip()))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
    assertThat(disk.recording().toString()).contains(reason.strip());
  }

  @Test
  void a_long_timeline_shows_its_ends_and_how_many_events_it_omits() throws IOException {
    for (int i = 0; i < 20; i++) {
      Files.readString(Files.writeString(directory.resolve("a.txt"), "x"));
    }
    List<DiskEvent> all = disk.recording().events();
    assertThat(all).hasSizeGreaterThan(41);

    String forty = new Recording(directory, all.subList(0, 40), List.of()).toString();
    String more = new Recording(directory, all.subList(0, 41), List.of()).toString();

    assertThat(forty.lines()).hasSize(40);
    assertThat(more.lines()).hasSize(20 + 1 + 15).contains("  ... 6 more are left out here");
    assertThat(more.lines().toList().getLast().strip()).startsWith("41 ");
  }

  @Test
  void the_timeline_is_a_table() throws IOException {
    Files.writeString(disk.path("a.txt"), "flour");

    assertThat(disk.recording().toString().lines().map(line -> line.replace(me(), "me")))
        .containsExactly(
            "  1  OPEN   a.txt  [CREATE, TRUNCATE_EXISTING, WRITE]  me",
            "  2  WRITE  a.txt  at 0, 5 of 5 bytes                  me",
            "  3  CLOSE  a.txt                                      me");
  }

  @Test
  void a_recording_does_not_change_afterwards() throws IOException {
    Recording before = disk.recording();

    Files.writeString(disk.path("a.txt"), "flour");

    assertThat(before.isEmpty()).isTrue();
    assertThat(before.toString()).contains("(no operation)");
  }

  @Test
  void seeding_and_inspecting_the_disk_are_not_recorded() {
    disk.seed("sub/a.txt", "flour");

    assertThat(disk.contents("sub/a.txt")).isEqualTo("flour".getBytes(UTF_8));
    assertThat(disk.exists("sub")).isTrue();
    assertThat(disk.exists("nowhere")).isFalse();
    assertThat(disk.names()).isEqualTo(List.of("sub", "sub/a.txt"));
    assertThat(disk.recording().isEmpty()).isTrue();
  }

  @Test
  void a_filtered_recording_keeps_the_event_numbers() throws IOException {
    Files.writeString(disk.path("a.txt"), "flour");
    Files.writeString(disk.path("b.txt"), "milk");

    Recording all = disk.recording();
    Recording later = all.after(all.events().get(2));

    assertThat(later.events()).extracting(DiskEvent::number).containsExactly(4L, 5L, 6L);
    assertThat(later.only(Op.CLOSE).events()).extracting(DiskEvent::number).containsExactly(6L);
    assertThat(all.threads()).hasSize(1);
    assertThat(all.maxInFlight()).isEqualTo(1);
  }

  private static String me() {
    return Thread.currentThread().getName();
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
