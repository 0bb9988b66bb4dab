package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.ThreadSnapshot;

@ExerciseSuite
class WriteDeskTest {

  /** Longer than any test lasts. */
  private static final Duration ALL_THE_TIME = Duration.ofHours(1);

  /** Over before anybody lets the held disk go. */
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  /** So many that waiting for each cannot be mistaken for anything else. */
  private static final int MANY = 40;

  private final WriteDesk desk = Answer.of(WriteDesk.class);

  @Test
  @Order(1)
  void accepting_never_waits_for_the_disk(Disk disk) {
    try (Gate held = disk.hold(Op.OPEN)) {
      acceptWhile(held, 5, disk);

      held.open();
      close(ALL_THE_TIME).returns();
    }
    assertThat(disk).ranOnlyOn(thread -> thread.name().startsWith("writer-"), "a writer");
  }

  @Test
  @Order(2)
  void what_was_accepted_is_on_the_disk_when_the_desk_is_closed(Disk disk) {
    try (Gate held = disk.hold(Op.OPEN)) {
      acceptWhile(held, 5, disk);

      Call<?> close = close(ALL_THE_TIME);
      awaitWaiting(close);
      if (!close.isBack()) {
        held.open();
      }
      close.returns();

      List<Integer> lost = new ArrayList<>(List.of(1, 2, 3, 4, 5));
      lost.removeAll(writtenOf(5, disk));
      if (!lost.isEmpty()) {
        throw Diagnosis.observed(
                "close() came back without an error, and of 5 accepted writes %d are not done: %s"
                    .formatted(lost.size(), lost))
            .means("Its caller takes them for written, and may end the program right now.")
            .nextStep(
                "First shutdown(), which lets the accepted ones go on, then wait: awaitTermination()"
                    + " returns when the last of them has ended.")
            .evidence("On the disk", disk.recording());
      }
    }
    assertThat(disk).file("order-5.txt").isDurable();
  }

  @Test
  @Order(3)
  void a_write_that_failed_is_told_and_the_others_are_done(Disk disk) throws Exception {
    disk.when(Op.WRITE).on("order-2.txt").fails("No space left on device");
    accept(4, disk);

    IOException error = assertTold(close(ALL_THE_TIME));

    assertNames(disk.path("order-2.txt"), error);
    assertWritten(disk, 1, 3, 4);
    assertNamesNoneOf(error, disk, 1, 3, 4);
  }

  @Test
  @Order(4)
  void every_write_that_failed_is_told(Disk disk) throws Exception {
    Files.createDirectory(disk.path("order-1.txt"));
    disk.when(Op.WRITE)
        .on("order-3.txt")
        .then(() -> {
          throw new InternalError("simulated by the suite");
        });
    accept(4, disk);

    IOException error = assertTold(close(ALL_THE_TIME));

    assertNames(disk.path("order-1.txt"), error);
    if (!names(disk.path("order-3.txt"), error)) {
      throw Diagnosis.observed("close() threw: " + error)
          .means("It does not name order-3.txt, which was not written either: it met an Error.")
          .nextStep(
              "catch (IOException) does not see an Error. Ask the future, which keeps any Throwable,"
                  + " or catch that.")
          .because(error);
    }
    assertWritten(disk, 2, 4);
  }

  @Test
  @Order(5)
  void after_closing_time_nothing_is_accepted_in_silence(Disk disk) {
    accept(1, disk);
    close(ALL_THE_TIME).returns();

    try {
      Caller.call("accept", () -> desk.accept(disk.path("late.txt"), new byte[] {1})).returns();
    } catch (RejectedExecutionException expected) {
      return;
    }
    throw Diagnosis.observed("After close(), accept() returned as if it had accepted.")
        .means("Nobody will ever write this, and nobody knows.")
        .nextStep("Let the RejectedExecutionException of the closed pool through.");
  }

  @Test
  @Order(6)
  void when_patience_is_over_what_is_not_written_is_told_and_left(Disk disk) throws Exception {
    Newcomers writers = Newcomers.called("writer-");
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, 5, disk);

      IOException error = assertTold(close(A_MOMENT));

