package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.assertOnly;
import static workshop.downloads.Failing.failureOf;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.Future;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
class StreamingTest extends StreamingSteps {
  @Test
  @Order(-2)
  void nothing_is_lost_while_the_file_is_being_opened(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(new byte[LARGE]));
    Future<Void> download;
    try (Gate held = disk.hold(Op.OPEN)) {
      download = start(disk);
      held.awaitArrivals(1);
      awaitStandstill(LARGE);
    }
    String end = "succeeded";
    try {
      await(download);
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception failure) {
      end = "failed: " + failure.getMessage();
    }

    // One that ends a little too early is the next test's.
    if (!Eventually.holds(() -> isClosedWith(LARGE, disk))) {
      throw Diagnosis.observed(
              "The body had %d bytes, the file has %d; the download %s."
                  .formatted(LARGE, disk.contents("menu.bin").length, end))
          .means(
              "The body came while the file was being opened. No handler was there yet, so the bytes"
                  + " were lost.")
          .nextStep("Attach a pipe to the response before you do anything that takes " + "time.");
    }
  }

  private static boolean isClosedWith(int length, Disk disk) {
    return disk.recording().openHandles().isEmpty() && disk.contents("menu.bin").length == length;
  }

  @Test
  @Order(-1)
  void the_file_is_closed_when_the_download_has_ended(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Future<Void> download;
    try (Gate held = disk.hold(Op.CLOSE)) {
      download = start(disk);
      awaitHeld(held, "closed");

      if (!Quiescence.reachedWithout(download::isComplete)) {
        throw Diagnosis.observed("The download had ended, and its file was still being closed.")
            .means(
                "A program that opens the file now may find it unfinished, or locked on Windows.")
            .nextStep("Let the result wait for the close as well.");
      }
    }
    await(download);
  }

  private static void awaitHeld(Gate held, String done) {
    if (!Eventually.holds(() -> held.waiting() > 0)) {
      throw Diagnosis.observed("The whole body was sent, and the file is not " + done + ".")
          .means("The download waits for something that has been, or that will never be.")
          .nextStep("Follow the body from the response to the file, and to its end.");
    }
  }

  @Test
  @Order(10)
  void the_event_loop_stays_free_while_the_disk_is_held(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    for (Op op : List.of(Op.OPEN, Op.WRITE, Op.CLOSE)) {
      Future<Void> download;
      try (Heartbeat cooking = Heartbeat.on(task -> loop.runOnContext(_ -> task.run()));
          Gate held = disk.hold(op)) {
        download = start(disk);
        cooking.keepsTickingWhile(held, "the event loop");
      }
      await(download);
    }
  }

  @Test
  @Order(12)
  void a_slow_disk_makes_the_server_wait(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(new byte[HUGE]));
    Future<Void> download;
    try (Gate held = disk.hold(Op.WRITE)) {
      download = start(disk);
      held.awaitArrivals(1);
      awaitStandstill(HUGE);

      if (sent() > HUGE / 2) {
        throw Diagnosis.observed(
                "While the disk was held, the server could send %d of %d bytes."
                    .formatted(sent(), HUGE))
            .means(
                "They are all in this program's memory. With a larger file, or a hundred of them, there is none left.")
            .nextStep(
                "Let the body flow only as fast as the file takes it (back-pressure): a pipe does.");
      }
    }
    await(download);

    assertThat(disk).file("menu.bin").holds(new byte[HUGE]);
  }

  @Test
  @Order(13)
  void as_many_requests_are_in_flight_as_the_client_was_made_for(Disk disk) {
    io.vertx.core.http.HttpClient eight = streaming.client(vertx, 8);
    List<Future<Void>> downloads = new ArrayList<>();
    try (OriginGate held = origin.hold()) {
      for (int i = 0; i < 12; i++) {
        origin.at("/file-" + i).answers(Reply.of("file " + i));
        downloads.add(start(eight, origin.uri("/file-" + i), disk.path("file-" + i), LONG));
      }
      held.awaitTogether(8);
      held.awaitNoMoreThan(8);
    }
    downloads.forEach(StreamingSteps::await);
  }

  @Test
  @Order(39)
  void a_connection_that_breaks_while_the_file_is_being_opened_is_heard_of(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).resetsAfter(10));
    String fault = "The connection broke while the file was being opened.";
    Future<Void> download;
    try (Heartbeat cooking = Heartbeat.on(task -> loop.runOnContext(_ -> task.run()));
        Gate held = disk.hold(Op.OPEN)) {
      download = start(disk);
      Eventually.holds(() -> held.waiting() > 0 || download.isComplete());
      OriginAssert.assertThat(origin).nothingIsInFlight();
      long before = cooking.ticks();
      Eventually.holds(() -> cooking.ticks() > before + 50); // now the event loop has heard of it
    }

    Throwable failure = failureOf(fault, () -> await(download));

    assertNames(origin.uri("/menu.bin"), "", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(40)
  void a_body_that_stalls_is_given_up_at_the_deadline(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(100_000));
    Future<Void> download =
        start(
            streaming.client(vertx, 5),
            origin.uri("/menu.bin"),
            disk.path("menu.bin"),
            Duration.ofMillis(200));

    if (!Eventually.holds(download::isComplete)) {
      throw Diagnosis.observed(
              "After 100000 bytes nothing more came; the deadline of 200 ms has passed.")
          .means(
              "The download still waits, and will do so forever: the timeouts of a request end with"
                  + " the headers of its reply.")
          .nextStep(
              "Set a timer of Vert.x that resets the request; cancel it when all has gone well.")
          .evidence("At the origin", origin.exchanges());
    }
    String fault = "The deadline passed in the middle of the body.";
    Throwable failure = failureOf(fault, () -> await(download));

    assertNames(origin.uri("/menu.bin"), "", failure);
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(41)
  void a_download_that_gets_no_connection_is_given_up_too(Disk disk) {
    io.vertx.core.http.HttpClient one = streaming.client(vertx, 1);
    Future<Void> first;
    try (OriginGate held = origin.at("/first").answers(Reply.of("first")).hold()) {
      first = start(one, origin.uri("/first"), disk.path("first"), LONG);
      held.awaitArrivals(1);
      Future<Void> second =
          start(one, origin.uri("/menu.bin"), disk.path("menu.bin"), Duration.ofMillis(200));

      if (!Eventually.holds(second::isComplete)) {
        throw Diagnosis.observed(
                "The one connection was in use; the second download's deadline of 200 ms has"
                    + " passed, and it waits for a place in the client's pool.")
            .means("The clock began to run with the request, and the request never came.")
            .nextStep(
                "Let the deadline cover the wait for the request as well: see RequestOptions.")
            .evidence("At the origin", origin.exchanges());
      }
      Throwable failure = failureOf("There was no connection for it.", () -> await(second));

      assertNames(origin.uri("/menu.bin"), "", failure);
    }
    await(first);

    assertOnly(List.of("first"), disk, "There was no connection for the second of two downloads.");
  }

  @Test
  @Order(42)
  void an_error_page_that_never_ends_does_not_keep_its_connection(Disk disk) {
    origin.at("/menu.bin").answers(Reply.status(500).stallsAfter(10));

    Future<Void> download = start(disk);
    if (!Eventually.holds(download::isComplete)) {
      throw Diagnosis.observed(
              "The status was 500, its page never ends, and the download waits for it.")
          .means("That page is of no use. It keeps a connection, and the caller waits for it.")
          .nextStep("Reset the request when its status is not 200, and fail.")
          .evidence("At the origin", origin.exchanges());
    }
    Throwable failure = failureOf("The status was 500.", () -> await(download));

    assertNames(origin.uri("/menu.bin"), "500", failure);
    OriginAssert.assertThat(origin).nothingIsInFlight();
  }

  @Test
  @Order(43)
  void cleaning_up_is_not_done_on_the_event_loop(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));

    failureOf("The connection was closed early.", () -> await(start(disk)));

    assertThat(disk)
        .ranOnlyOn(thread -> !thread.name().contains("eventloop"), "a worker of Vert.x");
  }

  @Test
  @Order(44)
  void a_failure_is_told_when_all_is_cleaned_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    Future<Void> download;
    try (Gate held = disk.hold(Op.DELETE)) {
      download = start(disk);
      Eventually.holds(() -> held.waiting() > 0);

      if (held.waiting() > 0 && !Quiescence.reachedWithout(download::isComplete)) {
        throw Diagnosis.observed("The download had failed, and its file was still being deleted.")
            .means("A program that reacts to the failure still finds half a file there.")
            .nextStep("Let the result wait for the deletion.")
            .evidence("On the disk", disk.recording());
      }
    }
    failureOf("The connection was closed early.", () -> await(download));
  }

  @Test
  @Order(45)
  void a_file_that_cannot_be_opened_does_not_keep_its_connection(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(new byte[HUGE]));
    Path nowhere = disk.path("no-such-directory").resolve("menu.bin");

    failureOf(
        "The target's directory does not exist.", () -> download(origin.uri("/menu.bin"), nowhere));

    OriginAssert.assertThat(origin).nothingIsInFlight();
  }

  @Test
  @Order(46)
  void a_body_that_drips_is_given_up_at_the_deadline_as_well(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).drip(1_000, Duration.ofMillis(50)));
    Future<Void> download =
        start(
            streaming.client(vertx, 5),
            origin.uri("/menu.bin"),
            disk.path("menu.bin"),
            Duration.ofMillis(200));

    if (!Eventually.holds(download::isComplete)) {
      throw Diagnosis.observed("A little came every 50 ms; the deadline of 200 ms has passed.")
          .means("Each piece starts the deadline again, so a slow server can go on for hours.")
          .nextStep("Set one timer for the whole download, and none for a pause in it.")
          .evidence("At the origin", origin.exchanges());
    }
    failureOf("The deadline has passed.", () -> await(download));
  }

  @Test
  @Order(47)
  void a_deadline_of_any_length_is_a_deadline(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    io.vertx.core.http.HttpClient five = streaming.client(vertx, 5);
    URI from = origin.uri("/menu.bin");
    try {
      await(start(five, from, disk.path("menu.bin"), forever));
    } catch (ArithmeticException | IllegalArgumentException overflow) {
      throw Diagnosis.observed("The deadline was Duration.ofSeconds(Long.MAX_VALUE): " + overflow)
          .means(
              "A deadline of forever is not an error, and a number of milliseconds is too small.")
          .nextStep("Use the smaller of the deadline and Integer.MAX_VALUE milliseconds.")
          .because(overflow);
    }
    OriginGate held = origin.hold();
    try (held) {
      Future<Void> download = start(five, from, disk.path("menu.bin"), Duration.ofNanos(500_000));

      if (!Eventually.holds(download::isComplete)) {
        throw Diagnosis.observed("The deadline was half a millisecond. The download goes on.")
            .means("As a number of milliseconds it is 0, and 0 means that there is no deadline.")
            .nextStep("Round it up to one millisecond.");
      }
      failureOf("The deadline has passed.", () -> await(download));
    }
  }
}
