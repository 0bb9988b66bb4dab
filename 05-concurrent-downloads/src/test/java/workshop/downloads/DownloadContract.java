package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.assertOnly;
import static workshop.downloads.Failing.failureOf;
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
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;

/**
 * What is expected of every download, whichever thread waits for it: the whole file, or an error
 * that names the URL and the reason, and no half of a file.
 */
abstract class DownloadContract extends WithOrigin {

  static final byte[] BODY = Reply.randomBytes(5, 300_000);

  /** More than the operating system buffers between two sockets. */
  private static final int LONG_PAGE = 10 << 20;

  private static final byte[] OLD = Reply.randomBytes(6, 500_000);

  /** Downloads {@code from} to {@code to} and waits for the end; throws what it failed with. */
  abstract void download(URI from, Path to) throws Exception;

  /** Expects what the method promises to fail with. */
  void assertIsOfTheRightKind(Throwable failure) {
    if (!(failure instanceof IOException)) {
      throw Diagnosis.observed("The download failed with: " + failure)
          .means("Callers expect an IOException when a download fails, and do not catch this one.")
          .nextStep("Fail with an IOException that has what went wrong as its cause.")
          .because(failure);
    }
  }

  @Test
  @Order(1)
  void a_file_arrives_whole(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.of(BODY));

    download(origin.uri("/menu.bin"), disk.path("menu.bin"));