      for (int i = 1; i <= 5; i++) {
        assertNames(disk.path(name(i)), error);
      }
    }
    Standstill.orElse(
        () -> writers.alive().isEmpty(),
        () ->
            Diagnosis.observed(
                    "close() came back; left are " + writers.alive() + ", and nobody moves.")
                .means("Threads that wait for orders for ever keep the program from ending.")
                .nextStep("Shut the pool down in any case, also when patience is over."));
    List<Integer> later = writtenOf(5, disk);
    if (!later.isEmpty()) {
      throw Diagnosis.observed(
              "close() had given up; afterwards these were written: orders " + later)
          .means("What was told as not written is written later, behind everybody's back.")
          .nextStep("Cancel what has not ended, running or waiting, before you tell.")
          .evidence("On the disk", disk.recording());
    }
  }

  @Test
  @Order(7)
  void all_orders_together_have_one_patience(Disk disk) throws Exception {
    AtomicLong waits = new AtomicLong();
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, MANY, disk);

      assertTold(
          Caller.call(
              "close",
              () -> {
                long before = waits();
                try {
                  desk.close(Duration.ofMillis(5));
                } finally {
                  waits.set(waits() - before);
                }
              }));
    }
    if (waits.get() >= MANY / 2) {
      throw Diagnosis.observed(
              "%d orders were under way, and close() waited %d times: about once for each."
                  .formatted(MANY, waits.get()))
          .means("The patience was for closing time. A minute for each of forty is forty minutes.")
          .nextStep(
              "Wait once for all of them, with awaitTermination(); or let each wait have what is left"
                  + " of the patience.");
    }
  }

  /** How often the current thread has slept, or waited for somebody. */
  private static long waits() {
    return ManagementFactory.getThreadMXBean()
        .getThreadInfo(Thread.currentThread().threadId())
        .getWaitedCount();
  }

  @Test
  @Order(8)
  void an_interrupt_ends_the_waiting_and_stays_set(Disk disk) throws Exception {
    try (Gate held = disk.hold(Op.WRITE)) {
      acceptWhile(held, 5, disk);

      Call<?> close = close(ALL_THE_TIME);
      awaitWaiting(close);
      close.interrupt();

      IOException error = assertTold(close);
      assertNames(disk.path("order-5.txt"), error);
      close.interruptFlagIsKept();
    }
  }

  @Test
  @Order(9)
  void a_desk_without_orders_closes_without_a_word() {
    close(ALL_THE_TIME).returns();
  }

  @Test
  @Order(10)
  void of_two_orders_for_one_file_each_counts(Disk disk) throws Exception {
    disk.when(Op.WRITE).on("order-1.txt").times(1).fails("No space left on device");
    accept(1, disk);
    Await.until(
        "the first of two writes to fail", () -> !disk.recording().only(Op.WRITE).isEmpty());
    accept(1, disk);

    IOException error =
        assertTold(
            close(ALL_THE_TIME),
            () ->
                Diagnosis.observed(
                        "Two orders for one file: the first failed, the second was written, and"
                            + " close() threw nothing.")
                    .means(
                        "Where orders are kept by their path, the second takes the place of the"
                            + " first.")
                    .nextStep("Keep all that was accepted, one beside the other: in a list, say.")
                    .evidence("On the disk", disk.recording()));

    assertNames(disk.path("order-1.txt"), error);
  }

  private static String name(int order) {
    return "order-" + order + ".txt";
  }

  private static byte[] content(int order) {
    return ("content of order " + order).getBytes(UTF_8);
  }

  private void accept(int count, Disk disk) {
    Caller.call("accept", () -> acceptAll(count, disk)).returns();
  }

  private void acceptWhile(Gate held, int count, Disk disk) {
    Caller.call("accept", () -> acceptAll(count, disk)).returnsWhileHeld(held);
  }

  private void acceptAll(int count, Disk disk) {
    for (int i = 1; i <= count; i++) {
      desk.accept(disk.path(name(i)), content(i));
    }
  }

  private Call<@Nullable Void> close(Duration patience) {
    return Caller.call("close", () -> desk.close(patience));
  }

  /** Until the call waits for somebody, or has come back: one of the two is certain to come. */
  private static void awaitWaiting(Call<?> call) {
    Await.until(
        "close() to wait or to come back",
        () ->
            call.isBack()
                || call.thread().getState() == Thread.State.WAITING
                || call.thread().getState() == Thread.State.TIMED_WAITING,
        () -> call.thread().getState().toString());
  }

  private static IOException assertTold(Call<?> close) {
    return assertTold(
        close,
        () ->
            Diagnosis.observed(
                    "Not all that was accepted was written, and close() threw no IOException.")
                .means(
                    "The failure ended in a future that nobody asks. Whoever closes believes in what"
                        + " is not there.")
                .nextStep(
                    "Keep each order's future; at closing time ask each of them how it ended."));
  }

  private static IOException assertTold(Call<?> close, Supplier<Diagnosis> nothingThrown) {
    Standstill.orElse(close::isBack, () -> waitsOn(close));
    try {
      return close.fails(IOException.class);
    } catch (Diagnosis other) {
      // What it threw in place of an IOException is told best as it is.
      throw other.getCause() == null ? nothingThrown.get() : other;
    }
  }

  private static Diagnosis waitsOn(Call<?> close) {
    return Diagnosis.observed("close() waits on: " + ThreadSnapshot.of(close.thread()))
        .means("Its patience is over, or it was interrupted, and the waiting never ends.")
        .nextStep("Wait with a limit, and leave when the limit is over or an interrupt comes.");
  }

  private static void assertNames(Path file, IOException error) {
    if (!names(file, error)) {
      throw Diagnosis.observed("close() threw: " + error)
          .means("It does not name %s, which was not written either.".formatted(file.getFileName()))
          .nextStep(
              "Name each file that was not written; addSuppressed() takes the second and third.")
          .because(error);
    }
  }

  private static boolean names(Path file, IOException error) {
    return Stream.concat(Stream.of(error), Stream.of(error.getSuppressed()))
        .anyMatch(each -> String.valueOf(each.getMessage()).contains(file.toString()));
  }

  private static void assertNamesNoneOf(IOException error, Disk disk, int... orders) {
    for (int order : orders) {
      if (names(disk.path(name(order)), error)) {
        throw Diagnosis.observed("close() threw: " + error)
            .means("It names %s, which is on the disk.".formatted(name(order)))
            .nextStep("Name what was not written, and nothing else: ask each future how it ended.")
            .because(error);
      }
    }
  }

  private static List<Integer> writtenOf(int count, Disk disk) {
    return IntStream.rangeClosed(1, count)
        .filter(i -> disk.exists(name(i)) && Arrays.equals(content(i), disk.contents(name(i))))
        .boxed()
        .toList();
  }

  private static void assertWritten(Disk disk, int... orders) {
    for (int order : orders) {
      assertThat(disk).file(name(order)).holds(content(order));
    }
  }
}
