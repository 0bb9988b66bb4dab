package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.exercise.UncaughtExceptions;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Standstill;

@ExerciseSuite
@ExtendWith(UncaughtExceptions.class)
class TinyRuntimeTest {

  private static final int BLOCKING_THREADS = 4;

  @Test
  @Order(1)
  void tasks_run_one_after_another_on_the_loop_thread() throws Exception {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      List<String> ran = new ArrayList<>(); // no lock: one thread only, that is the promise
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

      Standstill.orElse(last::isDone, opened::nobodyTakes);
      if (!ran.equals(List.of("task 1 on loop", "task 2 on loop", "task 3 on loop"))) {
        throw Diagnosis.observed("Three tasks were handed over; this ran: " + ran)
            .means("The loop is one thread, called loop, and does one task after the other.")
            .nextStep(
                "Let only the loop thread run tasks, in the order in which they became ready.");
      }
      if (threads.size() > 1) {
        throw Diagnosis.observed(
                "Three tasks ran on " + threads.size() + " threads, all called loop.")
            .means("A second thread may run at the same time as the first: tasks would need locks.")
            .nextStep("Start the one loop thread in the constructor; it takes task after task.");
      }
    }
  }

  @Test
  @Order(2)
  void what_a_task_hands_over_waits_for_its_turn() {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      List<Integer> ended = new ArrayList<>();
      CompletableFuture<List<Integer>> all = new CompletableFuture<>();
      Runnable last =
          () -> {
            ended.add(4);
            all.complete(List.copyOf(ended));
          };
      opened.execute(() -> {
        opened
            .runtime()
            .execute(() -> {
              opened.runtime().execute(last);
              ended.add(2);
            });
        opened.runtime().execute(() -> ended.add(3));
        ended.add(1);
      });

      Standstill.orElse(all::isDone, opened::nobodyTakes);
      List<Integer> order = Await.result("the last task", all);
      if (!order.equals(List.of(1, 2, 3, 4))) {
        throw OpenedRuntime.outOfTurn(order);
      }
    }
  }

  @Test
  @Order(3)
  void offloaded_work_runs_on_a_blocking_thread(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open()) {
      String menu = opened.resumed("the menu", opened.offload(() -> read(disk, "menu.txt")));

      if (!menu.equals("soup")) {
        throw Diagnosis.observed("The work returned \"soup\"; resume was given \"" + menu + "\".")
            .means("The result of the work is what the resumed task goes on with.")
            .nextStep("Give resume the future that holds the result of the work.");
      }
    }
    assertThat(disk).ranOnlyOn(t -> t.name().startsWith("blocking-"), "a blocking thread");
  }

  @Test
  @Order(4)
  void the_loop_stays_free_while_the_disk_is_held(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Heartbeat guests = Heartbeat.on(opened.runtime()::execute);
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = new CompletableFuture<>();
      opened.execute(() ->
          opened
              .runtime()
              .offload(() -> read(disk, "menu.txt"), done -> OpenedRuntime.pass(done, menu)));

      guests.keepsTickingWhile(held, "the loop");
      held.open();
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(5)
  void whoever_hands_over_comes_back_at_once(Disk disk) {
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
  void the_task_is_resumed_on_the_loop_and_nowhere_else() {
    AtomicInteger times = new AtomicInteger();
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      for (int i = 0; i < 20; i++) {
        CompletableFuture<String> resumed = new CompletableFuture<>();
        opened.offload(
            () -> "done",
            done -> {
              times.incrementAndGet();
              resumed.complete(Thread.currentThread().getName());
            });

        String thread = opened.resumed("the resumed task", resumed);
        if (!thread.equals("loop")) {
          throw Diagnosis.observed("The task was resumed on \"" + thread + "\".")
              .means(
                  "The assistant does the chef's work now: what runs on the loop needs no locks"
                      + " only as long as nobody else runs it.")
              .nextStep(
                  "Where the work is done, make the rest ready for the loop; do not run it there.");
        }
      }
    }
    if (times.get() != 20) { // the runtime is closed: whoever was to be resumed has been
      throw Diagnosis.observed(
              "20 times work was handed over; %d times it was resumed.".formatted(times.get()))
          .means("A program that goes on twice from the same place prints, writes and pays twice.")
          .nextStep("Notify the loop once for each piece of work, in one place.");
    }
  }

  @Test
  @Order(7)
  void four_operations_block_at_the_same_time_and_never_five(Disk disk) throws Exception {
    disk.seed("menu.txt", "soup");
    Newcomers workers = Newcomers.called("blocking-");
    Newcomers all = Newcomers.called("");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      List<CompletableFuture<String>> menus = new ArrayList<>();
      for (int i = 0; i < 3 * BLOCKING_THREADS; i++) {
        menus.add(opened.offloadWhile(held, () -> read(disk, "menu.txt")));
      }

      Standstill.unlessAtOnce(held, BLOCKING_THREADS);
      int alive = workers.alive().size();
      List<String> others = all.aliveBut("blocking-", "loop", "caller");
      held.open();
      for (CompletableFuture<String> menu : menus) {
        opened.resumed("each of the menus", menu);
      }

      if (alive > BLOCKING_THREADS) {
        throw Diagnosis.observed(
                "%d blocking threads for %d orders.".formatted(alive, menus.size()))
            .means("Without a limit, a slow disk and many guests end in thousands of threads.")
            .nextStep("Hand the work to the pool of four; what is too much waits in its queue.");
      }
      if (others.size() >= menus.size()) { // a helper more is a matter of taste, one each is not
        throw OpenedRuntime.oneEach(menus.size(), others);
      }
      assertThat(disk).neverMoreInFlightThan(BLOCKING_THREADS, Op.OPEN, Op.READ);
    }
  }

  @Test
  @Order(8)
  void a_failure_is_resumed_too_with_the_very_error() throws Exception {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      Path missing = Path.of("no-such-menu.txt").toAbsolutePath();

      OpenedRuntime.assertResumedWith(
          NoSuchFileException.class,
          missing.toString(),
          opened.offload(() -> Files.readString(missing)));
    }
  }

  @Test
  @Order(9)
  void an_error_that_nobody_expects_is_resumed_as_well() throws Exception {
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      Callable<String> work =
          () -> {
            throw new InternalError("simulated by the suite");
          };

      OpenedRuntime.assertResumedWith(InternalError.class, "simulated", opened.offload(work));
    }
  }

  @Test
  @Order(10)
  void a_task_that_throws_does_not_end_the_loop_and_is_not_kept_quiet() throws Exception {
    Set<String> reported = ConcurrentHashMap.newKeySet();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> reported.add(error.getMessage()));
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      opened.execute(() -> {
        throw new IllegalStateException("the soup is burnt");
      });
      opened.offload(
          () -> "bread",
          bread -> {
            throw new IllegalStateException("the soup is burnt again");
          });
      CompletableFuture<String> next = new CompletableFuture<>();
      opened.execute(() -> next.complete("next"));

      OpenedRuntime.assertGoesOn(next);
      OpenedRuntime.assertGoesOn(opened.offload(() -> "next"));
      Standstill.orElse(
          () -> reported.size() == 2,
          () ->
              Diagnosis.observed(
                      "A task threw \"the soup is burnt\", a resumed one \"the soup is burnt again\";"
                          + (reported.isEmpty()
                              ? " no uncaught exception handler was told."
                              : " told was only " + reported))
                  .means(
                      "Swallowed, or merely printed: a program that set a handler, to log or to raise"
                          + " an alarm, does not learn of it.")
                  .nextStep(
                      "Catch it in the loop, hand it to Thread.currentThread()"
                          + ".getUncaughtExceptionHandler(), and take the next task."));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  @Order(11)
  void where_no_default_handler_is_set_the_loop_goes_on_too() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(null);
    try (OpenedRuntime opened = OpenedRuntime.open()) {
      opened.execute(() -> {
        Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> {}); // prints nothing
        throw new IllegalStateException("the soup is burnt");
      });
      CompletableFuture<String> next = new CompletableFuture<>();
      opened.execute(() -> next.complete("next"));

      Standstill.orElse(next::isDone, OpenedRuntime::endsWithoutADefault);
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  @Order(12)
  void who_has_nothing_to_do_sleeps(Disk disk) throws Exception {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<Thread> loop = new CompletableFuture<>();
      opened.execute(() -> loop.complete(Thread.currentThread()));
      Thread chef = Await.result("the first task", loop);
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));

      Idleness.assertAsleep(chef);

      held.open();
      opened.resumed("the menu", menu);
    }
  }

  @Test
  @Order(13)
  void closing_finishes_what_was_accepted_with_all_that_follows_from_it(Disk disk) {
    disk.seed("menu.txt", "soup");
    OpenedRuntime opened = OpenedRuntime.open();
    CompletableFuture<String> second = new CompletableFuture<>();
    CompletableFuture<RejectedExecutionException> refused = new CompletableFuture<>();

    try (opened;
        Gate held = disk.hold(Op.OPEN)) {
      // A chain: when the first read is done, its continuation hands over a second one.
      opened.offload(
          () -> read(disk, "menu.txt"),
          first -> {
            try {
              opened
                  .runtime()
                  .offload(() -> read(disk, "menu.txt"), done -> OpenedRuntime.pass(done, second));
            } catch (RejectedExecutionException e) {
              refused.complete(e);
              throw e;
            }
          });
      held.awaitArrivals(1);

      Call<Boolean> close = opened.closing(second);
      boolean cameBackTooEarly = close.isBack();
      held.open();

      boolean allWasDone = close.returns() && !cameBackTooEarly;
      if (refused.isDone()) {
        throw OpenedRuntime.refusedItself(refused.resultNow());
      }
      if (!allWasDone) {
        throw OpenedRuntime.cameBackTooEarly();
      }
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(15)
  void while_it_closes_it_refuses_what_comes_from_outside(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (OpenedRuntime opened = OpenedRuntime.open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));
      Call<Boolean> close = opened.closing(menu);

      Standstill.orElse(
          () -> OpenedRuntime.refuses("execute", () -> opened.runtime().execute(() -> {})),
          OpenedRuntime::takesMoreWhileClosing);
      OpenedRuntime.assertRefuses(
          "offload", () -> opened.runtime().offload(() -> "soup", done -> {}));
      held.open();
      close.returns();
    }
  }

  @Test
  @Order(14)
  void a_closed_runtime_refuses_aloud() {
    OpenedRuntime opened = OpenedRuntime.open();
    opened.close();

    OpenedRuntime.assertRefuses("execute", () -> opened.runtime().execute(() -> {}));
    OpenedRuntime.assertRefuses(
        "offload", () -> opened.runtime().offload(() -> "soup", done -> {}));
    opened.close(); // closing twice is closing
  }

  private static String read(Disk disk, String name) throws Exception {
    return new String(Files.readAllBytes(disk.path(name)), UTF_8);
  }
}
