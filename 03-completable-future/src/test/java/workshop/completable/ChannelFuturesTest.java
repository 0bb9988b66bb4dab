package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static workshop.completable.FutureAssert.assertIs;
import static workshop.completable.FutureAssert.assertSame;
import static workshop.completable.FutureAssert.failureInTheFuture;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.OpenOption;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class ChannelFuturesTest {

  private static final byte[] ORDER = "six eggs, flour, and butter".getBytes(UTF_8);

  /** Larger than any plausible buffer for reading, and not text. */
  private static final byte[] LARGE = Bytes.notText(Bytes.LARGE);

  private final ChannelFutures channels = Answer.of(ChannelFutures.class);

  private final Timers timers = Timers.now();

  @Test
  @Order(1)
  void all_bytes_are_written(Disk disk) throws IOException {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, executor)) {
      executor.resultOf("writeFully(...)", write(channel, ORDER).returnsAtOnce());

      assertThat(disk).file("order.txt").holds(ORDER);
      ChannelFuturesDiagnosis.assertLeftOpen("writeFully", channel);
    }
  }

  @Test
  @Order(2)
  void all_bytes_are_read(Disk disk) throws IOException {
    disk.seed("order.txt", LARGE);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, executor)) {
      byte[] read = resultOfReading(disk, executor, read(channel).returnsAtOnce());

      assertRead(LARGE, read, "The file is larger than what one read returns, and it is not text.");
      ChannelFuturesDiagnosis.assertLeftOpen("readFully", channel);
    }
  }

  @Test
  @Order(3)
  void the_caller_is_free_while_the_disk_writes(Disk disk) throws IOException {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, executor);
        Gate held = disk.hold(Op.WRITE)) {
      OtherThreads others = OtherThreads.now();

      var future = TimedWaits.returnsWhileHeld(write(channel, ORDER), held);
      others.assertNoneWaits("writeFully(...)");
      timers.assertNoneSet("writeFully(...)");
      held.open();
      executor.resultOf("writeFully(...)", future);
    }
  }

  @Test
  @Order(4)
  void the_caller_is_free_while_the_disk_reads(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, executor);
        Gate held = disk.hold(Op.READ)) {
      OtherThreads others = OtherThreads.now();
      var call = read(channel);

      var future = TimedWaits.returnsWhileHeld(call, held);
      others.assertNoneWaits("readFully(...)");
      timers.assertNoneSet("readFully(...)");
      held.open();

      byte[] read = resultOfReading(disk, executor, future);
      assertRead(ORDER, read, "The disk was held for a while.");
      assertThat(disk.recording().only(Op.READ, Op.SIZE)).neverRanOn(call.thread());
    }
  }

  @Test
  @Order(5)
  void a_partial_write_is_resumed_where_it_stopped(Disk disk) throws IOException {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(50).fails("stopped by the suite: 50 writes for 27 bytes");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel channel = forWriting(disk, executor)) {
      try {
        executor.resultOf("writeFully(...)", write(channel, ORDER).returnsAtOnce());
      } catch (Exception stopped) {
        // The positions below explain more.
      }

      assertThat(disk).file("order.txt").wasWrittenOnce(ORDER);
    }
  }

  @Test
  @Order(6)
  void a_short_read_is_not_the_end(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).atMost(5);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel channel = forReading(disk, executor)) {
      byte[] read = resultOfReading(disk, executor, read(channel).returnsAtOnce());

      ChannelFuturesDiagnosis.assertAdvanced(disk);
      assertRead(ORDER, read, "Each read returned at most 5 bytes.");
    }
  }

  @Test
  @Order(7)
  void a_buffer_in_flight_is_not_changed(Disk disk) throws IOException {
    byte[] content = Bytes.notText(100_003);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(4);
        AsynchronousFileChannel channel = forWriting(disk, executor);
        Gate held = disk.hold(Op.WRITE)) {
      var future = write(channel, content).returnsWhileHeld(held);
      executor.settle(held);

      held.open();
      executor.resultOf("writeFully(...)", future);

      int same = Arrays.mismatch(content, disk.contents("order.txt"));
      if (same >= 0 && disk.recording().maxInFlight(Op.WRITE) > 1) {
        throw OnDisk.shown(ChannelFuturesDiagnosis.bufferReused(content.length, same), disk);
      }
      assertThat(disk).file("order.txt").holds(content);
    }
  }

  @Test
  @Order(8)
  void a_file_that_grows_is_read_to_its_new_end(Disk disk) throws IOException {
    byte[] grown = Bytes.notText(20_001);
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).times(1).then(() -> disk.seed("order.txt", grown));
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, executor)) {
      byte[] read = resultOfReading(disk, executor, read(channel).returnsAtOnce());

      assertRead(grown, read, "The file grew just before the first read.");
    }
  }

  @Test
  @Order(9)
  void empty_content_and_an_empty_file_work_like_any_other(Disk disk) throws IOException {
    disk.seed("order.txt", "");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel writing = forWriting(disk, executor);
        AsynchronousFileChannel reading = forReading(disk, executor)) {
      executor.resultOf("writeFully(...) of no bytes", write(writing, new byte[0]).returnsAtOnce());

      byte[] read =
          executor.resultOf("readFully(...) of an empty file", read(reading).returnsAtOnce());

      assertRead(new byte[0], read, "The file is empty.");
    }
  }

  @Test
  @Order(10)
  void one_object_serves_two_files_at_once_and_one_after_another(Disk disk) throws IOException {
    byte[] leeks = "one leek, ".repeat(90).getBytes(UTF_8);
    byte[] onions = "two onions".repeat(90).getBytes(UTF_8);
    disk.seed("order.txt", leeks);
    disk.seed("other.txt", onions);
    disk.when(Op.READ).atMost(20);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel order = forReading(disk, executor);
        AsynchronousFileChannel other = open(disk, "other.txt", executor, READ);
        Gate held = disk.hold(Op.READ)) {
      var first = read(order).returnsWhileHeld(held);
      var second = read(other).returnsAtOnce();
      executor.awaitAt(held, 2, "readFully(...) of two files", second);
      ChannelFuturesDiagnosis.assertNoBufferIsShared(disk);
      held.open();

      ChannelFuturesDiagnosis.assertNotMixed(
          "read", leeks, executor.resultOf("the first file", first));
      ChannelFuturesDiagnosis.assertNotMixed(
          "read", onions, executor.resultOf("the second file", second));
      var again = executor.resultOf("the first file again", read(order).returnsAtOnce());
      ChannelFuturesDiagnosis.assertNotMixed("read", leeks, again);
    }
  }

  @Test
  @Order(10)
  void one_object_reads_another_file_while_the_first_is_held(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    disk.seed("other.txt", "one leek");
    disk.when(Op.READ).atMost(5);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel order = forReading(disk, executor);
        AsynchronousFileChannel other = open(disk, "other.txt", executor, READ);
        Gate held = disk.when(Op.READ).on("order.txt").hold()) {
      var first = read(order).returnsWhileHeld(held);
      executor.resultOf("the second file", read(other).returnsAtOnce(), held);
      held.open();

      var whole = executor.resultOf("the first file", first);
      ChannelFuturesDiagnosis.assertNotMixed("read", ORDER, whole);
    }
  }

  @Test
  @Order(10)
  void one_object_writes_two_files_at_once(Disk disk) throws IOException {
    byte[] leek = "one leek, and nothing else".getBytes(UTF_8);
    disk.when(Op.WRITE).atMost(7);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel order = forWriting(disk, executor);
        AsynchronousFileChannel other = open(disk, "other.txt", executor, CREATE, WRITE);
        Gate held = disk.hold(Op.WRITE)) {
      var first = write(order, ORDER).returnsWhileHeld(held);
      var second = write(other, leek).returnsAtOnce();
      executor.awaitAt(held, 2, "writeFully(...) of two files", second);
      held.open();

      executor.resultOf("writeFully(...) of the first file", first);
      executor.resultOf("writeFully(...) of the second file", second);
      ChannelFuturesDiagnosis.assertNotMixed("wrote", ORDER, disk.contents("order.txt"));
      ChannelFuturesDiagnosis.assertNotMixed("wrote", leek, disk.contents("other.txt"));
    }
  }

  @Test
  @Order(11)
  void a_failed_write_fails_the_future(Disk disk) throws IOException {
    IOException thrown = new IOException("No space left on device");
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(2).fails(path -> thrown);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, executor)) {
      Throwable failure =
          executor.failureOf(
              "writeFully(...) on a full disk", write(channel, ORDER).returnsAtOnce());

      assertSame(thrown, failure);
      ChannelFuturesDiagnosis.assertLeftOpen("writeFully", channel);
    }
  }

  @Test
  @Order(12)
  void a_failed_read_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    IOException thrown = new IOException("Input/output error");
    disk.when(Op.READ).atMost(5);
    disk.when(Op.READ).from(3).fails(path -> thrown);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, executor)) {
      Throwable failure =
          executor.failureOf("readFully(...) on a failing disk", read(channel).returnsAtOnce());

      assertSame(thrown, failure);
      ChannelFuturesDiagnosis.assertLeftOpen("readFully", channel);
    }
  }

  @Test
  @Order(13)
  void a_channel_that_is_closed_midway_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).atMost(5);
    disk.when(Op.READ).from(3).closesEarly();
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, executor)) {
      Throwable failure =
          executor.failureOf("readFully(...) of a closed channel", read(channel).returnsAtOnce());

      assertIs(ClosedChannelException.class, failure);
    }
  }

  @Test
  @Order(14)
  void an_executor_that_is_shut_down_midway_fails_the_future(Disk disk) throws IOException {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel channel = forWriting(disk, executor);
        Gate held = disk.hold(Op.WRITE)) {
      disk.when(Op.WRITE).atMost(7);
      var future = write(channel, ORDER).returnsWhileHeld(held);

      executor.shutdown(); // the next write will be rejected
      held.open();

      assertIs(
          RejectedExecutionException.class,
          executor.failureOf("writeFully(...) after shutdown()", future));
    }
  }

  @Test
  @Order(15)
  void a_channel_of_the_wrong_kind_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel reading = forReading(disk, executor);
        AsynchronousFileChannel writing = open(disk, "order.txt", executor, WRITE)) {
      assertIs(
          NonWritableChannelException.class,
          failureInTheFuture("writeFully(...)", executor, write(reading, ORDER)));
      assertIs(
          NonReadableChannelException.class,
          failureInTheFuture("readFully(...)", executor, read(writing)));
    }
  }

  @Test
  @Order(16)
  void an_executor_that_is_already_shut_down_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel reading = forReading(disk, executor);
        AsynchronousFileChannel writing = open(disk, "order.txt", executor, WRITE)) {
      executor.shutdown();

      assertIs(
          RejectedExecutionException.class,
          failureInTheFuture("writeFully(...)", executor, write(writing, ORDER)));
      assertIs(
          RejectedExecutionException.class,
          failureInTheFuture("readFully(...)", executor, read(reading)));
    }
  }

  private Call<CompletableFuture<Void>> write(AsynchronousFileChannel channel, byte[] content) {
    return Call.start("writeFully(...)", () -> channels.writeFully(channel, content));
  }

  private Call<CompletableFuture<byte[]>> read(AsynchronousFileChannel channel) {
    return Call.start("readFully(...)", () -> channels.readFully(channel));
  }

  private static AsynchronousFileChannel forWriting(Disk disk, TrackedExecutor executor)
      throws IOException {
    return open(disk, "order.txt", executor, CREATE, TRUNCATE_EXISTING, WRITE);
  }

  private static AsynchronousFileChannel forReading(Disk disk, TrackedExecutor executor)
      throws IOException {
    // An answer that never advances would read the first bytes until the memory is full.
    disk.when(Op.READ).from(3_000).fails("stopped by the suite after 3,000 reads");
    return open(disk, "order.txt", executor, READ);
  }

  private static AsynchronousFileChannel open(
      Disk disk, String name, TrackedExecutor executor, OpenOption... options) throws IOException {
    return AsynchronousFileChannel.open(disk.path(name), Set.of(options), executor);
  }

  /** Returns what was read. If the read failed, a read that did not advance explains more. */
  private static byte[] resultOfReading(
      Disk disk, TrackedExecutor executor, CompletableFuture<byte[]> future) {
    try {
      return executor.resultOf("readFully(...)", future);
    } catch (Exception e) {
      ChannelFuturesDiagnosis.assertAdvanced(disk);
      throw e;
    }
  }

  private static void assertRead(byte[] expected, byte[] read, String circumstance) {
    Bytes.assertSame(expected, read, "The future of readFully(...)", circumstance);
  }
}
