package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.offload.WriteDeskDiagnosis.assertNames;
import static workshop.offload.WriteDeskDiagnosis.assertNamesNoneOf;
import static workshop.offload.WriteDeskDiagnosis.assertReports;
import static workshop.offload.WriteDeskDiagnosis.assertStopped;
import static workshop.offload.WriteDeskDiagnosis.names;
import static workshop.offload.WriteDeskDiagnosis.writtenOf;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.HeldAssert;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;

@ExerciseSuite
class WriteDeskTest {

  /** Longer than any test lasts. */
  private static final Duration ALL_THE_TIME = Duration.ofHours(1);

  /** Runs out before the test opens the gate. */
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  /** More orders than any plausible limit of a queue. */
  private static final int MORE_THAN_ANY_QUEUE = 1_100;

  /** Enough orders to make it obvious if the code waits for each of them. */
  private static final int MANY = 40;

  private final WriteDesk desk = Answer.of(WriteDesk.class);

  @Test
  @Order(1)
  void accepting_never_waits_for_the_disk(Disk disk) {
    try (Gate held = disk.hold(Op.OPEN)) {
      acceptWhile(held, 5, disk);

      held.open();
      WriteDeskDiagnosis.assertReturns(close(ALL_THE_TIME));
    }
    assertThat(disk).ranOnlyOn(thread -> thread.name().startsWith("writer-"), "a writer");
  }

  @Test
  @Order(2)
  void accepted_orders_are_on_the_disk_when_the_desk_is_closed(Disk disk) {
    try (Gate held = disk.hold(Op.OPEN)) {
      acceptWhile(held, 5, disk);

      Call<?> close = close(ALL_THE_TIME);
      awaitWaiting(close);
      if (!close.hasEnded()) {
        WriteDeskDiagnosis.assertRefuses(
            Call.start("accept", () -> desk.accept(disk.path("late.txt"), new byte[] {1})));
        held.open();
      }
      close.returns();

      List<Integer> lost = new ArrayList<>(List.of(1, 2, 3, 4, 5));
      lost.removeAll(writtenOf(5, disk));
      if (!lost.isEmpty()) {
        throw WriteDeskDiagnosis.notDone(lost, disk.recording());
      }
    }
    assertThat(disk).file("order-5.txt").isDurable();
  }

  @Test
  @Order(3)
  void a_failed_write_is_reported_and_the_other_files_are_written(Disk disk) throws Exception {
    disk.when(Op.WRITE).on("order-2.txt").fails("No space left on device");
    accept(4, disk);

    IOException error = assertReports(close(ALL_THE_TIME));

    assertNames(disk.path("order-2.txt"), error);
    assertWritten(disk, 1, 3, 4);
    assertNamesNoneOf(error, disk, 1, 3, 4);
  }

  @Test
  @Order(4)
  void every_write_that_failed_is_reported(Disk disk) throws Exception {
    Files.createDirectory(disk.path("order-1.txt"));
    disk.when(Op.WRITE)
        .on("order-3.txt")
        .then(() -> {
          throw new InternalError("simulated by the suite");
        });
    disk.when(Op.WRITE).on("order-4.txt").fails("No space left on device");
    accept(5, disk);

    IOException error = assertReports(close(ALL_THE_TIME));

    assertNames(disk.path("order-1.txt"), error);
    assertNames(disk.path("order-4.txt"), error);
    WriteDeskDiagnosis.assertReportsTheError(disk.path("order-3.txt"), error);
    assertWritten(disk, 2, 5);
  }

  @Test
  @Order(5)
  void accept_rejects_orders_after_the_close(Disk disk) {
    accept(1, disk);
    close(ALL_THE_TIME).returns();

    try {
      Call.start("accept", () -> desk.accept(disk.path("late.txt"), new byte[] {1})).returns();
    } catch (RejectedExecutionException expected) {
      return;
    }
    throw WriteDeskDiagnosis.acceptedAfterTheClose();
  }

  @Test
  @Order(6)
  void unwritten_orders_are_reported_and_canceled_when_patience_runs_out(Disk disk)
      throws Exception {
    StartedThreads writers = StartedThreads.named("writer-");
    try (Gate held = disk.hold(Op.OPEN)) {
      acceptWhile(held, 5, disk);

      IOException error = assertReports(close(A_MOMENT), WriteDeskDiagnosis::gaveUpInSilence);

      for (int i = 1; i <= 5; i++) {
        assertNames(disk.path(name(i)), error);
      }
    }
    assertStopped("After the patience had run out", writers, disk);
  }

