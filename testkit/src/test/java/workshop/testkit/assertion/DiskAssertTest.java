package workshop.testkit.assertion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.file.OpenOptions;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.EventThread;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Recording;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;

class DiskAssertTest {

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
  void a_closed_file_is_not_a_leak() throws IOException {
    Files.writeString(disk.path("a.txt"), "x");

    assertThat(disk).everyHandleIsClosed().file("a.txt").isClosed();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a directory cannot be forced there")
  void a_move_is_forced_by_its_directory_and_not_by_the_moved_file() throws IOException {
    Files.writeString(disk.path("new.txt"), "x");
    Files.move(disk.path("new.txt"), disk.path("a.txt"));
    force(disk.path("a.txt"));

    assertThatThrownBy(() -> assertThat(disk).everyMoveIsForced())
        .hasMessageContaining("the directory was not forced afterwards");

    force(directory);
    assertThat(disk).everyMoveIsForced();
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      channel.force(true);
    }
  }

  @Test
  void a_leak_that_a_librarys_own_thread_opened_names_no_line_of_the_library() {
    disk.seed("a.txt", "x");
    Vertx vertx = Vertx.vertx();
    try {
      String file = disk.path("a.txt").toString();
      Await.result(
          "an open file", vertx.fileSystem().open(file, new OpenOptions()).toCompletionStage());

      assertThatThrownBy(() -> assertThat(disk).everyHandleIsClosed())
          .hasMessageContainingAll(
              "Your code left open: a.txt.\n", "A library opened the file", "eventually()")
          .message()
          .doesNotContain("opened at", "try-with-resources");
    } finally {
      Await.result("the end of Vert.x", vertx.close().toCompletionStage());
    }
  }

