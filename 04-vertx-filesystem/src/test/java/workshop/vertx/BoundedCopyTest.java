package workshop.vertx;

import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class BoundedCopyTest {

  private static final int KIB = 1024;

  /** A write that is held occupies a worker, and none may be missed: reads need one too. */
  private static final int WORKERS = 200;

  private final BoundedCopy copying = Answer.of(BoundedCopy.class);

  @Test
  @Order(1)
  void a_file_is_copied(Disk disk) {
    byte[] content = random(100_001);
    disk.seed("delivery.bin", content);
    disk.seed("shelf.bin", random(200_000));
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS)) {
      copy(kitchen, disk, 64 * KIB).served();
    }
    if (!disk.recording().only(Op.COPY).isEmpty()) {
      throw Diagnosis.observed("The file was copied by the operating system: FileSystem.copy().")
          .means(
              "For a copy there is nothing better. But the bytes never came to your program, so it"
                  + " does not know yet how to handle a stream that is larger than its memory.")
          .nextStep("Open both files, and let the bytes flow from the one to the other.");
    }
    assertThat(disk).file("shelf.bin").startsEmpty().wasWrittenOnce(content);
    assertThat(disk).file("delivery.bin").wasReadOnce();
  }

  @Test
  @Order(2)
  void the_source_pauses_while_the_target_is_held(Disk disk) {
    disk.seed("delivery.bin", random(1024 * KIB));
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS);
        Gate held = disk.hold(Op.WRITE)) {
      Promised<Void> copy = copy(kitchen, disk, 64 * KIB);
      copy.arrivesAt(held);
      kitchen.comesWithout(() -> mostInMemory(disk) > 64 * KIB);

      assertBounded(disk, 64 * KIB);
      copy.isNotDoneWhile(held, "the copying");
      copy.leavesTheLoopFreeAt(held);
    }
    assertBounded(disk, 64 * KIB);
    assertThat(disk).file("shelf.bin").holds(disk.contents("delivery.bin"));
  }

  @Test
  @Order(3)
  void another_mark_is_kept_as_well(Disk disk) {
    disk.seed("delivery.bin", random(1024 * KIB));
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS);
        Gate held = disk.hold(Op.WRITE)) {
      Promised<Void> copy = copy(kitchen, disk, 16 * KIB);
      copy.arrivesAt(held);
      kitchen.comesWithout(() -> mostInMemory(disk) > 16 * KIB);

      assertBounded(disk, 16 * KIB);
      held.open();
      copy.served();
    }
    assertBounded(disk, 16 * KIB);
  }

  @Test
  @Order(4)
  void both_files_are_closed_when_the_copy_is_done(Disk disk) {
    disk.seed("delivery.bin", random(10 * KIB));
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS);
        Gate held = disk.hold(Op.CLOSE)) {
      Promised<Void> copy = copy(kitchen, disk, 64 * KIB);
      copy.arrivesAt(held);
      copy.isNotDoneWhile(held, "a file is still open, and closing it");
      held.let(1);
      kitchen.settle();
      copy.isNotDoneWhile(held, "the other file is still open, and closing it");
      held.open();
      copy.served();

      kitchen.assertNothingIsOpen();
    }
  }

  @Test
  @Order(5)
  void a_disk_that_fills_up_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("delivery.bin", random(1024 * KIB));
    disk.when(Op.WRITE).from(3).fails("No space left on device");
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS)) {
      copy(kitchen, disk, 64 * KIB).failed();

      kitchen.assertNothingIsOpen();
    }
  }

  @Test
  @Order(6)
  void a_source_that_fails_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("delivery.bin", random(1024 * KIB));
    disk.when(Op.READ).from(3).fails("Input/output error");
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS)) {
      copy(kitchen, disk, 64 * KIB).failed();

      kitchen.assertNothingIsOpen();
    }
  }

  @Test
  @Order(7)
  void a_target_that_cannot_be_opened_leaves_the_source_closed(Disk disk) {
    disk.seed("delivery.bin", random(10 * KIB));
    disk.when(Op.OPEN).on("shelf.bin").fails("Permission denied");
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS)) {
      copy(kitchen, disk, 64 * KIB).failed();

      kitchen.assertNothingIsOpen();
    }
  }

  @Test
  @Order(8)
  void a_missing_source_is_not_made(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk, WORKERS)) {
      Promised<Void> copy = copy(kitchen, disk, 64 * KIB);
      copy.awaitEnd();
      if (disk.exists("delivery.bin")) {
        throw Diagnosis.observed("There was no delivery.bin. Now there is one, and it is empty.")
            .means("By default an AsyncFile is opened for reading and writing, and made if absent.")
            .nextStep("Open the source for reading only: see what OpenOptions has switched on.");
      }
      copy.failed();
    }
  }

  private Promised<Void> copy(Kitchen kitchen, Disk disk, int mark) {
    return kitchen.order(
        "copy()",
        () ->
            copying.copy(kitchen.vertx(), disk.path("delivery.bin"), disk.path("shelf.bin"), mark));
  }

  private static void assertBounded(Disk disk, int mark) {
    long most = mostInMemory(disk);
    if (most > mark) {
      throw Diagnosis.observed(
              "%,d bytes had been read that were not yet written; the mark is at %,d."
                  .formatted(most, mark))
          .means(
              "The source runs ahead of the target, and what is between them fills the memory. With"
                  + " a file that is large enough, and a target that is slow enough, all of it.")
          .nextStep(
              "Let the source pause when the target's queue is full (pipeTo does), and make"
                  + " that queue, and the chunks that are read, small enough for this mark.");
    }
  }

  /** What has been read and is not yet written was in memory: adds it up over time. */
  private static long mostInMemory(Disk disk) {
    record Step(long nanos, long bytes) {}
    List<Step> steps = new ArrayList<>();
    for (DiskEvent event : disk.recording().only(Op.READ, Op.WRITE)) {
      if (event.isDone() && event.transferred() > 0) {
        long bytes = event.op() == Op.READ ? event.transferred() : -event.transferred();
        steps.add(new Step(event.endNanos(), bytes));
      }
    }
    steps.sort(Comparator.comparingLong(Step::nanos));
    long inMemory = 0;
    long most = 0;
    for (Step step : steps) {
      inMemory += step.bytes();
      most = Math.max(most, inMemory);
    }
    return most;
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