    assertThat(disk).file("menu.bin").holds(BODY);
    assertOnly(List.of("menu.bin"), disk, "All went well.");
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
      throw Diagnosis.observed("An older, longer file was there. The download failed: " + failure)
          .means("The old tail is still in the file, so it is longer than was announced.")
          .nextStep("Empty the file when you open it: look for an option that truncates.")
          .evidence("On the disk", disk.recording())
          .because(failure);
    }

    assertThat(disk).file("menu.bin").holds(BODY);
  }

  @Test
  @Order(3)
  void a_file_without_a_byte_is_a_file(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.of(""));

    download(origin.uri("/menu.bin"), disk.path("menu.bin"));

    assertThat(disk).file("menu.bin").holds(new byte[0]);
  }

  @Test
  @Order(4)
  void a_file_of_unannounced_length_arrives_whole(Disk disk) throws Exception {
    origin.at("/menu.bin").answers(Reply.of(BODY).chunked());

    try {
      download(origin.uri("/menu.bin"), disk.path("menu.bin"));
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failure) {
      throw Diagnosis.observed(
              "The body came in chunks, without a Content-Length, and was "
                  + "complete. The download failed: "
                  + failure)
          .means(
              "A server that creates its pages on the fly does not know their "
                  + "length in advance.")
          .nextStep("Compare the length with the one that was announced, if one was announced.")
          .because(failure);
    }

    assertThat(disk).file("menu.bin").holds(BODY);
  }

  @Test
  @Order(29)
  void while_it_waits_for_the_reply_every_thread_sleeps(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    BusyWaitDetector sleepers = BusyWaitDetector.watch();
    Call<?> call;
    try (OriginGate held = origin.hold()) {
      call =
          Caller.call("download", () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));
      held.awaitArrivals(1);
      sleepers.sleepWhile("the server holds the reply");
    }
    call.returns();
  }

  @Test
  @Order(30)
  void an_error_page_is_not_the_file(Disk disk) {
    for (int status : List.of(404, 403, 500, 302, 206)) {
      String path = "/menu.bin"; // and not one that has the status in it, as the reason must
      String fault = "The server answered with status " + status + ".";
      origin.at(path).answers(Reply.status(status).header("location", "/elsewhere"));

      Throwable failure = failureOf(fault, () -> download(origin.uri(path), disk.path("menu.bin")));

      assertIsOfTheRightKind(failure);
      assertNames(origin.uri(path), Integer.toString(status), failure);
      assertOnly(List.of(), disk, fault);
    }
  }

  @Test
  @Order(30)
  void an_error_page_is_read_or_given_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(new byte[LONG_PAGE]).withStatus(500));
    String fault = "The server answered with status 500, and with a page of 10 MiB.";

    failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    OriginAssert.assertThat(origin).nothingIsInFlight();
  }

  @Test
  @Order(31)
  void half_a_file_is_not_the_file(Disk disk) {
    Map<String, Reply> faults = new LinkedHashMap<>();
    faults.put("was closed after 100000 of 300000 bytes", Reply.of(BODY).closesAfter(100_000));
    faults.put("was reset after 100000 of 300000 bytes", Reply.of(BODY).resetsAfter(100_000));
    faults.put("was reset before the first byte", Reply.of(BODY).resetsAfter(0));
    faults.put("ended between two chunks", Reply.of(BODY).chunked().closesAfter(100_000));
    faults.put("ended before the announced length", Reply.of(BODY).declaring(300_001));
    faults.forEach((what, reply) -> {
      origin.at("/menu.bin").answers(reply);
      String fault = "The connection " + what + ".";

      Throwable failure =
          failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

      assertNames(origin.uri("/menu.bin"), "", failure);
      assertOnly(List.of(), disk, fault);
    });
  }

  @Test
  @Order(32)
  void a_disk_that_fills_up_leaves_nothing(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    disk.when(Op.WRITE).from(3).fails("No space left on device");
    String fault = "From the third write on the disk said \"No space left on device\".";

    Throwable failure =
        failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

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
  void a_server_that_does_not_answer_is_an_error(Disk disk) {
    URI from = origin.uri("/menu.bin");
    origin.close();
    String fault = "No server listens at that address.";

    Throwable failure = failureOf(fault, () -> download(from, disk.path("menu.bin")));

    assertNames(from, "", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(51)
  void an_error_page_does_not_cost_the_old_file(Disk disk) {
    disk.seed("menu.bin", OLD);
    origin.at("/menu.bin").answers(Reply.status(404));
    String fault = "The server answered with status 404.";

    failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertOldFileStays(disk, fault);
  }

  @Test
  @Order(51)
  void a_server_that_does_not_answer_does_not_cost_the_old_file(Disk disk) {
    disk.seed("menu.bin", OLD);
    URI from = origin.uri("/menu.bin");
    origin.close();
    String fault = "No server listens at that address.";

    failureOf(fault, () -> download(from, disk.path("menu.bin")));

    assertOldFileStays(disk, fault);
  }

  private static void assertOldFileStays(Disk disk, String fault) {
    if (!disk.exists("menu.bin") || !Arrays.equals(disk.contents("menu.bin"), OLD)) {
      throw Diagnosis.observed(fault + " No byte of the file came, and the old file is gone.")
          .means("A download that never began has destroyed a file that was fine.")
          .nextStep("Remove the file only if this download has opened it; BodyFile knows that.")
          .evidence("On the disk", disk.recording());
    }
  }

  @Test
  @Order(50)
  void an_empty_directory_in_place_of_the_file_stays(Disk disk) throws IOException {
    Files.createDirectory(disk.path("menu.bin"));
    origin.at("/menu.bin").answers(Reply.of(BODY));
    String fault = "An empty directory has the name menu.bin.";

    Throwable failure =
        failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertNames(origin.uri("/menu.bin"), "", failure);
    if (!Files.isDirectory(disk.path("menu.bin"))) {
      throw Diagnosis.observed(fault + " The download failed, and the directory is gone.")
          .means("The clean-up has deleted something that this download did not " + "create.")
          .nextStep("Remove the file only if this download has opened it.")
          .evidence("On the disk", disk.recording());
    }
    assertOnly(List.of("menu.bin"), disk, fault);
  }

  @Test
  @Order(52)
  void a_clean_up_that_fails_does_not_replace_the_first_error(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    disk.when(Op.DELETE).fails("Device or resource busy");
    String fault = "The connection was closed early, and then the file could not be deleted.";

    Throwable failure =
        failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    assertNames(origin.uri("/menu.bin"), "", failure);
    if (String.valueOf(failure.getMessage()).contains("busy")) {
      throw Diagnosis.observed(fault + " The download failed with: " + failure)
          .means("The error of the clean-up has replaced the first one: the reason is lost.")
          .nextStep("Keep the first error, and add the other one with addSuppressed.")
          .because(failure);
    }
  }

  @Test
  @Order(36)
  void a_url_that_is_not_http_is_refused(Disk disk) {
    disk.seed("menu.bin", OLD);
    for (String url : List.of("carrier-pigeon://roof/menu.bin", "menu.bin", "http:/menu.bin")) {
      String fault = "The URL was \"" + url + "\".";

      Throwable failure = failureOf(fault, () -> download(URI.create(url), disk.path("menu.bin")));

      if (!(failure instanceof IllegalArgumentException)) {
        throw Diagnosis.observed(fault + " The download failed with: " + failure)
            .means("It looks like a failure of the network, which another attempt might fix.")
            .nextStep("Let the IllegalArgumentException through; HttpRequest.newBuilder throws it.")
            .because(failure);
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
    String fault = "The connection was closed after 100000 bytes, and an older file was there.";

    failureOf(fault, () -> download(origin.uri("/menu.bin"), disk.path("menu.bin")));

    if (disk.exists("menu.bin") && !Arrays.equals(disk.contents("menu.bin"), OLD)) {
      throw Diagnosis.observed(
              fault + " Now menu.bin holds " + disk.contents("menu.bin").length + " bytes.")
          .means("They are neither the old file nor the new one, and no program can tell.")
          .nextStep("Keep the old file as it was, or remove it: only a whole file may stay.")
          .evidence("On the disk", disk.recording());
    }
  }
}
