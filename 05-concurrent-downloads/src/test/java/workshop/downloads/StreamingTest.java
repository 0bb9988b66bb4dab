package workshop.downloads;

import static workshop.downloads.DownloadDiagnosis.assertNames;
import static workshop.downloads.DownloadDiagnosis.assertOnly;
import static workshop.downloads.DownloadDiagnosis.failureOf;
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
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
class StreamingTest extends StreamingSteps {

  /** The body arrives in several pieces, because none is longer than 64 KiB. */
  private static final int PIECES = 5;

  @Test
  @Order(-2)
  void no_byte_is_lost_while_the_file_is_being_opened(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(new byte[LARGE]));
    Future<Void> download;
    try (Gate held = disk.hold(Op.OPEN)) {
      download = start(disk);
      Eventually.orElse(
          () -> held.waiting() > 0 || download.isComplete(), StreamingDiagnosis::neverOpensTheFile);
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

    // The next test handles a download that ends a little too early.
    if (!Eventually.holds(() -> isClosedWith(LARGE, disk))) {
      throw StreamingDiagnosis.losesBytes(LARGE, disk, end);
    }
  }

  private static boolean isClosedWith(int length, Disk disk) {
    return disk.recording().openHandles().isEmpty()
        && disk.exists("menu.bin")
        && disk.contents("menu.bin").length == length;
  }

