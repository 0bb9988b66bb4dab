package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.testkit.diagnosis.LearnerFrames;

class ThreadSnapshotTest {

  private static final StackTraceElement PARK = native_("jdk.internal.misc.Unsafe", "park");
  private static final StackTraceElement GET =
      frame("java.util.concurrent.CompletableFuture", "get", "CompletableFuture.java", 2146);
  private static final StackTraceElement LEARNERS =
      frame("workshop.offload.WriteThenRead", "lambda$read$0", "WriteThenRead.java", 23);
  private static final StackTraceElement SUITES =
      frame("workshop.offload.WriteThenReadTest", "reads", "WriteThenReadTest.java", 40);

  @Test
  void a_thread_is_described_by_the_learners_line_and_the_method_it_called() {
    ThreadSnapshot where = standing(State.WAITING, PARK, GET, LEARNERS, SUITES);

    assertThat(where)
        .hasToString("\"caller\" waits in CompletableFuture.get at WriteThenRead.java:23");
    assertThat(where.line()).contains("WriteThenRead.java:23");
    assertThat(where.trace())
        .isEqualTo(
            """
              "caller" waits in CompletableFuture.get at WriteThenRead.java:23
                  at workshop.offload.WriteThenRead.read(WriteThenRead.java:23)
                  at workshop.offload.WriteThenReadTest.reads(WriteThenReadTest.java:40)\
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "NEW, has not started",
    "RUNNABLE, is in CompletableFuture.get at WriteThenRead.java:23",
    "BLOCKED, waits for a lock in CompletableFuture.get at WriteThenRead.java:23",
    "WAITING, waits in CompletableFuture.get at WriteThenRead.java:23",
    "TIMED_WAITING, waits in CompletableFuture.get at WriteThenRead.java:23",
    "TERMINATED, has ended"
  })
  void the_state_of_a_thread_says_what_it_does(State state, String doing) {
    ThreadSnapshot where =
        state == State.NEW || state == State.TERMINATED
            ? standing(state)
            : standing(state, GET, LEARNERS);

    assertThat(where.doing()).isEqualTo(doing);
  }

  @Test
  void a_thread_that_computes_in_the_learners_code_is_in_no_other_method() {
    assertThat(standing(State.RUNNABLE, LEARNERS).doing())
        .isEqualTo("runs at WriteThenRead.java:23");
  }

  @Test
  void a_watched_channel_is_shown_under_the_name_that_the_learner_knows() {
    StackTraceElement watched =
        frame("workshop.disk.WatchedFileChannel", "read", "WatchedFileChannel.java", 9);

    assertThat(standing(State.WAITING, PARK, watched, LEARNERS).doing())
        .isEqualTo("waits in FileChannel.read at WriteThenRead.java:23");
  }

  @Test
  void internals_of_the_disk_are_not_named() {
    StackTraceElement ours = frame("workshop.disk.OpenFile", "read", "OpenFile.java", 9);

    assertThat(standing(State.WAITING, PARK, ours, LEARNERS).doing())
        .isEqualTo("waits in read at WriteThenRead.java:23");
  }

  @Test
  void the_future_of_a_watched_channel_is_a_future() {
    StackTraceElement ours = frame("workshop.disk.PendingResult", "get", "PendingResult.java", 9);

    assertThat(standing(State.WAITING, PARK, ours, LEARNERS).doing())
        .isEqualTo("waits in Future.get at WriteThenRead.java:23");
  }

  @Test
  void a_thread_without_a_name_is_not_called_a_thread_twice() {
    ThreadSnapshot named = standing(State.WAITING, PARK, LEARNERS);
    ThreadSnapshot virtual =
        new ThreadSnapshot(30, "", true, true, State.WAITING, List.of(PARK, LEARNERS));

    assertThat("the " + named.introduced()).startsWith("the thread \"caller\" waits");
    assertThat("the " + virtual.introduced()).startsWith("the virtual thread #30 waits");
  }

  @Test
  void a_line_with_two_frames_is_shown_once() {
    StackTraceElement lambda =
        frame("workshop.blocking.WriteThenRead", "lambda$run$0", "WriteThenRead.java", 23);

    String trace = standing(State.WAITING, PARK, lambda, LEARNERS).trace();

    assertThat(trace.lines().filter(line -> line.contains("WriteThenRead.java:23)"))).hasSize(1);
  }

  @Test
  void a_thread_outside_the_learners_code_is_described_by_what_it_waits_for() {
    StackTraceElement park =
        frame("java.util.concurrent.locks.LockSupport", "park", "LockSupport.java", 1);
    StackTraceElement take =
        frame("java.util.concurrent.LinkedBlockingQueue", "take", "LinkedBlockingQueue.java", 1);

    ThreadSnapshot where = standing(State.WAITING, PARK, park, take);

    assertThat(where.doing()).isEqualTo("waits in LinkedBlockingQueue.take");
    assertThat(where.line()).isEmpty();
  }

  @Test
  void the_testkit_the_runner_and_the_comparison_are_not_the_learners_code() {
    assertThat(
            List.of(
                "workshop.disk.Gate",
                "workshop.runner.Main",
                "workshop.comparison.Report",
                "java.lang.Thread",
                "org.junit.Test"))
        .noneMatch(type -> LearnerFrames.isLearners(frame(type, "run", "X.java", 1)));
    assertThat(
            List.of(
                "workshop.offload.WriteThenRead",
                "workshop.offload.answers.BlocksTheCaller",
                "workshop.testkit.thread.ThreadSnapshotTest$Nested"))
        .allMatch(type -> LearnerFrames.isLearners(frame(type, "run", "X.java", 1)));
  }

  @Test
  void a_thread_is_busy_while_it_computes_but_not_while_it_waits_in_the_system() {
    assertThat(standing(State.RUNNABLE, LEARNERS).isBusy()).isTrue();
    assertThat(standing(State.RUNNABLE).isBusy()).as("starting").isTrue();
    assertThat(standing(State.WAITING, PARK, LEARNERS).isBusy()).isFalse();
    assertThat(standing(State.RUNNABLE, native_("sun.nio.ch.EPoll", "wait")).isBusy()).isFalse();
  }

  @Test
  void a_file_operation_in_the_operating_system_counts_as_busy() {
    assertThat(
            Stream.of(
                native_("sun.nio.ch.UnixFileDispatcherImpl", "force0"),
                native_("sun.nio.ch.FileDispatcherImpl", "pread0"),
                native_("sun.nio.fs.UnixNativeDispatcher", "open0")))
        .allMatch(operation -> standing(State.RUNNABLE, operation, LEARNERS).isBusy());
    assertThat(
            Stream.of(
                native_("sun.nio.ch.SocketDispatcher", "read0"),
                native_("sun.nio.fs.LinuxWatchService", "poll"),
                native_("java.io.FileInputStream", "readBytes")))
        .noneMatch(wait -> standing(State.RUNNABLE, wait, LEARNERS).isBusy());
  }

  @Test
  void the_program_is_busy_while_a_virtual_thread_runs_but_not_while_it_waits() {
    AtomicBoolean enough = new AtomicBoolean();
    CountDownLatch computing = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread light =
        Thread.ofVirtual()
            .start(() -> {
              computing.countDown();
              while (!enough.get()) {
                Thread.onSpinWait();
              }
              await(done);
            });
    try {
      Await.latch("it to compute", computing);
      for (int look = 0; look < 20; look++) {
        assertThat(ThreadSnapshot.anyThreadIsBusy()).isTrue();
      }
      assertThat(ThreadSnapshot.inLearnersCode())
          .contains("a virtual thread is running or sleeping");

      enough.set(true);
      Await.until("nobody to be busy", () -> !ThreadSnapshot.anyThreadIsBusy());
      assertThat(ThreadSnapshot.inLearnersCode())
          .contains("virtual thread #" + light.threadId())
          .doesNotContain("a virtual thread is running or sleeping");
    } finally {
      enough.set(true);
      done.countDown();
      Await.end("the end", light);
    }
  }

  @Test
  void a_thread_that_waits_for_the_lock_of_a_parked_virtual_thread_is_parked_as_well() {
    Object lock = new Object();
    CountDownLatch owned = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread owner =
        Thread.ofVirtual()
            .start(() -> {
              synchronized (lock) {
                owned.countDown();
                await(done);
              }
            });
    Await.latch("the lock to be owned", owned);
    Thread waiting =
        Thread.ofPlatform()
            .start(() -> {
              synchronized (lock) {
                assertThat(owned.getCount()).isZero();
              }
            });
    try {
      Await.until(
          "the thread to wait for the lock", () -> waiting.getState() == Thread.State.BLOCKED);

      assertThat(found(waiting).isParked()).isTrue();
      assertThat(found(waiting).isBusy()).isFalse();
    } finally {
      done.countDown();
      Await.end("the owner", owner);
      Await.end("the thread that waits", waiting);
    }
  }

  @Test
  void live_threads_include_virtual_threads() {
    CountDownLatch done = new CountDownLatch(1);
    List<Thread> threads =
        List.of(
            Thread.ofPlatform().name("heavy").start(() -> await(done)),
            Thread.ofVirtual().name("light").start(() -> await(done)));
    try {
      for (Thread each : threads) {
        Await.until("the waiting thread", () -> found(each).isParked());
        ThreadSnapshot found = found(each);

        assertThat(found.name()).isEqualTo(each.getName());
        assertThat(found.virtual()).isEqualTo(each.isVirtual());
        assertThat(found.doing())
            .startsWith("waits in CountDownLatch.await at ThreadSnapshotTest.java:");
        assertThat(found).hasToString(ThreadSnapshot.of(each).toString());
      }
    } finally {
      done.countDown();
      threads.forEach(each -> Await.end("the end", each));
    }
  }

  /** Without a time limit, because a thread that may wake by itself is not listed. */
  private static void await(CountDownLatch done) {
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ThreadSnapshot found(Thread thread) {
    return ThreadSnapshot.everywhere().stream()
        .filter(where -> where.id() == thread.threadId())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_thread_that_has_not_started_or_has_ended_has_no_line() {
    Thread thread = Thread.ofPlatform().name("short").unstarted(() -> {});
    assertThat(ThreadSnapshot.of(thread)).hasToString("\"short\" has not started");

    thread.start();
    Await.end("the short one", thread);

    assertThat(ThreadSnapshot.of(thread)).hasToString("\"short\" has ended");
    assertThat(ThreadSnapshot.of(thread).stack()).isEmpty();
  }

  @Test
  void a_thread_without_a_name_is_identified_by_its_number() {
    Function<Boolean, ThreadSnapshot> nameless =
        virtual -> new ThreadSnapshot(35, "", virtual, true, State.WAITING, List.of());

    assertThat(nameless.apply(true).who()).isEqualTo("virtual thread #35");
    assertThat(nameless.apply(false).who()).isEqualTo("thread #35");
  }

  @Test
  void virtual_threads_of_the_jvm_are_left_out_of_the_dump() {
    List<ThreadSnapshot> found =
        VirtualThreads.parse(
            """
            4695
            25.0.3+9-LTS

            #3 "main" RUNNABLE 2026-11-23T08:38:22.213643993Z
                at java.base/java.lang.Thread.run(Thread.java:1474)

            #36 "a "strange" name" virtual TIMED_WAITING 2026-11-23T08:38:22.214088867Z
                at java.base/jdk.internal.misc.Unsafe.park(Native Method)
                - parking to wait for <java.util.concurrent.CountDownLatch$Sync@6d1ef78d>
                at java.base/java.lang.Thread.sleep(Thread.java:540)
                at app//workshop.offload.Answer$Inner.lambda$main$6(Answer.java:29)
                at java.base/java.lang.VirtualThread.run(VirtualThread.java:460)

            #39 "SubPoller-0" virtual WAITING 2026-11-23T08:38:22.214772227Z
                at java.base/sun.nio.ch.Poller.subPollerLoop(Poller.java:271)

            #41 "" virtual
                at workshop.offload.Answer.run(Answer.java)
            """
                .lines()
                .toList());

    assertThat(found).hasSize(2);
    assertThat(found.getFirst())
        .hasToString("\"a \"strange\" name\" waits in Thread.sleep at Answer.java:29");
    assertThat(found.getFirst().stack()).hasSize(4);
    assertThat(found.getFirst().stack().getFirst().isNativeMethod()).isTrue();
    assertThat(found.getFirst().stack())
        .extracting(StackTraceElement::getClassLoaderName)
        .containsExactly(null, null, "app", null);
    assertThat(found.getLast()).hasToString("virtual thread #41 runs at Answer.java");
  }

  @Test
  void a_thread_is_in_the_learners_code_only_while_it_has_a_frame_there() {
    try (ExecutorService idle =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("idle").factory())) {
      Await.result("a task", idle.submit(() -> 1));
      Thread inLine = Thread.ofPlatform().name("in-line").start(() -> LockSupport.park());
      Await.until("it to wait", () -> isParked(inLine));

      assertThat(ThreadSnapshot.inLearnersCode())
          .contains("\"in-line\" waits in LockSupport.park at ThreadSnapshotTest.java:")
          .doesNotContain("\"idle\"")
          .doesNotContain("\"" + Thread.currentThread().getName() + "\"");

      LockSupport.unpark(inLine);
      Await.end("in-line", inLine);
      assertThat(ThreadSnapshot.inLearnersCode()).doesNotContain("\"in-line\"");
    }
  }

  @Test
  void a_method_reference_has_a_class_but_no_line() {
    StackTraceElement glue =
        frame("workshop.offload.WriteThenRead$$Lambda/0x000000001f2eb248", "run", null, -1);

    assertThat(standing(State.WAITING, PARK, GET, glue).trace())
        .isEqualTo("  \"caller\" waits in CompletableFuture.get at WriteThenRead");
    assertThat(standing(State.WAITING, PARK, GET, LEARNERS, glue).doing())
        .isEqualTo("waits in CompletableFuture.get at WriteThenRead.java:23");
  }

  private static boolean isParked(Thread thread) {
    return ThreadSnapshot.of(thread).isParked();
  }

  private static ThreadSnapshot standing(State state, StackTraceElement... stack) {
    return new ThreadSnapshot(7, "caller", false, true, state, List.of(stack));
  }

  private static StackTraceElement frame(String type, String method, String file, int line) {
    return new StackTraceElement(type, method, file, line);
  }

  private static StackTraceElement native_(String type, String method) {
    return frame(type, method, "X.java", -2);
  }
}
