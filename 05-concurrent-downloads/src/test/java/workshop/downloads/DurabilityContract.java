package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;
import static workshop.downloads.PartFile.OLD_FILE;
import static workshop.downloads.PartFile.assertUntouched;

import java.net.URI;
import java.nio.file.Path;
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
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

/** When a file and its name are durable, and what happens if a step fails. */
abstract class DurabilityContract extends AllOrNothingSteps {

  @Test
  @Order(16)
  void a_file_that_cannot_be_moved_is_removed(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    disk.when(Op.MOVE).fails("Permission denied");
    String fault = "The file could not be moved to its final name.";

    Throwable failure = failureOf(fault, () -> Await.result("the download", start(disk)));

    assertNames(origin.uri("/menu.bin"), "Permission denied", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(60)
  void a_file_that_cannot_be_forced_is_not_published(Disk disk) {
    disk.seed("menu.bin", OLD_FILE);
    origin.at("/menu.bin").answers(Reply.of(BODY));
    disk.when(Op.FORCE).times(1).fails("Input/output error");
    String fault = "Forcing the temporary file failed.";
    CompletableFuture<Path> download = start(disk);
    Eventually.holds(download::isDone);

    if (!disk.recording().only(Op.MOVE).isEmpty()) {
      throw AllOrNothingDiagnosis.publishesAfterAFailedForce(disk);
    }
    Throwable failure = failureOf(fault, () -> Await.result("the download", download));

    assertNames(origin.uri("/menu.bin"), "Input/output error", failure);
    assertUntouched(disk, fault);
    assertOnly(List.of("menu.bin"), disk, fault);
  }

  @Test
  @Order(60)
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "on Windows, a directory cannot be synced")
  void a_directory_that_cannot_be_forced_is_an_error(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    disk.when(Op.FORCE).from(2).fails("Input/output error");
    CompletableFuture<Path> download = start(disk);

    Eventually.holds(download::isDone);
    if (!download.isCompletedExceptionally()) {
      throw AllOrNothingDiagnosis.hidesAFailedSync(disk);
    }
    Throwable failure = Await.failure("the download", download);

    assertNames(origin.uri("/menu.bin"), "Input/output error", failure);
    assertOnly(List.of("menu.bin"), disk, "The file was moved, and then the sync failed.");
  }

  @Test
  @Order(62)
  void a_target_may_be_a_name_without_a_directory(Disk disk) {
    origin.at("/menu.bin").answers(Reply.status(404)); // so nothing is written there
    URI from = origin.uri("/menu.bin");

    Throwable failure =
        failureOf("The status was 404.", () -> download(client, from, Path.of("menu.bin")));

    if (failure instanceof NullPointerException) {
      throw AllOrNothingDiagnosis.needsADirectory(failure);
    }
    assertNames(from, "404", failure);
  }

  @Test
  @Order(61)
  void an_Error_in_a_step_ends_the_download_as_well(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Runnable bug =
        () -> {
          throw new LinkageError("a bug");
        };
    disk.when(Op.MOVE).then(bug);
    String fault = "The move threw an Error.";
    CompletableFuture<Path> download = start(disk);

    Eventually.orElse(download::isDone, () -> AllOrNothingDiagnosis.losesAnError(disk));
    Throwable failure = failureOf(fault, () -> Await.result("the download", download));

    assertNames(origin.uri("/menu.bin"), "", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(59)
  void content_and_name_are_durable(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));

    Await.result("the download", start(disk));
    // The next test detects a result that comes too early.
    Quiescence.reachedWithout(() -> forcesThatEnded(disk) > 1);

    PartFile.assertDurable(disk);
  }

  @Test
  @Order(60)
  void each_step_waits_for_the_one_before_it(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    CompletableFuture<Path> download;
    try (Gate forcing = disk.hold(Op.FORCE)) {
      download = start(disk);
      forcing.awaitArrivals(1);
      if (!Quiescence.reachedWithout(() -> !disk.recording().only(Op.MOVE).isEmpty())) {
        throw AllOrNothingDiagnosis.movesDuringTheForce(disk);
      }
      forcing.let(1);
      Eventually.holds(() -> forcing.arrivals().size() > 1 || download.isDone());
      if (!Quiescence.reachedWithout(download::isDone)) {
        throw AllOrNothingDiagnosis.endsBeforeTheLastForce(disk);
      }
    }
    Await.result("the download", download);
  }

  private static long forcesThatEnded(Disk disk) {
    return disk.recording().only(Op.FORCE).events().stream().filter(DiskEvent::isDone).count();
  }
}
