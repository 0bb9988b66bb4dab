package workshop.downloads;

import static workshop.downloads.Failing.assertNames;
import static workshop.downloads.Failing.failureOf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import workshop.testkit.http.Exchange;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.BusyWaitDetector;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

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
  void a_thread_that_waits_for_a_permit_sleeps() {
    CountDownLatch begun = new CountDownLatch(2);
    List<CompletableFuture<String>> held =
        Stream.generate(() -> new CompletableFuture<String>()).limit(4).toList();
    List<Supplier<CompletableFuture<String>>> downloads =
        held.stream().map(each -> counted(begun, each)).toList();
    BusyWaitDetector sleepers = BusyWaitDetector.watch();
    Call<CompletableFuture<List<String>>> call =
        Caller.call("all", () -> bounded.all(downloads, 2));
    try {
      Eventually.holds(() -> begun.getCount() == 0 || call.isBack());
      sleepers.sleepWhile("two of four downloads are in flight, and a third waits for a place");
    } finally {
      held.forEach(each -> each.complete("here"));
      Eventually.holds(call::isBack);
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

      if (!Eventually.holds(() -> held.arrivals().count() == 4)) {
        throw Diagnosis.observed(
                "One of three downloads in flight has ended, and no other one has begun.")
            .means("Its place stays empty until the other two have ended, however slow they are.")
            .nextStep(
                "Begin the next one whenever one ends; do not work through the list in batches.")
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
    Map<String, Supplier<CompletableFuture<String>>> bad = new LinkedHashMap<>();
    bad.put("threw an exception", () -> raise(new IllegalArgumentException("carrier-pigeon")));
    bad.put("threw an Error", () -> raise(new NoClassDefFoundError("carrier-pigeon")));
    bad.put("returned null instead of a future", () -> null);
    origin.at("/file").answers(Reply.of("text"));
    bad.forEach((what, download) -> {
      int before = origin.exchanges().count();
      CompletableFuture<List<String>> all =
          start(List.of(download, new Requests(client).text(origin.uri("/file"))), 1);

      awaitEnd(all, "One of two downloads " + what + " when it was begun.");
      Throwable failure = failureOf("One could not begin.", () -> Await.result("all", all));

      if (what.startsWith("threw") && !failure.toString().contains("carrier-pigeon")) {
        throw Diagnosis.observed("One download " + what + ". The result failed with: " + failure)
            .means("What really went wrong is lost: carrier-pigeon.")
            .nextStep("Let the result fail with what the download has thrown.")
            .because(failure);
      }
      OriginAssert.assertThat(origin).requestedTimes("/file", before + 1);
    });
  }

  private static <T> T raise(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @Test
  @Order(20)
  void after_failures_the_limit_still_holds() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(12);
    for (int i = 0; i < 4; i++) {
      origin.at("/file-" + i).answers(Reply.status(404));
    }
    List<OriginGate> held =
        IntStream.range(4, 12).mapToObj(i -> origin.at("/file-" + i).hold()).toList();
    CompletableFuture<List<String>> all = start(downloads, 2);
    Eventually.holds(() -> inFlight() >= 2);

    boolean exact = Quiescence.reachedWithout(() -> inFlight() > 2);
    held.forEach(OriginGate::open);
    Await.failure("all downloads", all);
    if (!exact) {
      throw Diagnosis.observed(
              "After four failures, %d requests were in flight together; the limit is 2."
                  .formatted(origin.exchanges().maxInFlight()))
          .means("Each failure has given its permit back twice, so the limit grows.")
          .nextStep(
              "Release the permit in one place, which every download passes once when it ends.")
          .evidence("At the origin", origin.exchanges());
    }
  }

  private long inFlight() {
    return origin.exchanges().stream().filter(Exchange::isInFlight).count();
  }

  @Test
  @Order(21)
  void a_slow_download_keeps_no_other_one_waiting() {
    CompletableFuture<List<String>> all;
    List<Supplier<CompletableFuture<String>>> downloads = downloads(9);
    try (OriginGate slow = origin.at("/file-0").hold()) {
      all = start(downloads, 3);
      slow.awaitArrivals(1);

      if (!Eventually.holds(() -> origin.exchanges().count() == 9)) {
        throw Diagnosis.observed(
                "One of nine downloads is slow; the limit is 3. Only %d have begun, and the others wait."
                    .formatted(origin.exchanges().count()))
            .means("Each place has a list of its own: while one is busy, the others stay idle.")
            .nextStep("Let all places take their downloads from one list.")
            .evidence("At the origin", origin.exchanges());
      }
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(22)
  void a_list_that_changes_afterwards_changes_nothing() {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> first = new CompletableFuture<>();
    List<Supplier<CompletableFuture<String>>> downloads = new ArrayList<>();
    downloads.add(counted(begun, first));
    downloads.add(() -> CompletableFuture.completedFuture("second"));
    CompletableFuture<List<String>> all = start(downloads, 1);
    Await.latch("the first download to be begun", begun);

    downloads.clear();
    first.complete("first");

    if (!Eventually.holds(all::isDone)) {
      throw Diagnosis.observed("The caller emptied its list after the call. The result never came.")
          .means("The list belongs to the caller, who may use it for something else.")
          .nextStep("Make a copy before you return: List.copyOf.");
    }
    assertEquals(List.of("first", "second"), Await.result("all downloads", all));
  }

  @Test
  @Order(23)
  void a_limit_below_one_is_refused() {
    try {
      start(downloads(1), 0);
    } catch (IllegalArgumentException refused) {
      return;
    }
    throw Diagnosis.observed("The limit was 0, and the call was accepted.")
        .means("With no permit, no download ever begins, and the caller waits forever.")
        .nextStep("Throw an IllegalArgumentException for a limit below 1.");
  }

  @Test
  @Order(8)
  void the_result_waits_for_all_even_if_the_first_has_failed() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(4);
    origin.at("/file-0").answers(Reply.status(404));
    CompletableFuture<List<String>> all;
    try (OriginGate last = origin.at("/file-3").hold()) {
      all = start(downloads, 2, last);

      if (!Quiescence.reachedWithout(all::isDone)) {
        throw Diagnosis.observed("The first download had failed, and the result was there at once.")
            .means("The last one is still in flight, and nothing waits for it.")
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

    if (!Eventually.holds(all::isDone)) {
      throw Diagnosis.observed(
              MANY + " downloads ended the moment they were begun; the result never came.")
          .means(
              "If each end begins the next download, and that one has ended already, the calls nest"
                  + " until the stack overflows.")
          .nextStep("Begin the downloads in a loop, on a thread that may wait for a permit.");
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

  /** A lost permit shows as a list that is never worked through. */
  private void awaitEnd(CompletableFuture<?> all, String situation) {
    if (!Eventually.holds(all::isDone)) {
      throw Diagnosis.observed(
              situation + " The others are never begun, or the result never comes.")
          .means("The permit of a download that failed was not given back, so it is lost.")
          .nextStep("Release the permit however the download ends, even if its supplier throws.")
          .evidence("At the origin", origin.exchanges());
    }
  }

  private static void assertEquals(List<String> expected, List<String> results) {
    if (!expected.equals(results)) {
      throw Diagnosis.observed("The result is " + results + ".")
          .means("It should be " + expected + ": the caller knows each result by its place.")
          .nextStep(
              "Keep the results in the order of the downloads, not in the order " + "of arrival.");
    }
  }
}
