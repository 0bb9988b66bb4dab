package workshop.downloads;

import static workshop.downloads.AllOrNothingDiagnosis.sharesATemporaryFile;
import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.assertSoonOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;
import static workshop.downloads.PartFile.OLD_FILE;
import static workshop.downloads.PartFile.assertOnlyMovedInto;
import static workshop.downloads.PartFile.assertUntouched;
import static workshop.downloads.PartFile.awaitWritten;
import static workshop.downloads.PartFile.writtenBytes;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
class AllOrNothingTest extends DurabilityContract {
  @Test
  @Order(9)
  void the_bytes_are_written_next_to_the_target(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));

    Await.result("the download", start(disk));

    if (writtenBytes(disk) == 0) {
      throw AllOrNothingDiagnosis.isNotBesideTheTarget(disk);
    }
  }

  @Test
  @Order(10)
  void the_call_returns_while_the_disk_is_held(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.OPEN)) {
      download = Call.start("download", () -> begin(disk)).returnsWhileHeld(held);
    }
    Await.result("the download", download);
  }

  @Test
  @Order(11)
  void a_partial_file_never_has_the_final_name(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest());
    CompletableFuture<Path> download;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      download = start(disk);
      midway.awaitArrivals(1);
      awaitWritten(disk, 1, 200_000);

      assertUntouched(disk, "Some of the body had arrived.");
    }
    Await.result("the download", download);

    assertThat(disk).file("menu.bin").holds(BODY);
    assertOnlyMovedInto(disk, "menu.bin");
  }

  @Test
  @Order(12)
  void the_file_is_whole_and_verified_before_it_gets_its_name(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest());
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.MOVE)) {
      download = start(disk);
      if (!Eventually.holds(() -> held.waiting() > 0)) {
        throw AllOrNothingDiagnosis.isNotMoved(disk);
      }
      assertUntouched(disk, "The whole body had arrived, and the move was about to begin.");
    }
    Await.result("the download", download);

    assertThat(disk).file("menu.bin").holds(BODY);
  }

  @Test
  @Order(13)
  void a_failure_is_reported_after_the_clean_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.DELETE)) {
      download = start(disk);
      Eventually.holds(() -> held.waiting() > 0);

      if (held.waiting() > 0 && !Quiescence.reachedWithout(download::isDone)) {
        throw DownloadDiagnosis.endsBeforeTheDeletion(disk);
      }
    }
    String fault = "The connection was closed after 100000 of 300000 bytes.";
    failureOf(fault, () -> Await.result("the download", download));
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(14)
  void a_damaged_body_never_gets_the_final_name(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    byte[] damaged = BODY.clone();
    damaged[123_456] ^= 1;
    origin.at("/menu.bin").answers(Reply.of(damaged).digestOf(BODY));
    String fault = "One bit of the body was wrong, as the Repr-Digest header shows.";

    Throwable failure = failureOf(fault, () -> Await.result("the download", start(disk)));

    assertNames(origin.uri("/menu.bin"), "checksum", failure);
    boolean moved = disk.recording().only(Op.MOVE).events().stream().anyMatch(e -> e.isDone());
    if (moved) {
      throw AllOrNothingDiagnosis.isMovedBeforeVerified(fault, disk);
    }
    assertUntouched(disk, fault);
    assertOnly(List.of("menu.bin"), disk, fault);
  }

  @Test
  @Order(15)
  void an_old_file_stays_until_the_new_one_is_whole(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    origin
        .at("/menu.bin")
        .answers(
            Reply.status(500),
            Reply.of(BODY).closesAfter(100_000),
            Reply.of(BODY).declaring(300_001),
            Reply.of(BODY).resetsAfter(100_000),
            // Only the checksum distinguishes these two bodies.
            Reply.of(BODY).digest().withoutLength().closesAfter(100_000),
            Reply.of(BODY).digest().declaring(100_000));
    for (int i = 1; i <= 6; i++) {
      String fault = "Download " + i + " of 6 failed.";

      failureOf(fault, () -> Await.result("the download", start(disk)));

      assertUntouched(disk, fault);
      assertOnly(List.of("menu.bin"), disk, fault);
    }
  }

  @Test
  @Order(17)
  void a_cancel_before_the_reply_stops_the_request(Disk disk) {
    try (OriginGate held = origin.hold()) {
      CompletableFuture<Path> download = start(disk);
      held.awaitArrivals(1);

      download.cancel(true);

      OriginAssert.assertThat(origin).wasCanceled("/menu.bin");
      assertSoonOnly(List.of(), disk, "The download was canceled before the reply.");
      assertEndsAfterTheCancel(download);
    }
  }

  @Test
  @Order(18)
  void a_cancel_in_the_middle_leaves_no_partial_file(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(200_000));
    CompletableFuture<Path> download = start(disk);
    awaitWritten(disk, 1, 200_000);

    download.cancel(true);

    OriginAssert.assertThat(origin).wasCanceled("/menu.bin");
    assertSoonOnly(List.of("menu.bin"), disk, "The download was canceled midway.");
    assertUntouched(disk, "The download was canceled midway.");
    assertEndsAfterTheCancel(download);
  }

  @Test
  @Order(39)
  void a_file_is_not_opened_after_a_cancel(Disk disk) {
    URI from = URI.create("http://example.org/menu.bin");
    LateClient late = new LateClient();
    CompletableFuture<Path> download =
        downloads.download(late, from, disk.path("menu.bin"), worker);
    late.awaitReply();
    download.cancel(true);
    Eventually.holds(download::isDone);
    Await.result("the cleanup", worker.submit(() -> {})); // the result may have come before it

    late.beginBody();

    DownloadDiagnosis.assertOpensNothingLater("The download was canceled", disk);
  }

  @Test
  @Order(18)
  void after_a_cancel_the_result_agrees_with_the_disk(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest());
    CompletableFuture<Path> download;
    try (Gate verifying = disk.hold(Op.READ)) {
      download = start(disk);
      verifying.awaitArrivals(1);
      download.cancel(true);
    }
    Eventually.holds(download::isDone);
    boolean agrees =
        download.isCompletedExceptionally()
            ? Quiescence.reachedWithout(() -> !disk.recording().only(Op.MOVE).isEmpty())
            : Arrays.equals(disk.contents("menu.bin"), BODY);
    if (!agrees) {
      throw AllOrNothingDiagnosis.movesAfterTheCancel(disk);
    }
  }

  private static void assertEndsAfterTheCancel(CompletableFuture<Path> download) {
    Eventually.orElse(download::isDone, AllOrNothingDiagnosis::doesNotEndAfterACancel);
    if (!download.isCompletedExceptionally()) {
      throw AllOrNothingDiagnosis.succeedsAfterACancel();
    }
  }

  @Test
  @Order(19)
  void two_downloads_of_one_target_leave_one_whole_file(Disk disk) {
    useTwoWorkers();
    byte[] other = Reply.randomBytes(9, BODY.length);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest(), Reply.of(other).digest());
    CompletableFuture<Path> first;
    CompletableFuture<Path> second;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      first = start(disk);
      second = start(disk);
      midway.awaitTogether(2);
      awaitWritten(disk, 300_000, 400_000);
    }
    try {
      Await.result("the first download", first);
      Await.result("the second download", second);
    } catch (Exception failure) {
      throw sharesATemporaryFile("one of them failed: " + failure, disk).because(failure);
    }

    byte[] found = disk.contents("menu.bin");
    if (!Arrays.equals(found, BODY) && !Arrays.equals(found, other)) {
      throw sharesATemporaryFile("the file has the content of neither.", disk);
    }
    assertOnly(List.of("menu.bin"), disk, "Both downloads have ended.");
  }

  @Test
  @Order(38)
  void a_failed_download_removes_only_its_own_temporary_file(Disk disk) {
    useTwoWorkers();
    origin.at("/menu.bin").answers(Reply.of(BODY), Reply.of(BODY).closesAfter(100_000));
    CompletableFuture<Path> first;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      first = start(disk);
      midway.awaitArrivals(1);
      awaitWritten(disk, 1, 200_000);

      failureOf(
          "The connection was closed in the middle of the body.",
          () -> Await.result("the second download", start(disk)));

      if (disk.names().isEmpty()) {
        throw AllOrNothingDiagnosis.deletesTheOtherFile(disk);
      }
    }
    Await.result("the first download", first);

    assertThat(disk).file("menu.bin").holds(BODY);
    assertOnly(List.of("menu.bin"), disk, "One of two downloads failed.");
  }

  @Test
  @Order(20)
  void the_worker_does_the_work_on_files(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).digest());

    Await.result("the download", start(disk));

    assertDoneByTheWorker(disk, Op.READ, Op.FORCE, Op.MOVE);
    assertDoneByTheWorker(disk, Op.ATTRIBUTES);
  }

  @Test
  @Order(63)
  void the_worker_deletes_the_file_after_a_cancel(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(200_000));
    CompletableFuture<Path> download = start(disk);
    awaitWritten(disk, 1, 200_000);

    CountDownLatch busy = new CountDownLatch(1); // so that the worker is not faster
    worker.execute(() -> Await.latch("the end of the cancel", busy));
    download.cancel(true);
    busy.countDown();

    assertSoonOnly(List.of(), disk, "The download was canceled midway.");
    assertDeletedByTheWorker(disk);
  }

  private static void assertDeletedByTheWorker(Disk disk) {
    DiskEvent delete = disk.recording().only(Op.DELETE).events().getFirst();
    if (!delete.thread().name().equals("worker")) {
      throw AllOrNothingDiagnosis.isDeletedByAnotherThread(delete, disk);
    }
  }

  private static void assertDoneByTheWorker(Disk disk, Op... ops) {
    for (DiskEvent each : disk.recording().only(ops)) {
      if (!each.thread().name().equals("worker")) {
        throw AllOrNothingDiagnosis.isDoneByAnotherThread(each, disk);
      }
    }
  }

  @Test
  @Order(21)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "on Windows, no move replaces a directory")
  void a_directory_in_the_way_is_not_replaced(Disk disk) throws IOException {
    Files.createDirectory(disk.path("menu.bin"));
    origin.at("/menu.bin").answers(Reply.of(BODY));
    String fault = "A directory has the name menu.bin.";
    try {
      Await.result("the download", start(disk));
    } catch (Exception failure) {
      assertNames(origin.uri("/menu.bin"), "", failure);
      assertOnly(List.of("menu.bin"), disk, fault);
      return;
    }
    throw AllOrNothingDiagnosis.replacesADirectory(fault);
  }

  @Test
  @Order(56)
  void the_worker_cleans_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));

    Await.failure("the download", start(disk));

    assertDeletedByTheWorker(disk);
  }

  @Test
  @Order(57)
  void a_worker_that_was_shut_down_does_not_keep_the_result_waiting(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    CompletableFuture<Path> download;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      download = start(disk);
      midway.awaitArrivals(1);
      worker.shutdownNow();
    }

    if (!Eventually.holds(download::isDone)) {
      throw AllOrNothingDiagnosis.needsTheWorker(disk);
    }
    Await.failure("the download", download);
    assertSoonOnly(List.of(), disk, "The worker was shut down.");
  }

  @Test
  @Order(58)
  void two_downloads_begun_by_one_thread_have_two_temporary_files(Disk disk) {
    useTwoWorkers();
    origin.at("/menu.bin").answers(Reply.of(BODY));
    List<CompletableFuture<Path>> both;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      both = Call.start("two downloads", () -> List.of(begin(disk), begin(disk))).returns();
      midway.awaitTogether(2);
      awaitWritten(disk, 300_000, 400_000);
      if (disk.names().size() < 2) {
        throw sharesATemporaryFile("there is only one temporary file: " + disk.names() + ".", disk);
      }
      PartFile.assertNotNamedByTime(disk.names());
    }
    both.forEach(each -> Await.result("a download", each));
  }
}