  @Test
  @Order(-1)
  void the_file_is_closed_when_the_download_has_ended(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Future<Void> download;
    try (Gate held = disk.hold(Op.CLOSE)) {
      download = start(disk);
      Eventually.orElse(() -> held.waiting() > 0, StreamingDiagnosis::neverClosesTheFile);

      if (!Quiescence.reachedWithout(download::isComplete)) {
        throw StreamingDiagnosis.endsBeforeTheClose();
      }
    }
    await(download);
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

      if (!Quiescence.reachedWithout(() -> received.count() > HUGE / 2)) {
        throw StreamingDiagnosis.readsWithoutLimit(received.count(), HUGE);
      }
      origin.close(); // the rest of the body adds nothing
    }
    failureOf("The server was stopped in the middle of the body.", () -> await(download));
  }

  @Test
  @Order(13)
  void as_many_requests_are_in_flight_as_the_pool_has_connections(Disk disk) {
    io.vertx.core.http.HttpClient eight = streaming.client(vertx, 8);
    List<Future<Void>> downloads = new ArrayList<>();
    try (OriginGate held = origin.hold()) {
      for (int i = 0; i < 12; i++) {
        origin.at("/file-" + i).answers(Reply.of("file " + i));
        downloads.add(start(eight, origin.uri("/file-" + i), disk.path("file-" + i), LONG));
      }
      Eventually.holds(() -> held.arrivals().count() >= 8);
      boolean more = !Quiescence.reachedWithout(() -> held.arrivals().count() > 8);
      if (more || held.arrivals().count() < 8) {
        throw StreamingDiagnosis.hasAnotherPoolSize(8, held.arrivals());
      }
    }
    try {
      downloads.forEach(StreamingSteps::await);
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception refused) {
      throw StreamingDiagnosis.refusesToQueue(refused);
    }
  }

  @Test
  @Order(39)
  void a_connection_that_breaks_while_the_file_is_being_opened_is_noticed(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).resetsAfter(10));
    String fault = "The connection broke while the file was being opened.";
    Future<Void> download;
    try (Heartbeat cooking = Heartbeat.on(task -> loop.runOnContext(_ -> task.run()));
        Gate held = disk.hold(Op.OPEN)) {
      download = start(disk);
      Eventually.holds(() -> held.waiting() > 0 || download.isComplete());
      Eventually.holds(() -> origin.openConnections() == 0);
      long before = cooking.ticks();
      Eventually.holds(() -> cooking.ticks() > before + 20); // now the event loop knows about it
    }

    Throwable failure = failureOf(fault, () -> await(download));

    assertNames(origin.uri("/menu.bin"), "", failure);
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(40)
  void a_reply_that_does_not_begin_is_given_up_at_the_deadline(Disk disk) {
    try (OriginGate _ = origin.hold()) {
      Duration deadline = SHORT;
      Future<Void> download =
          start(
              streaming.client(vertx, 5), origin.uri("/menu.bin"), disk.path("menu.bin"), deadline);

      Eventually.orElse(
          download::isComplete, () -> StreamingDiagnosis.waitsForTheReply(origin.exchanges()));
      Throwable failure = failureOf("The deadline has passed.", () -> await(download));

      assertNames(origin.uri("/menu.bin"), "", failure);
      OriginAssert.assertThat(origin).nothingIsInFlight();
    }
  }

  @Test
  @Order(40)
  void a_body_that_stalls_is_given_up_at_the_deadline(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(100_000));
    Future<Void> download =
        start(streaming.client(vertx, 5), origin.uri("/menu.bin"), disk.path("menu.bin"), SHORT);

    if (!Eventually.holds(download::isComplete)) {
      throw StreamingDiagnosis.hasNoDeadline(origin.exchanges());
    }
    String fault = "The deadline passed in the middle of the body.";
    Throwable failure = failureOf(fault, () -> await(download));

    assertNames(origin.uri("/menu.bin"), "", failure);
    OriginAssert.assertThat(origin).nothingIsInFlight();
    assertOnly(List.of(), disk, fault);
  }

  @Test
  @Order(41)
  void a_download_that_gets_no_connection_ends_at_the_deadline(Disk disk) {
    io.vertx.core.http.HttpClient one = streaming.client(vertx, 1);
    Future<Void> first;
    try (OriginGate held = origin.at("/first").answers(Reply.of("first")).hold()) {
      first = start(one, origin.uri("/first"), disk.path("first"), LONG);
      held.awaitArrivals(1);
      Future<Void> second = start(one, origin.uri("/menu.bin"), disk.path("menu.bin"), SHORT);

      if (!Eventually.holds(second::isComplete)) {
        throw StreamingDiagnosis.waitsForAConnection(origin);
      }
      Throwable failure =
          failureOf(
              "There was no free connection for the second of two downloads.", () -> await(second));

      assertNames(origin.uri("/menu.bin"), "", failure);
    }
    try {
      await(first);
    } catch (Exception failure) {
      throw StreamingDiagnosis.endsBeforeItsDeadline(failure);
    }

    assertOnly(
        List.of("first"), disk, "There was no free connection for the second of two downloads.");
  }

  @Test
  @Order(42)
  void an_error_page_that_never_ends_does_not_keep_its_connection(Disk disk) {
    origin.at("/menu.bin").answers(Reply.status(500).stallsAfter(10));

    Future<Void> download = start(disk);
    if (!Eventually.holds(download::isComplete)) {
      throw StreamingDiagnosis.readsAnEndlessErrorPage(origin);
    }
    Throwable failure = failureOf("The status was 500.", () -> await(download));

    assertNames(origin.uri("/menu.bin"), "500", failure);
    OriginAssert.assertThat(origin).nothingIsInFlight();
  }

  @Test
  @Order(43)
  void the_clean_up_does_not_run_on_the_event_loop(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));

    failureOf("The connection was closed early.", () -> await(start(disk)));

    assertThat(disk).ranOnlyOn(thread -> !thread.name().contains("eventloop"), "a Vert.x worker");
  }

  @Test
  @Order(14)
  void a_failure_is_reported_after_the_clean_up(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).closesAfter(100_000));
    Future<Void> download;
    try (Gate held = disk.hold(Op.DELETE)) {
      download = start(disk);
      Eventually.holds(() -> held.waiting() > 0);

      if (held.waiting() > 0 && !Quiescence.reachedWithout(download::isComplete)) {
        throw DownloadDiagnosis.endsBeforeTheDeletion(disk);
      }
    }
    failureOf("The connection was closed early.", () -> await(download));
  }

  @Test
  @Order(45)
  void a_file_that_cannot_be_opened_does_not_keep_its_connection(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).stallsAfter(100_000));
    Path nowhere = disk.path("no-such-directory").resolve("menu.bin");

    failureOf(
        "The target's directory does not exist.", () -> download(origin.uri("/menu.bin"), nowhere));

    OriginAssert.assertThat(origin).nothingIsInFlight();
  }

  @Test
  @Order(46)
  void a_slow_body_is_given_up_at_the_deadline_as_well(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY).drip(1_000, Duration.ofMillis(5)));
    Future<Void> download =
        start(
            streaming.client(vertx, 5),
            origin.uri("/menu.bin"),
            disk.path("menu.bin"),
            Duration.ofMillis(100));

    // By then, the server has paused for 10 times as long.
    Eventually.holds(() -> download.isComplete() || sent() >= 200_000);
    if (!download.isComplete()) {
      throw StreamingDiagnosis.restartsTheDeadline(origin.exchanges());
    }
    failureOf("The deadline has passed.", () -> await(download));
  }

  @Test
  @Order(47)
  void a_very_long_deadline_is_not_an_error(Disk disk) {
    origin.at("/menu.bin").answers(Reply.of(BODY));
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    io.vertx.core.http.HttpClient five = streaming.client(vertx, 5);
    URI from = origin.uri("/menu.bin");
    try {
      await(start(five, from, disk.path("menu.bin"), forever));
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Exception overflow) {
      throw StreamingDiagnosis.overflows(overflow);
    }
  }

  @Test
  @Order(48)
  void a_deadline_below_a_millisecond_passes_as_well(Disk disk) {
    try (OriginGate _ = origin.hold()) {
      Duration shortest = Duration.ofNanos(500_000);
      Future<Void> download =
          start(
              streaming.client(vertx, 5), origin.uri("/menu.bin"), disk.path("menu.bin"), shortest);

      Eventually.orElse(download::isComplete, StreamingDiagnosis::roundsTheDeadlineToZero);
      Throwable failure = failureOf("The deadline has passed.", () -> await(download));

      if (failure instanceof IllegalArgumentException) {
        throw StreamingDiagnosis.cannotTakeAShortDeadline(failure);
      }
    }
  }

  @Test
  @Order(39)
  void the_timer_is_gone_when_the_download_has_ended(Disk disk) {
    TrackedTimers timers = new TrackedTimers(vertx);
    origin.at("/menu.bin").answers(Reply.of(BODY), Reply.status(404));
    for (String end : List.of("succeeded", "failed")) {
      int before = timers.count();
      Future<Void> download = startWith(timers, streaming.client(vertx, 5), "/menu.bin", disk);
      Eventually.holds(download::isComplete);

      if (!Eventually.holds(timers::areOver)) {
        throw StreamingDiagnosis.leavesATimer(end, timers);
      }
      if (timers.count() - before >= PIECES) {
        throw StreamingDiagnosis.setsManyTimers(BODY.length, timers);
      }
    }
    long longest = timers.longestAfter(0);
    if (longest > LONG.toMillis() || (longest > 0 && longest % 1_000 == 0)) {
      throw StreamingDiagnosis.countsInSeconds(LONG.toMillis(), longest);
    }
  }

  @Test
  @Order(61)
  void the_wait_for_a_connection_counts_toward_the_deadline(Disk disk) {
    TrackedTimers timers = new TrackedTimers(vertx);
    io.vertx.core.http.HttpClient one = streaming.client(vertx, 1);
    Future<Void> second;
    int before;
    try (OriginGate held = origin.at("/first").answers(Reply.of("first")).hold()) {
      start(one, origin.uri("/first"), disk.path("first"), LONG);
      held.awaitArrivals(1);
      origin.at("/menu.bin").answers(Reply.of(BODY));
      second = startWith(timers, one, "/menu.bin", disk);
      Quiescence.reachedWithout(second::isComplete); // takes a while, which must count
      before = timers.count();
    }
    await(second);

    if (timers.longestAfter(before) >= LONG.toMillis()) {
      throw StreamingDiagnosis.spendsTheDeadlineTwice(LONG.toMillis());
    }
  }
}
