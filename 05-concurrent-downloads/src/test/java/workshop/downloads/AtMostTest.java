package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.failureOf;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class AtMostTest extends WithOrigin {

  /**
   * If each calls the next, a stack overflows long before, whatever the JVM has made of the code.
   */
  private static final int MANY = 30_000;

  private final AtMost bounded = Answer.of(AtMost.class);

  /** Without the client: that one needs the common pool, which a wrong answer may keep from it. */
  @Test
  @Order(0)
  void who_waits_for_a_place_sleeps_until_it_is_free() {
    CountDownLatch begun = new CountDownLatch(2);
    List<CompletableFuture<String>> held =
        Stream.generate(() -> new CompletableFuture<String>()).limit(4).toList();
    List<Supplier<CompletableFuture<String>>> downloads =
        held.stream().map(each -> counted(begun, each)).toList();
    BusyWaitDetector sleepers = BusyWaitDetector.watch();
    Call<CompletableFuture<List<String>>> call =
        Caller.call("all", () -> bounded.all(downloads, 2));
    try {
      Soon.isTrue(() -> begun.getCount() == 0 || call.isBack());
      sleepers.sleepWhile("two of four downloads are in flight, and a third waits for a place");
    } finally {
      held.forEach(each -> each.complete("here"));
      Soon.isTrue(call::isBack);
    }
    Await.result("all downloads", call.returns());
  }

  @Test
  @Order(1)
  void every_download_is_run_and_the_results_are_in_order() {
    List<String> results = Await.result("all downloads", start(downloads(10), 3));

    assertEquals(IntStream.range(0, 10).mapToObj(i -> "text " + i).toList(), results);
  }

  @Test
  @Order(2)
  void the_caller_comes_back_while_the_first_ones_are_under_way() {
    CompletableFuture<List<String>> all;
    try (OriginGate held = origin.hold()) {
      all = start(downloads(10), 3, held);
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(3)
  void as_many_as_permitted_are_in_flight_and_not_one_more() {
    CompletableFuture<List<String>> all;
    try (OriginGate held = origin.hold()) {
      all = start(downloads(12), 4, held);
      held.awaitTogether(4);
      held.awaitNoMoreThan(4);
    }
    Await.result("all downloads", all);

    OriginAssert.assertThat(origin).neverMoreInFlightThan(4).sawTogether(4);
  }

  @Test
  @Order(4)
  void the_next_one_begins_as_soon_as_one_has_ended() {
    CompletableFuture<List<String>> all;
    try (OriginGate held = origin.hold()) {
      all = start(downloads(9), 3, held);
      held.awaitTogether(3);
      held.let(1);

      if (!Soon.isTrue(() -> held.arrivals().count() == 4)) {
        throw Diagnosis.observed(
                "One of three downloads in flight has ended, and no other one has begun.")
            .means("Its place stays empty until the other two have ended, however slow they are.")
            .nextStep(
                "Fill each place when it becomes free; do not work through the list in batches.")
            .evidence("At the origin", held.arrivals());
      }
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(5)
  void results_that_come_in_another_order_are_put_in_order() {
    CountDownLatch begun = new CountDownLatch(2);
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    CompletableFuture<List<String>> all =
        start(List.of(counted(begun, first), counted(begun, second)), 2);
    Await.latch("both downloads to be begun", begun);

    second.complete("second");
    first.complete("first");

    assertEquals(List.of("first", "second"), Await.result("both downloads", all));
  }

  private static <T> Supplier<T> counted(CountDownLatch begun, T download) {
    return () -> {
      begun.countDown();
      return download;
    };
  }

  @Test
  @Order(6)
  void a_failed_download_gives_its_place_back() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(8);
    for (int i = 0; i < 4; i++) {
      origin.at("/file-" + i).answers(Reply.status(404));
    }
    CompletableFuture<List<String>> all = start(downloads, 2);

    awaitEnd(all, "Four of eight downloads failed, with two permitted at a time.");
    Throwable failure = failureOf("Four downloads failed.", () -> Await.result("all", all));

    assertNames(origin.uri("/file-"), "404", failure);
    OriginAssert.assertThat(origin).requestedTimes("/file-7", 1);
  }

  @Test
  @Order(7)
  void a_download_that_cannot_even_begin_is_one_that_failed() {
    List<Supplier<CompletableFuture<String>>> downloads =
        List.of(
            () -> {
              throw new IllegalArgumentException("no such scheme: carrier-pigeon");
            },
            new Requests(client).text(origin.uri("/file")));
    origin.at("/file").answers(Reply.of("text"));
    CompletableFuture<List<String>> all = start(downloads, 1);

    awaitEnd(all, "One of two downloads threw an exception when it was begun.");
    Throwable failure = failureOf("One could not begin.", () -> Await.result("all", all));

    if (!failure.toString().contains("carrier-pigeon")) {
      throw Diagnosis.observed("The result failed with " + failure + ".")
          .means("What really went wrong was: no such scheme: carrier-pigeon.")
          .nextStep("Let the result fail with what the download was thrown out with.")
          .because(failure);
    }
    OriginAssert.assertThat(origin).requestedTimes("/file", 1);
  }

  @Test
  @Order(8)
  void the_result_waits_for_all_even_if_the_first_has_failed() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(4);
    origin.at("/file-0").answers(Reply.status(404));
    CompletableFuture<List<String>> all;
    try (OriginGate last = origin.at("/file-3").hold()) {
      all = start(downloads, 2, last);

      if (!Soon.staysFalse(all::isDone)) {
        throw Diagnosis.observed("The first download had failed, and the result was there at once.")
            .means("The last one is still in flight, and nobody waits for it any more.")
            .nextStep("Complete the result when the last download has ended.");
      }
    }
    Await.failure("all downloads", all);
  }

  @Test
  @Order(9)
  void no_download_at_all_is_done_at_once() {
    assertEquals(List.of(), Await.result("no download", start(downloads(0), 3)));
  }

  @Test
  @Order(10)
  void many_that_end_at_once_are_no_trouble() {
    List<Supplier<CompletableFuture<String>>> downloads =
        Collections.nCopies(MANY, () -> CompletableFuture.completedFuture("here already"));

    CompletableFuture<List<String>> all = start(downloads, 3);

    if (!Soon.isTrue(all::isDone) && !Soon.isTrue(all::isDone)) {
      throw Diagnosis.observed(
              MANY + " downloads ended the moment they were begun; the result never came.")
          .means(
              "If each end begins the next download, and that one has ended already, the calls stand"
                  + " one inside the other until the stack overflows.")
          .nextStep("Begin downloads in a loop, on a thread that may wait for a place.");
    }
  }

  private <T> CompletableFuture<List<T>> start(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return Caller.call("all", () -> bounded.all(downloads, limit)).returns();
  }

  private <T> CompletableFuture<List<T>> start(
      List<Supplier<CompletableFuture<T>>> downloads, int limit, OriginGate held) {
    return Caller.call("all", () -> bounded.all(downloads, limit)).returnsWhileHeld(held);
  }

  private List<Supplier<CompletableFuture<String>>> downloads(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          origin.at("/file-" + i).answers(Reply.of("text " + i));
          return new Requests(client).text(origin.uri("/file-" + i));
        })
        .toList();
  }

  /** A place that was lost shows as a list that is never worked through. */
  private void awaitEnd(CompletableFuture<?> all, String situation) {
    if (!Soon.isTrue(all::isDone)) {
      throw Diagnosis.observed(
              situation + " The others are never begun, or the result never comes.")
          .means("The place of a download that failed was not given back, and so is lost.")
          .nextStep("Give the place back however the download ended, by throwing as well.")
          .evidence("At the origin", origin.exchanges());
    }
  }

  private static void assertEquals(List<String> expected, List<String> results) {
    if (!expected.equals(results)) {
      throw Diagnosis.observed("The result is " + results + ".")
          .means("Expected is " + expected + ": the caller knows each result by its place.")
          .nextStep(
              "Keep the results in the order of the downloads, not in that of their arrival.");
    }
  }
}
