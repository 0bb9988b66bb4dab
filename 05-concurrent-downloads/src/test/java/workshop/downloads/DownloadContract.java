package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;

/**
 * What every download must do, whichever thread waits for it: save the whole file, or fail with an
 * error that names the URL and the reason and leave no partial file.
 */
abstract class DownloadContract extends WithOrigin {

  static final byte[] BODY = Reply.randomBytes(5, 300_000);

  /** More than the operating system buffers between two sockets. */
  private static final int LONG_PAGE = 10 << 20;

  private static final byte[] OLD = Reply.randomBytes(6, 500_000);

  static final String CHECK_STATUS = "Check that the status is 200 before you accept the body.";

  static final String CHECK_LENGTH =
      "Compare the length of the file with the Content-Length, and let the client's error fail"
          + " the download.";

  /**
   * Downloads {@code from} to {@code to} and waits for the end. Throws the failure of the download.
   */
  abstract void download(URI from, Path to) throws Exception;

  /** Expects the type of failure that the method promises. */
  void assertIsOfTheRightKind(Throwable failure) {
    if (!(failure instanceof IOException)) {
      throw DownloadDiagnosis.isNoIoException(failure);
    }
  }

  @Test
  @Order(1)
  void a_file_arrives_whole(Disk disk) throws Exception {
    origin.at("/the%20menu.bin").answers(Reply.of(BODY));
    URI from = origin.uri("/the%20menu.bin?day=monday");
    try {
      download(from, disk.path("menu.bin"));
    } catch (IOException | IllegalArgumentException failure) {
      if (origin.exchanges().to("/the%20menu.bin").count() == 0) {
        throw DownloadDiagnosis.asksForAnotherFile(from, failure, origin);
      }
      throw failure;
    }

    if (origin.exchanges().stream().noneMatch(each -> each.query().equals("day=monday"))) {
      throw DownloadDiagnosis.losesTheQuery(origin);
    }
    assertThat(disk).file("menu.bin").holds(BODY);
    assertOnly(List.of("menu.bin"), disk, "The whole file arrived.");
  }

  @Test
  @Order(2)
  void nothing_of_a_longer_old_file_is_left(Disk disk) throws Exception {
    disk.seed("menu.bin", OLD);
    origin.at("/menu.bin").answers(Reply.of(BODY));

    try {
      download(origin.uri("/menu.bin"), disk.path("menu.bin"));
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failure) {
      boolean tail = !disk.recording().only(Op.WRITE).isEmpty();
      throw DownloadDiagnosis.stumblesOverTheOldFile(tail, failure, disk);
    }
    if (disk.contents("menu.bin").length == OLD.length + BODY.length) {
      throw DownloadDiagnosis.appends(disk);
    }

    assertThat(disk).file("menu.bin").holds(BODY);
  }

  @Test
  @Order(3)
  void an_empty_file_arrives(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.of(""));

    try {
      download(origin.uri("/menu.bin"), disk.path("menu.bin"));
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failure) {
      throw DownloadDiagnosis.refusesAnEmptyFile(failure);
    }

