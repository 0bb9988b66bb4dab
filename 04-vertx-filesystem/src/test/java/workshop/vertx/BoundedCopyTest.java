package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Rule;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class BoundedCopyTest {

  private static final int KIB = 1024;

  /** Each held write occupies a worker, and reads need workers as well. */
  private static final int WORKERS = 200;

  private final BoundedCopy copying = Answer.of(BoundedCopy.class);

  @Test
  @Order(1)
  void a_file_is_copied(Disk disk) {
    byte[] content = SampleBytes.random(100_001);
    disk.seed("delivery.bin", content);
    disk.seed("shelf.bin", SampleBytes.random(200_000));
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      copy(loop, disk, 64 * KIB).result();
      loop.assertAskedNothing();
    }
    if (!disk.recording().only(Op.COPY).isEmpty()) {
      throw BoundedCopyDiagnosis.copiedByTheSystem();
    }
    assertThat(disk).file("shelf.bin").startsEmpty().wasWrittenOnce(content);
    assertThat(disk).file("delivery.bin").wasReadOnce();
  }

  @Test
  @Order(2)
  void the_source_pauses_while_the_target_is_held(Disk disk) {
    assertPauses(disk, 64 * KIB);
  }

  @Test
  @Order(3)
  void a_different_mark_is_respected_as_well(Disk disk) {
    assertPauses(disk, 20_001);
  }

  private void assertPauses(Disk disk, int mark) {
    byte[] content = SampleBytes.random(SampleBytes.LARGE);
    disk.seed("delivery.bin", content);
    disk.seed("shelf.bin", "");
    try (EventLoop loop = EventLoop.open(disk, WORKERS);
        Gate held = disk.hold(Op.WRITE)) {
      LoopCall<Void> copy = copy(loop, disk, mark);
      copy.reaches(held);
      loop.quietWithout(() -> mostInMemory(disk) > mark);

      assertBounded(disk, mark);
      copy.isNotDoneWhile(held, "not all bytes are copied");
      copy.leavesTheLoopFreeAt(held);
    }
    assertBounded(disk, mark);
    assertCopied(content, disk);
  }

  @Test
  @Order(4)
  void the_future_completes_after_the_last_write_and_after_both_files_are_closed(Disk disk) {
    disk.seed("delivery.bin", SampleBytes.random(10 * KIB));
    disk.seed("shelf.bin", "");
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      assertNotDoneWhile(loop, disk, disk.when(Op.WRITE), "the last write is not done");
      Rule targetsClose = disk.when(Op.CLOSE).on("shelf.bin");
      assertNotDoneWhile(loop, disk, targetsClose, "the target is still open");
      Rule sourcesClose = disk.when(Op.CLOSE).on("delivery.bin");
      assertNotDoneWhile(loop, disk, sourcesClose, "the source is still open");
      loop.assertNothingIsOpen();
    }
  }

  private void assertNotDoneWhile(EventLoop loop, Disk disk, Rule rule, String step) {
    try (Gate held = rule.hold()) {
      LoopCall<Void> copy = copy(loop, disk, 64 * KIB);
      copy.reaches(held);
      loop.quietWithout(copy::isDone);
      copy.isNotDoneWhile(held, step);
      held.open();
      copy.result();
    }
  }

  @Test
  @Order(5)
  void short_reads_and_partial_writes_are_resumed(Disk disk) {
    byte[] content = SampleBytes.random(100 * KIB + 1);
    disk.seed("delivery.bin", content);
    disk.seed("shelf.bin", "");
    disk.when(Op.READ).atMost(5 * KIB);
    disk.when(Op.WRITE).atMost(3 * KIB);
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      copy(loop, disk, 16 * KIB).result();
    }
    assertThat(disk).file("shelf.bin").wasWrittenOnce(content);
    assertBounded(disk, 16 * KIB);
  }

  @Test
  @Order(5)
  void a_disk_that_fills_up_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("delivery.bin", SampleBytes.random(1024 * KIB));
    disk.when(Op.WRITE).from(3).fails("No space left on device");
    assertFailsAndCloses(disk);
  }

  @Test
  @Order(6)
  void a_failed_read_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("delivery.bin", SampleBytes.random(1024 * KIB));
    disk.when(Op.READ).from(3).fails("Input/output error");
    assertFailsAndCloses(disk);
  }

  @Test
  @Order(7)
  void the_source_is_closed_if_the_target_cannot_be_opened(Disk disk) {
    disk.seed("delivery.bin", SampleBytes.random(10 * KIB));
    disk.when(Op.OPEN).on("shelf.bin").fails("Permission denied");
    assertFailsAndCloses(disk);
  }

  private void assertFailsAndCloses(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      copy(loop, disk, 64 * KIB).failed();

      loop.assertNothingIsOpen();
    }
  }

  @Test
  @Order(8)
  void a_missing_source_is_not_created_and_the_target_stays_as_it_is(Disk disk) throws IOException {
    disk.seed("shelf.bin", "from yesterday");
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      LoopCall<Void> copy = copy(loop, disk, 64 * KIB);
      copy.awaitEnd();
      if (disk.exists("delivery.bin")) {
        throw BoundedCopyDiagnosis.sourceCreated();
      }
      copy.failed();
      assertTargetIsKept(disk, "was missing");

      Files.delete(disk.path("shelf.bin")); // now isSameFile is not asked
      LoopCall<Void> toNewFile = copy(loop, disk, 64 * KIB);
      toNewFile.awaitEnd();
      if (disk.exists("delivery.bin")) {
        throw BoundedCopyDiagnosis.sourceCreated();
      }
      toNewFile.failed();
      disk.seed("shelf.bin", "from yesterday");

      disk.seed("delivery.bin", "soup");
      disk.when(Op.OPEN).on("delivery.bin").fails("Permission denied");
      copy(loop, disk, 64 * KIB).failed();
      assertTargetIsKept(disk, "could not be opened");
    }
  }

  private static void assertTargetIsKept(Disk disk, String source) {
    if (!disk.exists("shelf.bin")) {
      throw BoundedCopyDiagnosis.targetLost(source, "deleted");
    }
    if (disk.contents("shelf.bin").length == 0) {
      throw BoundedCopyDiagnosis.targetLost(source, "emptied");
    }
  }

  @Test
  @Order(9)
  void an_empty_source_empties_the_target(Disk disk) {
    disk.seed("delivery.bin", "");
    disk.seed("shelf.bin", "from yesterday");
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      copy(loop, disk, 64 * KIB).result();
    }
    assertCopied(new byte[0], disk);
  }

  @Test
  @Order(10)
  void a_copy_onto_itself_fails_and_keeps_the_content(Disk disk) {
    disk.seed("delivery.bin", "soup");
    assertRefused(disk, "delivery.bin", "under the same name");
  }

  @Test
  @Order(11)
  void a_copy_onto_itself_through_a_link_fails_and_keeps_the_content(Disk disk) throws IOException {
    disk.seed("delivery.bin", "soup");
    // A hard link: Windows needs no privilege for it.
    Files.createLink(disk.path("shelf.bin"), disk.path("delivery.bin"));
    assertRefused(disk, "shelf.bin", "through a link");
  }

  @Test
  @Order(12)
  void a_missing_target_is_created(Disk disk) {
    byte[] content = SampleBytes.random(10 * KIB + 1);
    disk.seed("delivery.bin", content);
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      LoopCall<Void> copy = copy(loop, disk, 64 * KIB);
      copy.awaitEnd();
      if (copy.failure() instanceof NoSuchFileException missing) {
        throw BoundedCopyDiagnosis.missingTargetRefused(missing);
      }
      copy.result();
    }
    assertCopied(content, disk);
  }

  @Test
  @Order(13)
  void the_first_error_is_reported_even_if_a_close_fails_as_well(Disk disk) {
    disk.seed("delivery.bin", SampleBytes.random(10 * KIB));
    disk.seed("shelf.bin", "");
    IOException first = new IOException("Input/output error");
    disk.when(Op.READ).fails(path -> first);
    disk.when(Op.CLOSE).on("delivery.bin").fails("Disk quota exceeded");
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      BoundedCopyDiagnosis.assertReported(first, copy(loop, disk, 64 * KIB).failed());
    }
  }

  private void assertRefused(Disk disk, String target, String how) {
    try (EventLoop loop = EventLoop.open(disk, WORKERS)) {
      LoopCall<Void> copy =
          loop.call(
              "copy()",
              () ->
                  copying.copy(
                      loop.vertx(), disk.path("delivery.bin"), disk.path(target), 64 * KIB));
      copy.awaitEnd();
      if (!Arrays.equals("soup".getBytes(UTF_8), disk.contents("delivery.bin"))) {
        throw BoundedCopyDiagnosis.sourceDestroyed(how, disk);
      }
      copy.failed();
    }
  }

  private LoopCall<Void> copy(EventLoop loop, Disk disk, int mark) {
    return loop.call(
        "copy()",
        () -> copying.copy(loop.vertx(), disk.path("delivery.bin"), disk.path("shelf.bin"), mark));
  }

  private static void assertCopied(byte[] content, Disk disk) {
    if (!Arrays.equals(content, disk.contents("shelf.bin"))) {
      throw BoundedCopyDiagnosis.otherContent(content, disk.contents("shelf.bin"));
    }
  }

  private static void assertBounded(Disk disk, int mark) {
    long most = mostInMemory(disk);
    if (most > mark) {
      throw BoundedCopyDiagnosis.ranAhead(most, mark);
    }
  }

  /** Returns the most bytes that were read and not yet written at any time. */
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
}
