package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.assertOnly;
import static workshop.downloads.Failing.assertSoonOnly;
import static workshop.downloads.Failing.failureOf;
import static workshop.downloads.PartFile.YESTERDAYS;
import static workshop.downloads.PartFile.assertOnlyMovedInto;
import static workshop.downloads.PartFile.assertUntouched;
import static workshop.downloads.PartFile.awaitWritten;
import static workshop.downloads.PartFile.sharesATemporaryFile;
import static workshop.downloads.PartFile.writtenBytes;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
class AllOrNothingTest extends AllOrNothingSteps {
  @Test
  @Order(9)
  void the_bytes_are_written_beside_the_target(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));

    Await.result("the download", start(disk));

    if (writtenBytes(disk) == 0) {
      throw Diagnosis.observed("The file is there, and no byte was written in its directory.")
          .means(
              "The temporary file was not in the target's directory. If that is another disk, a move"
                  + " from there is a copy, byte by byte, or it is refused.")
          .nextStep("Put it next to the target: to.resolveSibling(…).")
          .evidence("On the disk", disk.recording());
    }
  }

  @Test
  @Order(10)
  void the_caller_comes_back_while_the_disk_is_held(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.OPEN)) {
      download = Caller.call("download", () -> begin(disk)).returnsWhileHeld(held);
    }
    Await.result("the download", download);
  }

  @Test
  @Order(11)
  void at_no_instant_half_a_file_has_the_final_name(Disk disk) {
    disk.seed("menu.bin", YESTERDAYS);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest());
    CompletableFuture<Path> download;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      download = start(disk);
      midway.awaitArrivals(1);
      awaitWritten(disk);

      assertUntouched(disk, "Some of the body had arrived.");
    }
    Await.result("the download", download);

    assertThat(disk).file("menu.bin").holds(BODY);
    assertOnlyMovedInto(disk, "menu.bin");
  }

  @Test
  @Order(12)
  void it_is_whole_and_verified_before_it_gets_its_name(Disk disk) {
    disk.seed("menu.bin", YESTERDAYS);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest());
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.MOVE)) {
      download = start(disk);
      if (!Eventually.holds(() -> held.waiting() > 0)) {
        throw Diagnosis.observed(
                "Everything has arrived, and nothing is moved to the name menu.bin.")
            .means("What was made under another name has to get this one in one step.")
            .nextStep("Move the temporary file, with ATOMIC_MOVE, when it is right.")
            .evidence("On the disk", disk.recording());
      }
      assertUntouched(disk, "Everything had arrived, and the move was about to happen.");
    }
    Await.result("the download", download);

    assertThat(disk).file("menu.bin").holds(BODY);
  }

  @Test
  @Order(13)
  void a_failure_is_told_when_all_is_cleaned_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    CompletableFuture<Path> download;
    try (Gate held = disk.hold(Op.DELETE)) {
      download = start(disk);
      Eventually.holds(() -> held.waiting() > 0);

      if (!Quiescence.reachedWithout(download::isDone)) {
        throw Diagnosis.observed("The download had failed, and its temporary file was still there.")
            .means("A program that reacts to the failure, or exits, leaves that file behind.")
            .nextStep("Delete the temporary file before you complete the result.")
            .evidence("On the disk", disk.recording());
      }
    }
    failureOf("The connection was closed early.", () -> Await.result("the download", download));
  }

  @Test
  @Order(14)
  void a_damaged_body_never_gets_the_name(Disk disk) {
    disk.seed("menu.bin", YESTERDAYS);
    byte[] damaged = BODY.clone();
    damaged[123_456] ^= 1;
    origin.at("/menu.bin").answers(Reply.of(damaged).digestOf(BODY));
    String fault = "One bit of the body was wrong, and Repr-Digest showed it.";

    Throwable failure = failureOf(fault, () -> Await.result("the download", start(disk)));

    assertNames(origin.uri("/menu.bin"), "checksum", failure);
    boolean moved = disk.recording().only(Op.MOVE).events().stream().anyMatch(e -> e.isDone());
    if (moved) {
      throw Diagnosis.observed(fault + " It was moved to its name before it was verified.")
          .means(
              "For an instant, or for good, every reader saw the damaged file under the good name.")
          .nextStep("Verify the temporary file; move it only after that.")
          .evidence("On the disk", disk.recording());
    }
    assertUntouched(disk, fault);
    assertOnly(List.of("menu.bin"), disk, fault);
  }

  @Test
  @Order(15)
  void an_old_file_stays_until_the_new_one_is_whole(Disk disk) {
    disk.seed("menu.bin", YESTERDAYS);
    origin
        .at("/menu.bin")
        .answers(
            Reply.status(500),
            Reply.of(BODY).closesAfter(100_000),
            Reply.of(BODY).declaring(300_001),
            Reply.of(BODY).resetsAfter(100_000),
            // Of these two only the checksum tells.
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
  @Order(16)
  void a_file_that_cannot_be_moved_is_removed(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    disk.when(Op.MOVE).fails("Permission denied");
    String fault = "The file could not be moved to its name.";

    Throwable failure = failureOf(fault, () -> Await.result("the download", start(disk)));

    assertNames(origin.uri("/menu.bin"), "Permission denied", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(17)
  void canceled_before_the_reply_it_stops_the_request(Disk disk) {
    try (OriginGate held = origin.hold()) {
      CompletableFuture<Path> download = start(disk);
      held.awaitArrivals(1);

      download.cancel(true);

      OriginAssert.assertThat(origin).wasCancelled("/menu.bin");
      assertSoonOnly(List.of(), disk, "The download was canceled before the reply.");
    }
  }

  @Test
  @Order(18)
  void canceled_in_the_middle_it_leaves_nothing(Disk disk) {
    disk.seed("menu.bin", YESTERDAYS);
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(200_000));
    CompletableFuture<Path> download = start(disk);
    awaitWritten(disk);

    download.cancel(true);

    OriginAssert.assertThat(origin).wasCancelled("/menu.bin");
    assertSoonOnly(List.of("menu.bin"), disk, "The download was canceled in the middle.");
    assertUntouched(disk, "The download was canceled in the middle.");
  }

  @Test
  @Order(19)
  void two_downloads_of_one_name_end_with_one_of_them_whole(Disk disk) {
    useTwoWorkers();
    byte[] other = Reply.randomBytes(9, BODY.length);
    origin.at("/menu.bin").answers(Reply.of(BODY).digest(), Reply.of(other).digest());
    CompletableFuture<Path> first;
    CompletableFuture<Path> second;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      first = start(disk);
      second = start(disk);
      midway.awaitTogether(2);
      awaitWritten(disk, 300_000);
    }
    try {
      Await.result("the first download", first);
      Await.result("the second download", second);
    } catch (Exception failure) {
      throw sharesATemporaryFile("one of them failed: " + failure, disk).because(failure);
    }

    byte[] found = disk.contents("menu.bin");
    if (!Arrays.equals(found, BODY) && !Arrays.equals(found, other)) {
      throw sharesATemporaryFile("the file is neither of the two.", disk);
    }
    assertOnly(List.of("menu.bin"), disk, "Both downloads have ended.");
  }

  @Test
  @Order(38)
  void a_failure_removes_its_own_temporary_file_only(Disk disk) {
    useTwoWorkers();
    origin.at("/menu.bin").answers(Reply.of(BODY), Reply.of(BODY).closesAfter(100_000));
    CompletableFuture<Path> first;
    try (OriginGate midway = origin.at("/menu.bin").holdAfter(200_000)) {
      first = start(disk);
      midway.awaitArrivals(1);
      awaitWritten(disk);

      failureOf("Half of it came.", () -> Await.result("the second download", start(disk)));

      if (disk.names().isEmpty()) {
        throw Diagnosis.observed(
                "Two downloads went to one name. One failed, and removed the temporary file of the"
                    + " other as well.")
            .means(
                "The other one keeps writing to a file without a name, and "
                    + "everything is lost.")
            .nextStep("Remember which file you have made, and remove that one.")
            .evidence("On the disk", disk.recording());
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

    DiskEvent move = disk.recording().only(Op.MOVE).events().getFirst();
    if (!move.thread().name().equals("worker")) {
      throw Diagnosis.observed("The file was moved by the thread " + move.thread() + ".")
          .means(
              "A stage after sendAsync runs on a thread of the client or of the "
                  + "common pool, where a slow disk keeps others waiting.")
          .nextStep("Use the variants that take an executor, such as thenApplyAsync(…, worker).");
    }
  }

  @Test
  @Order(21)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there no move ever replaces a directory")
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
    throw Diagnosis.observed(fault + " It was removed, and the file put in its place.")
        .means(
            "REPLACE_EXISTING removes what is there and then renames: between the two, a file of that"
                + " name is missing as well.")
        .nextStep("Ask for one step: ATOMIC_MOVE.");
  }

  @Test
  @Order(56)
  void the_worker_cleans_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));

    Await.failure("the download", start(disk));

    DiskEvent delete = disk.recording().only(Op.DELETE).events().getFirst();
    if (!delete.thread().name().equals("worker")) {
      throw Diagnosis.observed("The file was deleted by the thread " + delete.thread() + ".")
          .means("A slow disk keeps a thread of the client, or of the common pool, from its work.")
          .nextStep("Clean up on the worker as well, for instance with handleAsync(…, worker).")
          .evidence("On the disk", disk.recording());
    }
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
      throw Diagnosis.observed("The worker was shut down in mid-download. The result never came.")
          .means(
              "The stages on the worker were refused, and with them the one that ends the result.")
          .nextStep("Add a last stage without an executor that ends the result in any case.")
          .evidence("On the disk", disk.recording());
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
      both = Caller.call("two downloads", () -> List.of(begin(disk), begin(disk))).returns();
      midway.awaitTogether(2);
      awaitWritten(disk, 300_000);
      if (disk.names().size() < 2) {
        throw sharesATemporaryFile("there is one file: " + disk.names() + ".", disk);
      }
    }
    both.forEach(each -> Await.result("a download", each));
  }

  @Test
  @Order(59)
  void content_and_name_are_durable(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));

    Await.result("the download", start(disk));

    PartFile.assertDurable(disk);
  }
}
