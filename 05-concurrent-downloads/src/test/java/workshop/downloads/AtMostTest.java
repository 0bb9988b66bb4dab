package workshop.downloads;

import static workshop.downloads.AtMostDiagnosis.assertInOrder;
import static workshop.downloads.DownloadDiagnosis.everythingSaidBy;
import static workshop.downloads.DownloadDiagnosis.failureOf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
class AtMostTest extends WithOrigin {

  /** Enough nested calls to overflow any stack, whether the code is compiled or interpreted. */
  private static final int MANY = 10_000;

  private final AtMost bounded = Answer.of(AtMost.class);

  /** Uses no client: the client needs the common pool, which a wrong answer may block. */
  @Test
  @Order(0)
  void a_thread_that_waits_for_a_permit_sleeps() {
    AtomicInteger begun = new AtomicInteger();
    List<CompletableFuture<String>> held =
        Stream.generate(() -> new CompletableFuture<String>()).limit(4).toList();
    List<Supplier<CompletableFuture<String>>> downloads =
        held.stream().map(each -> counted(begun::incrementAndGet, each)).toList();
    BusyWaitDetector detector = BusyWaitDetector.watch();
    Call<CompletableFuture<List<String>>> call = Call.start("all", () -> bounded.all(downloads, 2));
    try {
      Eventually.holds(() -> begun.get() >= 2 || hasEnded(call));
      try {
        detector.sleepWhile("two of four downloads are in flight, and a third waits for a permit");
      } catch (Diagnosis wakesUp) {
        assertNoneBeganWithoutAPermit(begun.get()); // its wait may have given up
        throw wakesUp;
      }
      assertNoneBeganWithoutAPermit(begun.get());
    } finally {
      held.forEach(each -> each.complete("here"));
      Eventually.holds(() -> hasEnded(call)); // or a polling thread would disturb other tests
    }
    Await.result("all downloads", call.returns());
  }

  private static void assertNoneBeganWithoutAPermit(int begun) {
    if (begun > 2) {
      throw AtMostDiagnosis.beginsWithoutAPermit(begun);
    }
  }

  private static <T> Supplier<T> counted(Runnable begun, T download) {
    return () -> {
      begun.run();
      return download;
    };
  }

  private static boolean hasEnded(Call<CompletableFuture<List<String>>> call) {
    try {
      return call.hasEnded() && call.returns().isDone();
    } catch (RuntimeException | Error failed) {
      return true;
    }
  }

  @Test
  @Order(1)
  void every_download_runs_and_the_results_are_in_order() {
    List<String> results = Await.result("all downloads", start(downloads(10), 3));

    assertInOrder(IntStream.range(0, 10).mapToObj(i -> "text " + i).toList(), results);
  }

