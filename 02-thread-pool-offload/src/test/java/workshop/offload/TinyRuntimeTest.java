package workshop.offload;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.disk.DiskAssert.assertThat;

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
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.Heartbeat;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.Uncaught;
import workshop.testkit.thread.Whereabouts;

@ExerciseSuite
@ExtendWith(Uncaught.class)
class TinyRuntimeTest {

  private static final int BLOCKING_THREADS = 4;

  @Test
  @Order(1)
  void tasks_run_one_after_another_on_the_loop_thread() throws Exception {
    try (Opened opened = open()) {
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

      Standstill.orElse(last::isDone, TinyRuntimeTest::nobodyTakes);
      if (!ran.equals(List.of("task 1 on loop", "task 2 on loop", "task 3 on loop"))) {
        throw Teaching.saw("Three tasks were handed over; this ran: " + ran)
            .means("The loop is one thread, called loop, and does one task after the other.")
            .todo("Let only the loop thread run tasks, in the order in which they became ready.");
      }
      if (threads.size() > 1) {
        throw Teaching.saw("Three tasks ran on " + threads.size() + " threads, all called loop.")
            .means("A second thread may run at the same time as the first: tasks would need locks.")
            .todo("Start the one loop thread in the constructor; it takes task after task.");
      }
    }
  }

  @Test
  @Order(2)
  void offloaded_work_runs_on_a_blocking_thread(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (Opened opened = open()) {
      String menu = Await.result("the menu", opened.offload(() -> read(disk, "menu.txt")));

      if (!menu.equals("soup")) {
        throw Teaching.saw("The work returned \"soup\"; resume was given \"" + menu + "\".")
            .means("The result of the work is what the resumed task goes on with.")
            .todo("Give resume the future that holds the result of the work.");
      }
    }
    assertThat(disk).ranOnlyOn(t -> t.name().startsWith("blocking-"), "a blocking thread");
  }

  @Test
  @Order(3)
  void the_loop_stays_free_while_the_disk_is_held(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (Opened opened = open();
        Heartbeat guests = Heartbeat.on(opened.runtime::execute);
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = new CompletableFuture<>();
      opened.execute(() ->
          opened.runtime.offload(() -> read(disk, "menu.txt"), done -> Opened.pass(done, menu)));

      guests.keepsTickingWhile(held, "the loop");
      held.open();
      Await.result("the menu", menu);
    }
  }

  @Test
  @Order(4)
  void whoever_hands_over_comes_back_at_once(Disk disk) {
    disk.seed("menu.txt", "soup");

    try (Opened opened = open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));