  @Test
  @Order(7)
  void two_orders_are_written_at_once_and_never_three(Disk disk) throws Exception {
    StartedThreads writers = StartedThreads.named("writer-");
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, 5, disk);
      HeldAssert.assertThat(held).holdsAtOnce(2);
      WriteDeskDiagnosis.assertTwo(writers.alive());
      held.open();
      close(ALL_THE_TIME).returns();
    }
    assertThat(disk).neverMoreInFlightThan(2, Op.OPEN, Op.WRITE);
  }

  @Test
  @Order(8)
  void the_patience_is_one_limit_for_all_orders_together(Disk disk) throws Exception {
    StartedThreads writers = StartedThreads.named("writer-");
    AtomicLong waits = new AtomicLong();
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, MANY, disk);
      held.awaitArrivals(2);

      assertReports(
          Call.start(
              "close",
              () -> {
                long before = Waits.ofTheCurrentThread();
                try {
                  desk.close(Duration.ofMillis(5));
                } finally {
                  waits.set(Waits.ofTheCurrentThread() - before);
                }
              }));
    }
    if (waits.get() >= MANY / 2) {
      throw WriteDeskDiagnosis.waitedForEach(MANY, waits.get());
    }
    Eventually.holds(() -> writers.alive().isEmpty());
    if (begun(disk) > 2) {
      throw WriteDeskDiagnosis.begunLater(disk.recording());
    }
  }

  @Test
  @Order(9)
  void an_interrupt_ends_the_wait_and_cancels_the_orders(Disk disk) throws Exception {
    StartedThreads writers = StartedThreads.named("writer-");
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, 5, disk);

      Call<?> close = close(ALL_THE_TIME);
      awaitWaiting(close);
      close.interrupt();

      IOException error = assertReports(close, WriteDeskDiagnosis::silentWhenInterrupted);
      assertNames(disk.path("order-5.txt"), error);
      close.interruptFlagIsKept();
    }
    assertStopped("After an interrupt", writers, disk);
  }

  @Test
  @Order(10)
  void no_queued_order_begins_while_the_orders_are_canceled(Disk disk) throws Exception {
    // While order 2 is being canceled, the writer of order 1 has time to begin another order.
    try (Gate held = disk.when(Op.WRITE).on("order-1.txt").hold();
        SlowInterrupt canceling = new SlowInterrupt(() -> begun(disk) > 2)) {
      disk.when(Op.WRITE).on("order-2.txt").then(canceling::await);
      WriteDeskDiagnosis.assertAccepts(
          Call.start("accept", () -> acceptAll(MORE_THAN_ANY_QUEUE, disk)), held);
      Await.until("two orders to begin", () -> held.waiting() == 1 && canceling.isAwaited());
      assertReports(close(Duration.ZERO));
      if (begun(disk) > 2) {
        throw WriteDeskDiagnosis.begunLater(disk.recording());
      }
    }
  }

  @Test
  @Order(10)
  void a_second_close_reports_the_same_orders(Disk disk) throws Exception {
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, 3, disk);
      assertReports(close(Duration.ZERO));

      IOException again = assertReports(close(ALL_THE_TIME), WriteDeskDiagnosis::reportedOnce);

      for (int i = 1; i <= 3; i++) {
        if (!names(disk.path(name(i)), again)) {
          throw WriteDeskDiagnosis.reportedOnce();
        }
      }
    }
  }

  @Test
  @Order(11)
  void the_longest_patience_does_not_overflow(Disk disk) throws Exception {
    accept(1, disk);
    try {
      close(Duration.ofSeconds(Long.MAX_VALUE)).returns();
    } catch (ArithmeticException overflow) {
      throw WriteDeskDiagnosis.overflow(overflow);
    }
    assertWritten(disk, 1);
  }

  @Test
  @Order(12)
  void a_patience_of_less_than_a_second_counts(Disk disk) throws Exception {
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, 1, disk);
      Call<?> close = close(Duration.ofMillis(900));

      boolean gaveUp = Eventually.holds(() -> close.hasEnded() || Waits.isWaiting(close.thread()));
      if (gaveUp && close.hasEnded()) {
        throw WriteDeskDiagnosis.hadNoPatience();
      }
      held.open();
      close.returns();
    }
  }

  @Test
  @Order(13)
  void a_desk_without_orders_closes_without_an_error() {
    close(ALL_THE_TIME).returns();
  }

  @Test
  @Order(14)
  void two_orders_for_one_file_are_two_orders(Disk disk) throws Exception {
    disk.when(Op.WRITE).on("order-1.txt").times(1).fails("No space left on device");
    accept(1, disk);
    Await.until(
        "the first of two writes to fail", () -> !disk.recording().only(Op.WRITE).isEmpty());
    accept(1, disk);

    IOException error =
        assertReports(
            close(ALL_THE_TIME), () -> WriteDeskDiagnosis.forgotTheFirst(disk.recording()));

    assertNames(disk.path("order-1.txt"), error);
  }

  @Test
  @Order(15)
  void the_content_is_copied_during_the_call(Disk disk) throws Exception {
    byte[] array = "the first content".getBytes(UTF_8);
    try (Gate held = disk.hold(Op.OPEN)) {
      acceptWhile(held, 2, disk);
      held.awaitArrivals(2); // the next orders have to wait in the queue
      Call.start(
              "accept",
              () -> {
                desk.accept(disk.path("a.txt"), array);
                desk.accept(disk.path("empty.txt"), new byte[0]);
              })
          .returnsWhileHeld(held);
      Arrays.fill(array, (byte) '?');
      held.open();
      close(ALL_THE_TIME).returns();
    }
    if (Arrays.equals(array, disk.contents("a.txt"))) {
      throw WriteDeskDiagnosis.readTheArrayLater();
    }
    assertThat(disk).file("a.txt").holds("the first content".getBytes(UTF_8));
    if (!disk.exists("empty.txt")) {
      throw WriteDeskDiagnosis.skippedTheEmptyOne();
    }
    assertThat(disk).file("empty.txt").holds(new byte[0]);
  }

  @Test
  @Order(16)
  void the_writers_are_not_daemons_even_if_a_daemon_calls_accept(Disk disk) throws Exception {
    CompletableFuture<List<Thread>> daemons = new CompletableFuture<>();
    try (Gate held = disk.hold(Op.OPEN)) {
      Thread.ofPlatform().daemon().start(() -> acceptAll(2, disk));
      held.awaitArrivals(2);
      daemons.complete(
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.isDaemon() && thread.getName().startsWith("writer-"))
              .toList());
      held.open();
      close(ALL_THE_TIME).returns();
    }
    if (!daemons.join().isEmpty()) {
      throw WriteDeskDiagnosis.daemons();
    }
  }

  @Test
  @Order(17)
  void a_failure_keeps_its_cause(Disk disk) throws Exception {
    IOException full = new IOException("No space left on device");
    disk.when(Op.WRITE).on("order-2.txt").fails(_ -> full);
    accept(3, disk);

    WriteDeskDiagnosis.assertKeepsTheCause(full, assertReports(close(ALL_THE_TIME)));
  }

  static String name(int order) {
    return "order-" + order + ".txt";
  }

  static byte[] content(int order) {
    return ("content of order " + order).getBytes(UTF_8);
  }

  private void accept(int count, Disk disk) {
    Call.start("accept", () -> acceptAll(count, disk)).returns();
  }

  private void acceptWhile(Gate held, int count, Disk disk) {
    Call.start("accept", () -> acceptAll(count, disk)).returnsWhileHeld(held);
  }

  private void acceptAll(int count, Disk disk) {
    for (int i = 1; i <= count; i++) {
      desk.accept(disk.path(name(i)), content(i));
    }
  }

  private Call<@Nullable Void> close(Duration patience) {
    return Call.start("close", () -> desk.close(patience));
  }

  /** Returns once the call waits or has returned: one of the two is certain. */
  private static void awaitWaiting(Call<?> call) {
    Await.until(
        "close() to wait or to return",
        () -> call.hasEnded() || Waits.isWaiting(call.thread()),
        () -> call.thread().getState().toString());
  }

  private static int begun(Disk disk) {
    return disk.recording().only(Op.OPEN).events().size();
  }

  private static void assertWritten(Disk disk, int... orders) {
    for (int order : orders) {
      assertThat(disk).file(name(order)).holds(content(order));
    }
  }
}