    assertThat(disk).file("menu.bin").holds(new byte[0]);
  }

  @Test
  @Order(4)
  void a_file_without_an_announced_length_arrives_whole(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.of(BODY).chunked());

    try {
      download(origin.uri("/menu.bin"), disk.path("menu.bin"));
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failure) {
      throw DownloadDiagnosis.needsALength(failure);
    }

    assertThat(disk).file("menu.bin").holds(BODY);
  }

  @Test
  @Order(29)
  void while_a_download_waits_for_the_reply_every_thread_sleeps(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    BusyWaitDetector detector = BusyWaitDetector.watch();
    OriginGate held = origin.hold();
    Call<?> call =
        Call.start("download", () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));
    try {
      held.awaitArrivals(1);
      detector.sleepWhile("the server holds the reply");
    } finally {
      held.open();
      Eventually.holds(call::hasEnded); // otherwise a thread that polls would disturb other tests
    }
    try {
      call.returns();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failure) {
      throw DownloadDiagnosis.givesUpTooEarly(failure);
    }
  }

  @Test
  @Order(30)
  void an_error_page_is_not_the_file(Disk disk) {
    for (int status : List.of(404, 403, 500, 302, 206)) {
      String path = "/menu.bin"; // and not one that has the status in it, as the reason must
      String fault = "The server answered with status " + status + ".";
      // Without a length, so that no client reuses a connection that was just reset.
      origin
          .at(path)
          .answers(Reply.status(status).header("location", "/elsewhere").withoutLength());

      Throwable failure =
          failureOf(fault, CHECK_STATUS, () -> download(origin.uri(path), disk.path("menu.bin")));

      assertIsOfTheRightKind(failure);
      assertNames(origin.uri(path), Integer.toString(status), failure);
      DownloadDiagnosis.assertNotStored(status, disk);
    }
  }

  @Test
  @Order(30)
  void after_an_error_page_no_request_is_in_flight(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(new byte[LONG_PAGE]).withStatus(500));
    String fault = "The server answered with status 500 and an error page of 10 MiB.";

    failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    OriginAssert.assertThat(origin).nothingIsInFlight();
  }

  @Test
  @Order(31)
  void a_partial_file_is_a_failure(Disk disk) {
    Map<String, Reply> faults = new LinkedHashMap<>();
    faults.put("was closed after 100000 of 300000 bytes", Reply.of(BODY).closesAfter(100_000));
    faults.put("was reset after 100000 of 300000 bytes", Reply.of(BODY).resetsAfter(100_000));
    faults.put("was reset before the first byte", Reply.of(BODY).resetsAfter(0));
    faults.put("ended between two chunks", Reply.of(BODY).chunked().closesAfter(100_000));
    faults.put("ended before the announced length", Reply.of(BODY).declaring(300_001));
    faults.forEach((what, reply) -> {
      int before = origin.exchanges().count();
      origin.at("/menu.bin").answers(reply);
      String fault = "The connection " + what + ".";

      Throwable failure =
          failureOf(
              fault, CHECK_LENGTH, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

      assertNames(origin.uri("/menu.bin"), "", failure);
      assertOnly(List.of(), disk, fault);
      if (origin.exchanges().count() > before + 1) {
        throw DownloadDiagnosis.triesAgain(fault, origin);
      }
    });
  }

  @Test
  @Order(32)
  void a_disk_that_fills_up_leaves_no_partial_file(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    disk.when(Op.WRITE).from(3).fails("No space left on device");
    String fault = "From the third write on, the disk reported \"No space left on device\".";

    Throwable failure =
        failureOf(
            fault,
            () -> {
              download(origin.uri("/menu.bin"), disk.path("menu.bin"));
              DownloadDiagnosis.assertWritten(BODY.length, 3, disk);
            });

    assertNames(origin.uri("/menu.bin"), "No space left on device", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(33)
  void a_target_that_cannot_be_written_is_an_error(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Path nowhere = disk.path("no-such-directory").resolve("menu.bin");
    String fault = "The target's directory does not exist.";

    Throwable failure = failureOf(fault, () -> download(origin.uri("/menu.bin"), nowhere));

    assertNames(origin.uri("/menu.bin"), "no-such-directory", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(34)
  void a_server_that_cannot_be_reached_is_an_error(Disk disk) {
    URI from = origin.uri("/menu.bin");
    origin.close();
    String fault = "No server listens at that address.";

    Throwable failure = failureOf(fault, () -> download(from, disk.path("menu.bin")));

    assertNames(from, "", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(51)
  void an_error_page_does_not_destroy_the_old_file(Disk disk) {
    disk.seed("menu.bin", OLD);
    origin.at("/menu.bin").answers(Reply.status(404));
    String fault = "The server answered with status 404.";

    failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertOldFileStays(disk, fault);
  }

  @Test
  @Order(51)
  void a_server_that_cannot_be_reached_does_not_destroy_the_old_file(Disk disk) {
    disk.seed("menu.bin", OLD);
    URI from = origin.uri("/menu.bin");
    origin.close();
    String fault = "No server listens at that address.";

    failureOf(fault, () -> download(from, disk.path("menu.bin")));

    assertOldFileStays(disk, fault);
  }

  private static void assertOldFileStays(Disk disk, String fault) {
    if (!disk.exists("menu.bin") || !Arrays.equals(disk.contents("menu.bin"), OLD)) {
      throw DownloadDiagnosis.losesTheOldFile(fault, disk);
    }
  }

  @Test
  @Order(50)
  void an_empty_directory_with_the_name_of_the_file_is_not_deleted(Disk disk) throws IOException {
    Files.createDirectory(disk.path("menu.bin"));
    origin.at("/menu.bin").answers(Reply.of(BODY));
    String fault = "An empty directory has the name menu.bin.";
    String nextStep =
        "Open the target as it is, and let the open fail. Do not delete the directory first.";

    Throwable failure =
        failureOf(fault, nextStep, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertNames(origin.uri("/menu.bin"), "", failure);
    if (!Files.isDirectory(disk.path("menu.bin"))) {
      throw DownloadDiagnosis.deletesADirectory(fault, disk);
    }
    assertOnly(List.of("menu.bin"), disk, fault);
  }

  @Test
  @Order(52)
  void an_error_of_the_clean_up_does_not_replace_the_first_error(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    disk.when(Op.DELETE).fails("Device or resource busy");
    String fault = "The connection was closed early, and then the file could not be deleted.";

    Throwable failure =
        failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertNames(origin.uri("/menu.bin"), "", failure);
    if (String.valueOf(failure.getMessage()).contains("busy")) {
      throw DownloadDiagnosis.losesTheFirstError(fault, failure);
    }
  }

  @Test
  @Order(36)
  void a_url_that_is_not_http_is_rejected(Disk disk) {
    disk.seed("menu.bin", OLD);
    for (String url : List.of("carrier-pigeon://roof/menu.bin", "menu.bin", "http:/menu.bin")) {
      String fault = "The URL was \"" + url + "\".";

      Throwable failure = failureOf(fault, () -> download(URI.create(url), disk.path("menu.bin")));

      if (!(failure instanceof IllegalArgumentException)) {
        throw DownloadDiagnosis.takesABadUrlForAFailure(fault, failure);
      }
      assertOnly(List.of("menu.bin"), disk, fault);
      assertThat(disk).file("menu.bin").holds(OLD);
    }
  }

  @Test
  @Order(35)
  void a_failure_never_leaves_a_mixture_of_old_and_new(Disk disk) {
    disk.seed("menu.bin", OLD);
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    String fault = "The connection was closed after 100000 bytes, and there was an older file.";

    failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    if (disk.exists("menu.bin") && !Arrays.equals(disk.contents("menu.bin"), OLD)) {
      throw DownloadDiagnosis.mixesOldAndNew(fault, disk);
    }
  }
}
