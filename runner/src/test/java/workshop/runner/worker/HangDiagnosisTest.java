package workshop.runner.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import workshop.testkit.thread.ThreadSnapshot;

class HangDiagnosisTest {

  private static final LearnersCode SUITE =
      new LearnersCode(Set.of("OffloadTest.java", "Kitchen.java"));

  private static final String MINE = "exercise//workshop.offload.Offload.read(Offload.java:23)";
  private static final String TEST =
      "exercise//workshop.offload.OffloadTest.the_caller_is_free(OffloadTest.java:9)";
  private static final String GET =
      "java.base/java.util.concurrent.CompletableFuture.get(CompletableFuture.java:1)";
  private static final String PARK = "java.base/jdk.internal.misc.Unsafe.park(Native Method)";
  private static final String POOL =
      "java.base/java.util.concurrent.ThreadPoolExecutor$Worker.run(ThreadPoolExecutor.java:1)";

  @Test
  void a_wait_on_the_calling_thread_names_the_call_and_the_line() {
    String text = explain(thread("tests", "WAITING", PARK, GET, MINE, TEST));

    assertThat(text)
        .contains(
            "After 10 s thread \"tests\" was waiting in CompletableFuture.get at Offload.java:23")
        .contains("a result that no other thread completes")
        .contains("Threads in your code\n  thread \"tests\", WAITING\n    CompletableFuture.get\n")
        .contains("    Offload.read  Offload.java:23")
        .contains("\nRead on        docs/hangs.md#a-future-that-is-never-completed\n");
  }

  @Test
  void the_pool_thread_that_waits_is_named_and_not_the_test_that_waits_for_it() {
    String text =
        explain(
            thread("tests", "WAITING", PARK, GET, MINE, TEST),
            thread("loop", "WAITING", PARK, GET, MINE, POOL));

    assertThat(text)
        .contains("thread \"loop\" was waiting in CompletableFuture.get at Offload.java:23")
        .contains("A thread of a pool should work, and not wait.")
        .contains("docs/hangs.md#a-pool-that-waits-for-itself");
  }

  @Test
  void no_thread_in_the_learners_code_means_nothing_completes_the_result() {
    String text = explain(thread("tests", "WAITING", PARK, GET, TEST));

    assertThat(text)
        .contains("\"the caller is free\" was still waiting, and no thread was in your code")
        .contains("a future was never completed");
  }

  @Test
  void a_thread_in_a_system_call_is_not_taken_for_a_loop() {
    String text =
        explain(
            thread(
                "caller",
                "RUNNABLE",
                "java.base/sun.nio.ch.UnixFileDispatcherImpl.read0(Native Method)",
                "java.base/sun.nio.ch.FileChannelImpl.read(FileChannelImpl.java:1)",
                MINE));

    assertThat(text)
        .contains("thread \"caller\" was inside FileChannelImpl.read at Offload.java:23")
        .doesNotContain("never ends");
  }

  @Test
  void a_loop_that_makes_a_system_call_is_not_taken_for_a_wait() {
    String text =
        explain(
            thread(
                "moving",
                "RUNNABLE",
                "java.base/sun.nio.ch.UnixFileDispatcherImpl.write0(Native Method)",
                "java.base/sun.nio.ch.FileChannelImpl.write(FileChannelImpl.java:1)",
                MINE));

    assertThat(text)
        .contains("thread \"moving\" was still running at Offload.java:23, in read()")
        .contains("The loop never ends")
        .doesNotContain("operating system");
  }

  @Test
  void an_out_of_memory_error_names_the_line_that_was_running() {
    String text =
        HangDiagnosis.explainFullMemory(
                3,
                List.of(
                    thread("tests", "WAITING", PARK, GET, MINE, TEST),
                    thread("moving", "RUNNABLE", "java.base/java.util.List.add(L.java:1)", MINE)),
                SUITE,
                "Offload.java:7, in write()")
            .toString();

    assertThat(text)
        .contains("After 3 s the memory was full, and thread \"moving\" was still running")
        .contains("Offload.java:23, in read()", "the record of the disk operations");
  }

  @Test
  void an_out_of_memory_error_that_ended_the_thread_names_the_last_known_line() {
    assertThat(explainFullMemory("Offload.java:7, in write()"))
        .contains(
            "the memory was full, and your code was last seen at Offload.java:7, in write().");
    assertThat(explainFullMemory(""))
        .contains("the memory was full, and no thread was in your code");
  }

  private static String explainFullMemory(String lastSeen) {
    return HangDiagnosis.explainFullMemory(3, List.of(), SUITE, lastSeen).toString();
  }

  @Test
  void two_threads_that_wait_for_a_lock_deadlock_only_if_they_wait_for_each_other() {
    String text = explain(thread("one", "BLOCKED", MINE), thread("two", "BLOCKED", MINE));

    assertThat(text)
        .contains("was waiting for a lock at Offload.java:23")
        .doesNotContain("deadlock");
  }

  @Test
  void each_kind_of_wait_has_its_own_advice() {
    assertThat(waitingIn("java.util.concurrent.Semaphore.acquire(S.java:1)")).contains("permit");
    assertThat(waitingIn("java.util.concurrent.LinkedBlockingQueue.take(Q.java:1)"))
        .contains("other end of a queue");
    assertThat(waitingIn("java.util.concurrent.ThreadPoolExecutor.awaitTermination(T.java:1)"))
        .contains("until other threads have ended");
    assertThat(waitingIn("java.lang.Thread.join(Thread.java:1)")).contains("other threads");
    assertThat(waitingIn("java.lang.Thread.sleep(Thread.java:1)")).contains("sleeps for so long");
    assertThat(waitingIn("java.util.concurrent.locks.ReentrantLock.lock(R.java:1)"))
        .contains("a lock that another thread holds");
    assertThat(waitingIn("java.lang.Object.wait(Object.java:1)")).contains("for a signal");
  }

  private static String waitingIn(String call) {
    return explain(thread("tests", "WAITING", PARK, "java.base/" + call, MINE));
  }

  private static String explain(DumpedThread... threads) {
    return HangDiagnosis.explain(10, List.of(threads), SUITE, "tests").toString();
  }

  private static DumpedThread thread(String name, String state, String... frames) {
    List<StackTraceElement> parsed = StackTraces.parse("\tat " + String.join("\n\tat ", frames));
    ThreadSnapshot snapshot =
        new ThreadSnapshot(1, name, false, false, Thread.State.valueOf(state), parsed);
    return new DumpedThread(snapshot, false, name.equals("moving"));
  }
}