  @Test
  void an_open_file_is_a_leak_and_the_cause_is_the_line_that_opened_it() throws IOException {
    disk.seed("a.txt", "x");
    FileChannel leak = FileChannel.open(disk.path("a.txt"));

    assertThatThrownBy(() -> assertThat(disk).everyHandleIsClosed())
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "Your code left open: a.txt (opened at ",
            "DiskAssertTest.java:",
            "This is a leak, ",
            "OPEN  a.txt")
        .cause()
        .hasMessage("a.txt was opened here")
        .satisfies(cause ->
            Assertions.assertThat(cause.getStackTrace()[0].getMethodName())
                .isEqualTo("an_open_file_is_a_leak_and_the_cause_is_the_line_that_opened_it"));
    says(() -> assertThat(disk).file("a.txt").isClosed(), "Your code left open: a.txt");
    assertThat(disk).file("b.txt").isClosed();
    leak.close();
  }

  @Test
  void each_kind_of_handle_can_leak() throws IOException {
    disk.seed("a.txt", "x");
    List<AutoCloseable> leaks =
        List.of(
            FileChannel.open(disk.path("a.txt")),
            Files.newByteChannel(disk.path("a.txt")),
            AsynchronousFileChannel.open(disk.path("a.txt")),
            Files.newInputStream(disk.path("a.txt")),
            Files.newOutputStream(disk.path("a.txt")),
            Files.newDirectoryStream(disk.directory()),
            Files.lines(disk.path("a.txt")),
            Files.list(disk.directory()));

    Assertions.assertThat(disk.recording().openHandles()).hasSize(8);
    for (AutoCloseable leak : leaks) {
      assertThatCode(leak::close).doesNotThrowAnyException();
    }

    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  void operations_on_the_wrong_thread_are_named() throws IOException {
    Thread me = Thread.currentThread();
    Files.writeString(disk.path("a.txt"), "x");

    assertThat(disk).ranOnlyOn(thread -> thread.is(me), "the test");
    says(
        () -> assertThat(disk).ranOnlyOn(EventThread::virtual, "a virtual thread"),
        "OPEN of a.txt ran on thread \"" + me.getName() + "\", which is not a virtual thread.",
        "let a virtual thread do this operation",
        "On the disk\n  1  OPEN ");
  }

  @Test
  void operations_on_the_callers_thread_are_named() throws IOException {
    Files.writeString(disk.path("a.txt"), "x");

    assertThat(disk).neverRanOn(new Thread("somebody else"));
    says(
        () -> assertThat(disk).neverRanOn(Thread.currentThread()),
        "OPEN of a.txt ran on thread \"",
        "the thread that must stay free",
        "Opening and closing a file are disk operations as well");
  }

  @Test
  void interrupting_a_read_does_not_count_as_an_operation() throws IOException {
    disk.seed("a.txt", "x");
    Gate gate = disk.hold(Op.READ);
    Call<Integer> reading =
        Call.start(
            "read",
            () -> {
              try (FileChannel channel = FileChannel.open(disk.path("a.txt"))) {
                return channel.read(ByteBuffer.allocate(1));
              }
            });
    reading.waitsInside(gate);

    reading.interrupt().fails(ClosedByInterruptException.class);

    assertThat(disk).neverRanOn(Thread.currentThread()).everyHandleIsClosed();
    assertThat(disk).ranOnlyOn(thread -> thread.is(reading.thread()), "the reader");
    Assertions.assertThat(disk.recording().only(Op.CLOSE).threads())
        .singleElement()
        .matches(thread -> thread.is(Thread.currentThread()));
  }

  @Test
  void the_number_in_flight_is_bounded() throws IOException {
    Gate gate = disk.hold(Op.WRITE);
    Call<Path> first = Call.start("a", () -> Files.writeString(disk.path("a.txt"), "x"));
    Call<Path> second = Call.start("b", () -> Files.writeString(disk.path("b.txt"), "x"));
    gate.awaitArrivals(2);
    gate.open();
    first.returns();
    second.returns();
    Files.writeString(disk.path("c.txt"), "x");

    assertThat(disk).neverMoreInFlightThan(2, Op.WRITE);
    says(
        () -> assertThat(disk).neverMoreInFlightThan(1, Op.WRITE),
        "2 operations (WRITE) were in flight at the same time, but only 1 may be.",
        "one of 1 permits");
  }

  @Test
  void a_disk_without_operations_fails_every_assertion_about_threads() {
    String unseen = "No operation on the watched directory went through java.nio.file.";
    says(() -> assertThat(disk).ranOnlyOn(_ -> true, "anybody"), unseen);
    says(() -> assertThat(disk).neverRanOn(Thread.currentThread()), unseen);
    says(() -> assertThat(disk).neverMoreInFlightThan(1), unseen);
  }

  @Test
  void a_solution_that_uses_java_io_is_reported() throws IOException {
    try (OutputStream stream = new FileOutputStream(disk.path("a.txt").toFile())) {
      stream.write('x');
    }

    for (ThrowingCallable expectation :
        List.<ThrowingCallable>of(
            () -> assertThat(disk).file("a.txt").startsEmpty(),
            () -> assertThat(disk).file("a.txt").wasWrittenOnce(new byte[] {'x'}),
            () -> assertThat(disk).file("a.txt").wasWrittenOnce(new byte[0]),
            () -> assertThat(disk).file("a.txt").wasReadOnce(),
            () -> assertThat(disk).file("a.txt").wasReadToEnd(),
            () -> assertThat(disk).file("a.txt").isDurable())) {
      says(
          expectation,
          "No operation on a.txt went through java.nio.file.",
          "it used java.io (FileInputStream, RandomAccessFile, File), which the watched disk"
              + " cannot see",
          "Use FileChannel or Files instead of java.io");
    }
  }

  @Test
  void the_evidence_is_limited_to_the_last_operations() throws IOException {
    for (int i = 0; i < 9; i++) {
      Files.writeString(disk.path("a.txt"), "x");
    }

    assertThatThrownBy(() -> assertThat(disk).neverRanOn(Thread.currentThread()))
        .hasMessageContaining("On the disk (last 12 operations)\n 16  OPEN ")
        .message()
        .satisfies(message ->
            Assertions.assertThat(message.lines().filter(l -> l.contains("a.txt  "))).hasSize(12));
  }

  @Test
  void a_recording_can_be_judged_without_its_disk() throws IOException {
    Files.writeString(disk.path("a.txt"), "x");
    Recording recording = disk.recording();

    assertThat(recording).everyHandleIsClosed().file("a.txt").wasWrittenOnce("x".getBytes(UTF_8));
    assertThatThrownBy(() -> assertThat(recording).file("a.txt").holds(new byte[0]))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a recording knows no contents");
  }

  private static void says(ThrowingCallable expectation, String... parts) {
    assertThatThrownBy(expectation).isInstanceOf(Diagnosis.class).hasMessageContainingAll(parts);
  }
}
