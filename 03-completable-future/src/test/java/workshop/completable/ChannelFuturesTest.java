package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;
import static workshop.completable.Failures.assertIs;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class ChannelFuturesTest {

  private static final byte[] ORDER = "six eggs, flour, and butter".getBytes(UTF_8);

  /** Larger than any buffer that one would take, and not the same anywhere. */
  private static final byte[] LARGE = large();

  private final ChannelFutures channels = Answer.of(ChannelFutures.class);

  @Test
  @Order(1)
  void all_bytes_are_written(Disk disk) throws IOException {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, assistants)) {
      var call = call("writeFully(...)", () -> channels.writeFully(channel, ORDER));

      assistants.resultOf("writeFully(...)", call.returnsAtOnce());

      assertThat(disk).file("order.txt").holds(ORDER);
      assertLeftOpen("writeFully", channel);
    }
  }

  @Test
  @Order(2)
  void all_bytes_are_read(Disk disk) throws IOException {
    disk.seed("order.txt", LARGE);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));

      byte[] read = resultOfReading(disk, assistants, call.returnsAtOnce());

      assertRead(LARGE, read, "the file is larger than one read brings, and a read may bring less");
    }
  }

  @Test
  @Order(3)
  void the_caller_is_free_while_the_disk_writes(Disk disk) throws IOException {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, assistants);
        Gate held = disk.hold(Op.WRITE)) {
      Bystanders others = Bystanders.look();
      var call = call("writeFully(...)", () -> channels.writeFully(channel, ORDER));

      var future = call.returnsWhileHeld(held);
      others.assertNobodyWaits("writeFully(...)");
      held.open();
      assistants.resultOf("writeFully(...)", future);
    }
  }

  @Test
  @Order(4)
  void the_caller_is_free_while_the_disk_reads(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants);
        Gate held = disk.hold(Op.READ)) {
      Bystanders others = Bystanders.look();
      var call = call("readFully(...)", () -> channels.readFully(channel));

      var future = call.returnsWhileHeld(held);
      others.assertNobodyWaits("readFully(...)");
      held.open();
      byte[] read = resultOfReading(disk, assistants, future);
      assertRead(ORDER, read, "the disk was held for a while");
      assertThat(disk.recording().only(Op.READ, Op.SIZE)).neverRanOn(call.thread());
    }
  }

  @Test
  @Order(5)
  void a_partial_write_is_resumed_where_it_stopped(Disk disk) throws IOException {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(50).fails("stopped by the suite: 50 writes for 27 bytes");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, assistants)) {
      var call = call("writeFully(...)", () -> channels.writeFully(channel, ORDER));

      try {
        assistants.resultOf("writeFully(...)", call.returnsAtOnce());
      } catch (Exception stopped) {
        // told better below: by the positions
      }

      assertThat(disk).file("order.txt").wasWrittenOnce(ORDER);
    }
  }

  @Test
  @Order(6)
  void a_short_read_is_not_the_end(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).atMost(5);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));

      byte[] read = resultOfReading(disk, assistants, call.returnsAtOnce());

      assertRead(ORDER, read, "each read brought at most 5 bytes");
    }
  }

  @Test
  @Order(7)
  void a_buffer_is_left_alone_while_the_disk_has_it(Disk disk) throws IOException {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(4);
        AsynchronousFileChannel channel = forWriting(disk, assistants);
        Gate held = disk.hold(Op.WRITE)) {
      var call = call("writeFully(...)", () -> channels.writeFully(channel, LARGE));
      var future = call.returnsWhileHeld(held);
      assistants.settle(held);

      held.open();
      assistants.resultOf("writeFully(...)", future);

      byte[] found = disk.contents("order.txt");
      int same = Arrays.mismatch(LARGE, found);
      if (same >= 0) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    ("%d bytes were written while the disk was held for a while; the first %d are"
                            + " right.")
                        .formatted(LARGE.length, same))
                .means(
                    "A buffer that was handed over was filled anew before the disk had taken the"
                        + " bytes: what is written is whatever happens to be in it later.")
                .nextStep(
                    "A buffer belongs to the channel until the completion handler is called; touch"
                        + " it there at the earliest, or take another one."),
            disk);
      }
    }
  }

  @Test
  @Order(8)
  void a_file_that_grows_is_read_to_its_new_end(Disk disk) throws IOException {
    String grown = "six eggs, flour, butter, and what came meanwhile: " + "salt, ".repeat(3_000);
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).times(1).then(() -> disk.seed("order.txt", grown));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));

      byte[] read = resultOfReading(disk, assistants, call.returnsAtOnce());

      assertRead(grown.getBytes(UTF_8), read, "the file grew just before the first read");
    }
  }

  @Test
  @Order(9)
  void no_bytes_are_done_as_well(Disk disk) throws IOException {
    disk.seed("order.txt", "");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, assistants)) {
      var call = call("writeFully(...)", () -> channels.writeFully(channel, new byte[0]));
      assistants.resultOf("writeFully(...) of no bytes", call.returnsAtOnce());
    }
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));
      assertRead(
          new byte[0],
          assistants.resultOf("readFully(...) of an empty file", call.returnsAtOnce()),
          "the file is empty");
    }
  }

  @Test
  @Order(10)
  void a_write_that_fails_fails_the_future(Disk disk) throws IOException {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(2).fails("No space left on device");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forWriting(disk, assistants)) {
      var call = call("writeFully(...)", () -> channels.writeFully(channel, ORDER));

      Throwable failure =
          assistants.failureOf("writeFully(...) on a full disk", call.returnsAtOnce());

      assertIs(IOException.class, failure);
    }
  }

  @Test
  @Order(11)
  void a_read_that_fails_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).atMost(5);
    disk.when(Op.READ).from(3).fails("Input/output error");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));

      Throwable failure =
          assistants.failureOf("readFully(...) on a failing disk", call.returnsAtOnce());

      assertIs(IOException.class, failure);
    }
  }

  @Test
  @Order(12)
  void a_channel_that_is_closed_midway_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ).atMost(5);
    disk.when(Op.READ).from(3).closesEarly();
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));

      Throwable failure =
          assistants.failureOf("readFully(...) of a closed channel", call.returnsAtOnce());

      assertIs(ClosedChannelException.class, failure);
    }
  }

  @Test
  @Order(13)
  void an_executor_that_is_shut_down_midway_fails_the_future(Disk disk) throws IOException {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel channel = forWriting(disk, assistants);
        Gate held = disk.hold(Op.WRITE)) {
      disk.when(Op.WRITE).atMost(7);
      var call = call("writeFully(...)", () -> channels.writeFully(channel, ORDER));
      var future = call.returnsWhileHeld(held);

      assistants.shutdown(); // the next write finds nobody who would do it
      held.open();
      Throwable failure = assistants.failureOf("writeFully(...) after shutdown()", future);

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  @Test
  @Order(14)
  void the_channel_is_left_open(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        AsynchronousFileChannel channel = forReading(disk, assistants)) {
      var call = call("readFully(...)", () -> channels.readFully(channel));
      assistants.resultOf("readFully(...)", call.returnsAtOnce());

      assertLeftOpen("readFully", channel);
    }
  }

  @Test
  @Order(15)
  void what_is_refused_at_once_fails_the_future(Disk disk) throws IOException {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1);
        AsynchronousFileChannel reading = forReading(disk, assistants);
        AsynchronousFileChannel writing =
            AsynchronousFileChannel.open(disk.path("order.txt"), Set.of(WRITE), assistants)) {
      var write = call("writeFully(...)", () -> channels.writeFully(reading, ORDER));
      assertIs(
          NonWritableChannelException.class,
          Refusals.inTheFuture("writeFully(...)", assistants, write));
      var read = call("readFully(...)", () -> channels.readFully(writing));
      assertIs(
          NonReadableChannelException.class,
          Refusals.inTheFuture("readFully(...)", assistants, read));

      assistants.shutdown();

      write = call("writeFully(...)", () -> channels.writeFully(writing, ORDER));
      assertIs(
          RejectedExecutionException.class,
          Refusals.inTheFuture("writeFully(...)", assistants, write));
      read = call("readFully(...)", () -> channels.readFully(reading));
      assertIs(
          RejectedExecutionException.class,
          Refusals.inTheFuture("readFully(...)", assistants, read));
    }
  }

  private static void assertLeftOpen(String method, AsynchronousFileChannel channel) {
    if (!channel.isOpen()) {
      throw Diagnosis.observed("After " + method + " the channel is closed.")
          .means("Who opened it may have more to do with it.")
          .nextStep("Leave closing it to whoever opened it.");
    }
  }

  private static byte[] resultOfReading(
      Disk disk, TrackedExecutor assistants, CompletableFuture<byte[]> future) {
    try {
      return assistants.resultOf("readFully(...)", future);
    } catch (Exception e) {
      DiskEvent before = null;
      for (DiskEvent read : disk.recording().only(Op.READ)) {
        if (before != null && before.transferred() > 0 && read.position() == before.position()) {
          throw OnDisk.shown(
              Diagnosis.observed(
                      ("a read asked for position %d again, although the one before had brought %d"
                              + " bytes")
                          .formatted(read.position(), before.transferred()))
                  .means(
                      "The channel keeps no position: it reads wherever you say, and you say the"
                          + " same.")
                  .nextStep("Count what has come, and read on from there."),
              disk);
        }
        before = read;
      }
      throw e;
    }
  }

  private static AsynchronousFileChannel forWriting(Disk disk, TrackedExecutor assistants)
      throws IOException {
    return AsynchronousFileChannel.open(
        disk.path("order.txt"), Set.of(CREATE, TRUNCATE_EXISTING, WRITE), assistants);
  }

  private static AsynchronousFileChannel forReading(Disk disk, TrackedExecutor assistants)
      throws IOException {
    // One that never advances would read the first bytes again until the memory is full.
    disk.when(Op.READ).from(2_000).fails("stopped by the suite after 2,000 reads");
    return AsynchronousFileChannel.open(disk.path("order.txt"), Set.of(READ), assistants);
  }

  private static <T> Call<CompletableFuture<T>> call(
      String what, Callable<CompletableFuture<T>> body) {
    return Caller.call(what, body);
  }

  private static void assertRead(byte[] expected, byte[] read, String circumstance) {
    int same = Arrays.mismatch(expected, read);
    if (same >= 0) {
      throw Diagnosis.observed(
              "The future brought %d bytes where the file has %d; the first %d are right."
                  .formatted(read.length, expected.length, same))
          .means("In this test " + circumstance + ".")
          .nextStep(
              "Keep exactly what each read brought, go on from there, and complete the future only"
                  + " at the end of file (-1).");
    }
  }

  private static byte[] large() {
    byte[] bytes = new byte[100_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ('a' + i / 1_000 % 26 + i % 3);
    }
    return bytes;
  }
}
