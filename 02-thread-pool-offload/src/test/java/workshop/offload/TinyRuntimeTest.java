package workshop.offload;

import static workshop.offload.OpenedRuntime.read;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.HeldAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.UncaughtExceptions;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Quiescence;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class TinyRuntimeTest {

  private static final int BLOCKING_THREADS = 4;

  /** More than any plausible limit of a queue. */
  private static final int MORE_THAN_ANY_QUEUE = 1_100;

  @Test
  @Order(1)
  void tasks_run_one_after_another_on_the_loop_thread() throws Exception {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      List<String> ran = new ArrayList<>(); // no lock: there is only one thread
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      CompletableFuture<Thread> last = new CompletableFuture<>();
      for (int i = 1; i <= 3; i++) {
        String task = "task " + i;
        opened.execute(() -> {
          threads.add(Thread.currentThread());
          ran.add(task + " on " + Thread.currentThread().getName());
        });
      }
      opened.execute(() -> last.complete(Thread.currentThread()));

      Eventually.orElse(last::isDone, opened::notTaken);
      TinyRuntimeDiagnosis.assertOneLoop(ran, threads.size());
    }
  }

  @Test
  @Order(2)
  void a_task_submitted_by_a_task_waits_for_its_turn() {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      CompletableFuture<List<Integer>> all = opened.nestedTasks();

      Eventually.orElse(all::isDone, opened::notTaken);
      List<Integer> order = Await.result("the last task", all);
      if (!order.equals(List.of(1, 2, 3))) {
        throw TinyRuntimeDiagnosis.outOfTurn(order);
      }
    }
  }

  @Test
  @Order(3)
  void offloaded_work_runs_on_a_blocking_thread(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open()) {
      opened.assertResumedWith("soup", opened.offload(() -> read(disk, "menu.txt")));
    }
    assertThat(disk).ranOnlyOn(t -> t.name().startsWith("blocking-"), "a blocking thread");
  }

  @Test
  @Order(4)
  void the_loop_stays_free_while_the_disk_is_held(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Heartbeat others = Heartbeat.on(opened.runtime()::execute);
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = new CompletableFuture<>();
      opened.execute(() ->
          opened
              .runtime()
              .offload(() -> read(disk, "menu.txt"), done -> OpenedRuntime.pass(done, menu)));

      others.keepsTickingWhile(held, "the loop");
      held.open();
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(5)
  void offload_returns_at_once(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));

      held.open();
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(6)
  void resume_runs_on_the_loop_and_nowhere_else() {
    AtomicInteger times = new AtomicInteger();
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      for (int i = 0; i < 20; i++) {
        opened.assertResumesOnTheLoop(times);
      }
    }
    if (times.get() != 20) { // the runtime is closed, so resume will not run again
      throw TinyRuntimeDiagnosis.resumedAgain(times.get());
    }
  }

  @Test
  @Order(7)
  void four_operations_block_at_the_same_time_and_never_five(Disk disk) throws Exception {
    disk.seed("menu.txt", "soup");
    StartedThreads workers = StartedThreads.named("blocking-");
    StartedThreads all = StartedThreads.named("");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      List<CompletableFuture<String>> menus = new ArrayList<>();
      for (int i = 0; i < 3 * BLOCKING_THREADS; i++) {
        menus.add(opened.offloadWhile(held, () -> read(disk, "menu.txt")));
      }

      HeldAssert.assertThat(held).holdsAtOnce(BLOCKING_THREADS);
      int alive = workers.alive().size();
      List<String> others = all.aliveExcept("blocking-", "loop", "caller");
      held.open();
      for (CompletableFuture<String> menu : menus) {
        opened.resumed("each of the menus", menu);
      }

      TinyRuntimeDiagnosis.assertNoMoreThreads(alive, BLOCKING_THREADS, others, menus.size());
      assertThat(disk).neverMoreInFlightThan(BLOCKING_THREADS, Op.OPEN, Op.READ);
    }
  }

  @Test
  @Order(8)
  void resume_gets_exactly_what_the_work_threw() throws Exception {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      Path missing = Path.of("no-such-menu.txt").toAbsolutePath();
      Callable<String> error =
          () -> {
            throw new InternalError("simulated by the suite");
          };

      OpenedRuntime.assertResumedWith(
          NoSuchFileException.class,
          missing.toString(),
          opened.offload(() -> Files.readString(missing)));
      OpenedRuntime.assertResumedWith(InternalError.class, "simulated", opened.offload(error));
    }
  }

  @Test
  @Order(10)
  void a_task_that_throws_is_reported_and_does_not_end_the_loop() throws Exception {
    Set<String> reported = ConcurrentHashMap.newKeySet();
    OpenedRuntime.withDefaultHandler(
        (thread, error) -> reported.add(error.getMessage()),
        () -> {
          try (OpenedRuntime opened = OpenedRuntime.open()) {
            opened.execute(() -> {
              throw new IllegalStateException("the task failed");
            });
            opened.offload(
                () -> "bread",
                bread -> {
                  throw new IllegalStateException("the continuation failed");
                });
            opened.assertGoesOn("A task threw an exception");
            OpenedRuntime.assertGoesOn(opened.offload(() -> "next"));
            Eventually.orElse(
                () -> reported.size() == 2, () -> TinyRuntimeDiagnosis.notReported(reported));
          }
        });
  }

  @Test
  @Order(11)
  void the_loop_continues_without_a_default_handler_as_well() throws Exception {
    OpenedRuntime.withDefaultHandler(
        null,
        () -> {
          try (OpenedRuntime opened = OpenedRuntime.open()) {
            opened.executeThrowing(new IllegalStateException("simulated by the suite"), () -> {});
            CompletableFuture<String> next = new CompletableFuture<>();
            opened.execute(() -> next.complete("next"));

            Eventually.orElse(next::isDone, TinyRuntimeDiagnosis::endsWithoutADefault);
          }
        });
  }

  @Test
  @Order(12)
  void a_loop_without_work_sleeps(Disk disk) throws Exception {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<Thread> loop = new CompletableFuture<>();
      opened.execute(() -> loop.complete(Thread.currentThread()));
      Thread thread = Await.result("the first task", loop);
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));

      BusyWaiting.assertSleeps(thread);

      held.open();
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(13)
  void close_finishes_accepted_work_and_the_tasks_it_leads_to(Disk disk) {
    disk.seed("menu.txt", "soup");
    OpenedRuntime opened = OpenedRuntime.open();
    CompletableFuture<String> second = new CompletableFuture<>();
    CompletableFuture<Diagnosis> mistake = new CompletableFuture<>();

    try (opened;
        Gate held = disk.hold(Op.OPEN)) {
      opened.readTwice(disk, second, mistake);
      held.awaitArrivals(1);

      Call<Boolean> close = opened.closing(second);
      boolean tooEarly = close.hasEnded();
      held.open();

      Eventually.holds(() -> close.hasEnded() || mistake.isDone());
      if (mistake.isDone()) {
        throw mistake.resultNow();
      }
      TinyRuntimeDiagnosis.assertAfterTheLastResume(opened.returned(close), second, tooEarly);
      opened.resumed("the second menu", second);
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(14)
  void a_closed_runtime_rejects_tasks() {
    OpenedRuntime opened = OpenedRuntime.open();
    opened.close();

    OpenedRuntime.assertRefuses("execute", () -> opened.runtime().execute(() -> {}));
    OpenedRuntime.assertRefuses(
        "offload", () -> opened.runtime().offload(() -> "soup", done -> {}));
    opened.close();
  }

  @Test
  @Order(15)
  void a_runtime_that_closes_rejects_tasks_from_other_threads(Disk disk) {
    disk.seed("menu.txt", "soup");
    CountDownLatch busy = new CountDownLatch(1);

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<Thread> worker = new CompletableFuture<>();
      CompletableFuture<String> menu =
          opened.offloadWhile(held, () -> OpenedRuntime.readOn(worker, disk, "menu.txt"));
      CompletableFuture<Boolean> interrupted = opened.keepTheLoopBusy(busy);
      Call<Boolean> close = opened.closing(menu);

      Eventually.orElse(
          () -> OpenedRuntime.refuses("execute", () -> opened.runtime().execute(() -> {})),
          TinyRuntimeDiagnosis::takesMoreWhileClosing);
      OpenedRuntime.assertRefuses(
          "offload", () -> opened.runtime().offload(() -> "soup", done -> {}));
      held.open();
      OpenedRuntime.awaitEndOfWork(worker); // the loop still has to call resume
      busy.countDown();
      TinyRuntimeDiagnosis.assertAfterTheLastResume(opened.returned(close), menu, false);
      OpenedRuntime.assertNotInterrupted(interrupted);
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(16)
  void a_second_close_waits_as_well(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));
      Call<Boolean> first = opened.closing(menu);
      Call<Boolean> second = opened.closing(menu);
      boolean returned = !Quiescence.reachedWithout(second::hasEnded);
      held.open();

      if (returned) {
        throw TinyRuntimeDiagnosis.secondCloseReturned();
      }
      first.returns();
      second.returns();
    }
  }

  @Test
  @Order(17)
  void its_threads_are_not_daemons_even_if_a_daemon_opens_it() throws Exception {
    List<String> daemons =
        Await.result("the threads of a runtime", OpenedRuntime.daemonsWhenADaemonCreatesIt());
    if (!daemons.isEmpty()) {
      throw TinyRuntimeDiagnosis.daemons(daemons);
    }
  }

  @Test
  @Order(18)
  void the_loop_survives_an_Error_and_a_failing_handler_and_an_interrupt() {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      opened.execute(() -> {
        Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {});
        throw new InternalError("simulated by the suite");
      });
      opened.assertGoesOn("A task threw an Error");
      opened.interruptTheLoop();
      opened.assertGoesOn("A task left the interrupt flag of the loop set");
      AtomicInteger reports = new AtomicInteger();
      opened.executeThrowing(
          new IllegalStateException("simulated by the suite"),
          () -> {
            reports.incrementAndGet();
            throw new InternalError("thrown by the handler");
          });
      opened.assertGoesOn(
          "A task threw an exception, then the uncaught exception handler threw an Error");
      if (reports.get() == 0) {
        throw TinyRuntimeDiagnosis.notToTheThreadsHandler();
      }
    }
  }

  @Test
  @Order(19)
  void an_interrupted_close_returns_and_the_loop_finishes_its_work(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));
      CountDownLatch busy = new CountDownLatch(1);
      CompletableFuture<Boolean> interrupted = opened.keepTheLoopBusy(busy);
      Call<Boolean> close = opened.closing(menu).interrupt();

      Eventually.orElse(
          close::hasEnded, () -> TinyRuntimeDiagnosis.ignoresTheInterrupt(close.thread()));
      close.interruptFlagIsKept();
      busy.countDown();
      held.open();
      OpenedRuntime.assertNotInterrupted(interrupted);
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(20)
  void any_number_of_tasks_and_pieces_of_work_may_wait() {
    CountDownLatch free = new CountDownLatch(1);
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      opened.execute(() -> OpenedRuntime.awaitQuietly(free));
      AtomicInteger ran = opened.handOverMany(MORE_THAN_ANY_QUEUE, free);

      free.countDown();
      opened.assertAllHaveRun(2 * MORE_THAN_ANY_QUEUE, ran);
    } finally {
      free.countDown();
    }
  }
}