  @Test
  @Order(2)
  void the_call_returns_while_the_first_downloads_are_in_flight() {
    CompletableFuture<List<String>> all;
    try (OriginGate held = origin.hold()) {
      all = start(downloads(10), 3, held);
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(3)
  void the_limit_is_reached_and_not_exceeded() {
    CompletableFuture<List<String>> all;
    try (OriginGate held = origin.hold()) {
      all = start(downloads(12), 4, held);
      held.awaitTogether(4);
      held.awaitNoMoreThan(4);
    }
    Await.result("all downloads", all);

    OriginAssert.assertThat(origin).neverMoreInFlightThan(4).reachedInFlight(4);
  }

  @Test
  @Order(4)
  void the_next_download_begins_as_soon_as_one_has_ended() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(9);
    List<OriginGate> firstThree =
        IntStream.range(0, 3).mapToObj(i -> origin.at("/file-" + i).hold()).toList();
    CompletableFuture<List<String>> all = start(downloads, 3);
    Eventually.holds(() -> origin.exchanges().count() == 3);

    firstThree.getLast().open();
    boolean begun = Eventually.holds(() -> origin.exchanges().count() > 3);

    firstThree.forEach(OriginGate::open);
    if (!begun) {
      throw AtMostDiagnosis.worksInBatches(origin.exchanges());
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(5)
  void results_that_arrive_in_a_different_order_are_put_in_order() {
    CountDownLatch begun = new CountDownLatch(2);
    CompletableFuture<String> first = new CompletableFuture<>();
    CompletableFuture<String> second = new CompletableFuture<>();
    CompletableFuture<List<String>> all =
        start(List.of(counted(begun::countDown, first), counted(begun::countDown, second)), 2);
    Await.latch("the beginning of both downloads", begun);

    second.complete("second");
    first.complete("first");

    assertInOrder(List.of("first", "second"), Await.result("both downloads", all));
  }

  @Test
  @Order(6)
  void a_failed_download_gives_its_permit_back() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(8);
    for (int i = 0; i < 4; i++) {
      origin.at("/file-" + i).answers(Reply.status(404));
    }
    CompletableFuture<List<String>> all = start(downloads, 2);

    Throwable failure = awaitFailure(all, "Four of eight downloads failed; the limit is 2.");

    if (Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .noneMatch(BadStatus.class::isInstance)) {
      throw AtMostDiagnosis.losesTheFailure(failure);
    }
    if (origin.exchanges().to("/file-7").count() == 0) {
      throw AtMostDiagnosis.skipsTheRest(origin);
    }
    OriginAssert.assertThat(origin).requestedTimes("/file-7", 1);
  }

  @Test
  @Order(7)
  void a_download_that_cannot_begin_counts_as_failed() {
    Map<String, Supplier<CompletableFuture<String>>> bad = new LinkedHashMap<>();
    bad.put("threw an exception", () -> raise(new IllegalArgumentException("carrier-pigeon")));
    bad.put("threw an Error", () -> raise(new NoClassDefFoundError("carrier-pigeon")));
    bad.put("returned null instead of a future", () -> null);
    origin.at("/file").answers(Reply.of("text"));
    bad.forEach((what, download) -> {
      assertCountsAsFailed(what, download, 1);
      assertCountsAsFailed(what, download, 2); // both begin at once
    });
  }

  private void assertCountsAsFailed(
      String what, Supplier<CompletableFuture<String>> bad, int limit) {
    int before = origin.exchanges().count();
    CompletableFuture<List<String>> all =
        startWith(bad, new Requests(client).text(origin.uri("/file")), limit);
    String situation = "One of two downloads " + what + " when it was started.";
    Throwable failure = awaitFailure(all, situation);

    if (what.startsWith("threw") && !everythingSaidBy(failure).contains("carrier-pigeon")) {
      throw AtMostDiagnosis.losesTheReason(what, failure);
    }
    if (origin.exchanges().count() == before) {
      throw AtMostDiagnosis.skipsTheRest(origin);
    }
    OriginAssert.assertThat(origin).requestedTimes("/file", before + 1);
  }

  private CompletableFuture<List<String>> startWith(
      Supplier<CompletableFuture<String>> bad,
      Supplier<CompletableFuture<String>> good,
      int limit) {
    try {
      return start(List.of(bad, good), limit);
    } catch (IllegalArgumentException | NullPointerException | LinkageError thrown) {
      throw AtMostDiagnosis.letsASupplierThrow(thrown);
    }
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
    List<Supplier<CompletableFuture<String>>> downloads = new ArrayList<>(downloads(12));
    origin.at("/file-0").answers(Reply.status(404));
    origin.at("/file-1").answers(Reply.status(404));
    downloads.set(2, () -> raise(new IllegalArgumentException("carrier-pigeon")));
    downloads.set(3, () -> null);
    List<OriginGate> held =
        IntStream.range(4, 12).mapToObj(i -> origin.at("/file-" + i).hold()).toList();
    CompletableFuture<List<String>> all = start(downloads, 2);
    Eventually.holds(() -> inFlight() >= 2);

    boolean exact = Quiescence.reachedWithout(() -> inFlight() > 2);
    held.forEach(OriginGate::open);
    Await.failure("all downloads", all);
    if (!exact) {
      throw AtMostDiagnosis.addsAPermitPerFailure(origin);
    }
  }

  private long inFlight() {
    return origin.exchanges().stream().filter(Exchange::isInFlight).count();
  }

  @Test
  @Order(21)
  void a_slow_download_does_not_keep_others_waiting() {
    CompletableFuture<List<String>> all;
    List<Supplier<CompletableFuture<String>>> downloads = downloads(9);
    try (OriginGate slow = origin.at("/file-0").hold()) {
      all = start(downloads, 3);
      slow.awaitArrivals(1);

      if (!Eventually.holds(() -> origin.exchanges().count() == 9)) {
        throw AtMostDiagnosis.splitsTheList(origin);
      }
    }
    Await.result("all downloads", all);
  }

  @Test
  @Order(22)
  void a_change_to_the_list_after_the_call_has_no_effect() {
    CompletableFuture<String> first = new CompletableFuture<>();
    List<Supplier<CompletableFuture<String>>> both =
        List.of(() -> first, () -> CompletableFuture.completedFuture("second"));
    CallersList<Supplier<CompletableFuture<String>>> list = new CallersList<>(both);
    CompletableFuture<List<String>> all =
        Call.start("all", () -> list.lendTo(() -> bounded.all(list, 1))).returns();
    first.complete("first");

    if (!Eventually.holds(all::isDone)
        || all.isCompletedExceptionally()
        || !List.of("first", "second").equals(all.join())) {
      throw AtMostDiagnosis.readsTheCallersList(all);
    }
  }

  @Test
  @Order(22)
  void a_result_may_be_null() {
    CompletableFuture<List<String>> all =
        start(
            List.of(
                () -> CompletableFuture.completedFuture("first"),
                () -> CompletableFuture.completedFuture(null)),
            1);

    if (!Eventually.holds(all::isDone)) {
      throw AtMostDiagnosis.losesANull();
    }
    try {
      assertInOrder(Arrays.asList("first", null), Await.result("all downloads", all));
    } catch (NullPointerException failure) {
      throw AtMostDiagnosis.failsWithANull(failure);
    }
  }

  @Test
  @Order(23)
  void a_limit_below_one_is_rejected() {
    for (int limit : List.of(0, -1)) {
      try {
        start(downloads(1), limit);
      } catch (IllegalArgumentException refused) {
        continue;
      }
      throw AtMostDiagnosis.acceptsNoPermit(limit);
    }
  }

  @Test
  @Order(8)
  void the_result_waits_for_all_downloads_even_if_the_first_has_failed() {
    List<Supplier<CompletableFuture<String>>> downloads = downloads(4);
    origin.at("/file-0").answers(Reply.status(404));
    CompletableFuture<List<String>> all;
    try (OriginGate last = origin.at("/file-3").hold()) {
      all = start(downloads, 2, last);

      if (!Quiescence.reachedWithout(all::isDone)) {
        throw AtMostDiagnosis.endsWithTheFirstFailure();
      }
    }
    awaitFailure(all, "One of four downloads failed.");
  }

  @Test
  @Order(9)
  void an_empty_list_completes_at_once() {
    CompletableFuture<List<String>> none = start(downloads(0), 3);

    Eventually.orElse(none::isDone, AtMostDiagnosis::waitsForNoDownload);
    assertInOrder(List.of(), Await.result("the empty list", none));
  }

  @Test
  @Order(10)
  void many_downloads_that_end_at_once_do_not_overflow_the_stack() {
    AtomicInteger calls = new AtomicInteger();
    List<Supplier<CompletableFuture<Integer>>> downloads =
        Collections.nCopies(MANY, () -> CompletableFuture.completedFuture(calls.incrementAndGet()));

    CompletableFuture<List<Integer>> all = start(downloads, 3);

    if (!Eventually.holds(all::isDone)) {
      throw AtMostDiagnosis.nestsItsCalls(MANY);
    }
    int different = new HashSet<>(all.join()).size();
    if (different < MANY) { // all entries are the same supplier
      throw AtMostDiagnosis.mergesEqualEntries(MANY, different);
    }
  }

  private <T> CompletableFuture<List<T>> start(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return Call.start("all", () -> bounded.all(downloads, limit)).returns();
  }

  private <T> CompletableFuture<List<T>> start(
      List<Supplier<CompletableFuture<T>>> downloads, int limit, OriginGate held) {
    return Call.start("all", () -> bounded.all(downloads, limit)).returnsWhileHeld(held);
  }

  private List<Supplier<CompletableFuture<String>>> downloads(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          origin.at("/file-" + i).answers(Reply.of("text " + i));
          return new Requests(client).text(origin.uri("/file-" + i));
        })
        .toList();
  }

  /** If a permit is lost, the rest of the list never runs. */
  private Throwable awaitFailure(CompletableFuture<?> all, String situation) {
    if (!Eventually.holds(all::isDone)) {
      throw AtMostDiagnosis.losesAPermit(situation, origin);
    }
    if (!all.isCompletedExceptionally()) {
      throw AtMostDiagnosis.succeedsAfterAFailure(situation);
    }
    return failureOf(situation, () -> Await.result("all downloads", all));
  }
}