      held.open();
      Await.result("the menu", menu);
    }
  }

  @Test
  @Order(5)
  void the_task_is_resumed_on_the_loop_and_nowhere_else() {
    AtomicInteger times = new AtomicInteger();
    try (Opened opened = open()) {
      for (int i = 0; i < 20; i++) {
        CompletableFuture<String> resumed = new CompletableFuture<>();
        opened.offload(
            () -> "done",
            done -> {
              times.incrementAndGet();
              resumed.complete(Thread.currentThread().getName());
            });

        String thread = Await.result("the resumed task", resumed);
        if (!thread.equals("loop")) {
          throw Teaching.saw("The task was resumed on \"" + thread + "\".")
              .means(
                  "The assistant does the chef's work now: what runs on the loop needs no locks"
                      + " only as long as nobody else runs it.")
              .todo(
                  "Where the work is done, make the rest ready for the loop; do not run it there.");
        }
      }
    }
    if (times.get() != 20) { // the runtime is closed: whoever was to be resumed has been
      throw Teaching.saw(
              "20 times work was handed over; %d times it was resumed.".formatted(times.get()))
          .means("A program that goes on twice from the same place prints, writes and pays twice.")
          .todo("Notify the loop once for each piece of work, in one place.");
    }
  }

  @Test
  @Order(6)
  void four_operations_block_at_the_same_time_and_never_five(Disk disk) throws Exception {
    disk.seed("menu.txt", "soup");
    Newcomers workers = Newcomers.called("blocking-");

    try (Opened opened = open();
        Gate held = disk.hold(Op.OPEN)) {
      List<Future<String>> menus = new ArrayList<>();
      for (int i = 0; i < 3 * BLOCKING_THREADS; i++) {
        menus.add(opened.offloadWhile(held, () -> read(disk, "menu.txt")));
      }

      Standstill.unlessAtOnce(held, BLOCKING_THREADS);
      int alive = workers.alive().size();
      held.open();
      for (Future<String> menu : menus) {
        Await.result("each of the menus", menu);
      }

      if (alive > BLOCKING_THREADS) {
        throw Teaching.saw("%d blocking threads for %d orders.".formatted(alive, menus.size()))
            .means("Without a limit, a slow disk and many guests end in thousands of threads.")
            .todo("Hand the work to the pool of four; what is too much waits in its queue.");
      }
      assertThat(disk).neverMoreInFlightThan(BLOCKING_THREADS, Op.OPEN, Op.READ);
    }
  }

  @Test
  @Order(7)
  void a_failure_is_resumed_too_with_the_very_error() throws Exception {
    try (Opened opened = open()) {
      Path missing = Path.of("no-such-menu.txt").toAbsolutePath();

      assertResumedWith(
          NoSuchFileException.class,
          missing.toString(),
          opened.offload(() -> Files.readString(missing)));
    }
  }

  @Test
  @Order(8)
  void an_error_that_nobody_expects_is_resumed_as_well() throws Exception {
    try (Opened opened = open()) {
      Callable<String> work =
          () -> {
            throw new InternalError("simulated by the suite");
          };

      assertResumedWith(InternalError.class, "simulated", opened.offload(work));
    }
  }

  @Test
  @Order(9)
  void a_task_that_throws_does_not_end_the_loop_and_is_not_kept_quiet() throws Exception {
    Set<String> reported = ConcurrentHashMap.newKeySet();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> reported.add(error.getMessage()));
    try (Opened opened = open()) {
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

      assertGoesOn(next);
      assertGoesOn(opened.offload(() -> "next"));
      Standstill.orElse(
          () -> reported.size() == 2,
          () ->
              Teaching.saw(
                      "A task threw \"the soup is burnt\", a resumed one \"the soup is burnt again\";"
                          + (reported.isEmpty()
                              ? " nobody was told."
                              : " told was only " + reported))
                  .means("The error is swallowed: whoever searches for it finds nothing.")
                  .todo(
                      "Catch it in the loop, hand it to the thread's uncaught exception handler, and"
                          + " take the next task."));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }

  @Test
  @Order(10)
  void who_has_nothing_to_do_sleeps(Disk disk) throws Exception {
    disk.seed("menu.txt", "soup");

    try (Opened opened = open();
        Gate held = disk.hold(Op.OPEN)) {
      CompletableFuture<Thread> loop = new CompletableFuture<>();
      opened.execute(() -> loop.complete(Thread.currentThread()));
      Thread chef = Await.result("the first task", loop);
      Future<String> menu = opened.offloadWhile(held, () -> read(disk, "menu.txt"));

      Idleness.assertAsleep(chef);

      held.open();
      Await.result("the menu", menu);
    }
  }

  @Test
  @Order(11)
  void closing_finishes_what_was_accepted_with_all_that_follows_from_it(Disk disk) {
    disk.seed("menu.txt", "soup");
    Opened opened = open();
    CompletableFuture<String> second = new CompletableFuture<>();

    try (opened;
        Gate held = disk.hold(Op.OPEN)) {
      // A chain: when the first read is done, its continuation hands over a second one.
      opened.offload(
          () -> read(disk, "menu.txt"),
          first ->
              opened.runtime.offload(
                  () -> read(disk, "menu.txt"), done -> Opened.pass(done, second)));
      held.awaitArrivals(1);

      CountDownLatch closing = new CountDownLatch(1);
      var close =
          Caller.call(
              "close",
              () -> {
                closing.countDown();
                opened.runtime.close();
                return second.isDone();
              });
      Await.latch("close() to be called", closing);
      Await.until(
          "close() to wait or to come back",
          () -> close.isBack() || isWaiting(close.thread()),
          () -> close.thread().getState().toString());
      boolean cameBackTooEarly = close.isBack();
      held.open();

      if (cameBackTooEarly || !close.returns()) {
        throw Teaching.saw("close() came back while an accepted operation was still under way.")
            .means("What was accepted is lost with the end of the program, or runs on unseen.")
            .todo(
                "Count what was accepted and has not been run to its end; the loop ends when it is"
                    + " closed and the count is zero, and close() waits for the loop.");
      }
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(12)
  void a_closed_runtime_refuses_aloud() {
    Opened opened = open();
    opened.close();

    assertRefuses("execute", () -> opened.runtime.execute(() -> {}));
    assertRefuses("offload", () -> opened.runtime.offload(() -> "soup", done -> {}));
    opened.close(); // closing twice is closing
  }

  private static Teaching nobodyTakes() {
    boolean thereIsALoop =
        Thread.getAllStackTraces().keySet().stream().anyMatch(t -> t.getName().equals("loop"));
    return Teaching.saw(
            "Four tasks were handed over, and the last has not run; "
                + (thereIsALoop
                    ? "a thread called loop is there."
                    : "no thread called loop lives."))
        .means("Tasks wait in the queue, and nobody takes them out and runs them.")
        .todo(
            "Start the loop in the constructor, and let it take and run, one task after the other.")
        .evidence("Where your threads stand", Whereabouts.inLearnersCode());
  }

  private static String read(Disk disk, String name) throws Exception {
    return new String(Files.readAllBytes(disk.path(name)), UTF_8);
  }

  private static boolean isWaiting(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING -> true;
      default -> false;
    };
  }

  private static void assertResumedWith(
      Class<? extends Throwable> kind, String part, CompletableFuture<?> resumed)
      throws InterruptedException {
    Standstill.orElse(
        resumed::isDone,
        () ->
            Teaching.saw("The work ended with a %s, and nobody was resumed.".formatted(kind))
                .means("Whoever handed it over waits for ever.")
                .todo("Resume in any case: FutureTask keeps a result, an exception and an Error."));
    Throwable failure = Await.failure("the work", resumed);
    if (!kind.isInstance(failure) || !String.valueOf(failure.getMessage()).contains(part)) {
      throw Teaching.saw("The work failed with %s; resume was given %s".formatted(kind, failure))
          .means("The original error is lost, and with it the path and the reason.")
          .todo("Give resume a future that failed with exactly what the work threw.")
          .because(failure);
    }
  }

  private static void assertGoesOn(Future<?> next) throws InterruptedException {
    Standstill.orElse(
        next::isDone,
        () ->
            Teaching.saw("A task threw an exception, and no task has run since.")
                .means("One guest's burnt soup has closed the kitchen for all the others.")
                .todo("Catch Throwable around each single task, inside the loop."));
  }

  private static void assertRefuses(String method, Caller.Action handOver) {
    try {
      Caller.call(method, handOver).returns();
    } catch (RejectedExecutionException expected) {
      return;
    }
    throw Teaching.saw(method + "() on a closed runtime returned without a word.")
        .means("The task will never run, and nobody knows.")
        .todo("Throw a RejectedExecutionException once the runtime is closed.");
  }

  private static Opened open() {
    return new Opened(Answer.of(TinyRuntime.class));
  }

  /** A runtime under test. Closing it never hangs. */
  private record Opened(TinyRuntime runtime) implements AutoCloseable {

    void execute(Runnable task) {
      Caller.call("execute", () -> runtime.execute(task)).returns();
    }

    <T> void offload(Callable<T> work, Consumer<Future<T>> resume) {
      Caller.call("offload", () -> runtime.offload(work, resume)).returns();
    }

    /** Returns what resume was given, as a future that anybody may wait for. */
    <T> CompletableFuture<T> offload(Callable<T> work) {
      CompletableFuture<T> resumed = new CompletableFuture<>();
      offload(work, done -> pass(done, resumed));
      return resumed;
    }

    <T> CompletableFuture<T> offloadWhile(Gate held, Callable<T> work) {
      CompletableFuture<T> resumed = new CompletableFuture<>();
      Caller.call("offload", () -> runtime.offload(work, done -> pass(done, resumed)))
          .returnsWhileHeld(held);
      return resumed;
    }

    private static <T> void pass(Future<T> done, CompletableFuture<T> resumed) {
      switch (done.state()) {
        case SUCCESS -> resumed.complete(done.resultNow());
        case FAILED -> resumed.completeExceptionally(done.exceptionNow());
        case CANCELLED, RUNNING ->
            resumed.completeExceptionally(
                Teaching.saw("resume was given a future that is " + done.state() + ": " + done)
                    .means("Whoever asks it for the result has to wait, and that is the loop.")
                    .todo("Make resume ready for the loop when the work is done, and not before."));
      }
    }

    @Override
    public void close() {
      Caller.call("close", runtime::close).returns();
    }
  }
}
