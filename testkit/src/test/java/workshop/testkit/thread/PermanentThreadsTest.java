package workshop.testkit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermanentThreadsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ForkJoinPool.commonPool-worker-1",
        "ForkJoinPool.commonPool-delayScheduler",
        "InnocuousThread-3",
        "Common-Cleaner",
        "Cleaner-0",
        "process reaper",
        "VirtualThread-unblocker",
        "MasterPoller",
        "JFR Periodic Tasks",
        "junit-jupiter-timeout-watcher",
        "surefire-forkedjvm-ping-30s",
        "globalEventExecutor-1-2"
      })
  void permanent_threads_are_recognized_by_name(String name) {
    assertThat(PermanentThreads.reasonToKeep(named(name))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "main",
        "caller",
        "heartbeat",
        "Thread-0",
        "pool-1-thread-1",
        "ForkJoinPool-1-worker-1",
        "Cleaner of temporary files",
        "HttpClient-1-SelectorManager",
        "HttpClient-1-Worker-0",
        "vert.x-eventloop-thread-0",
        "vert.x-worker-thread-0",
        "vert.x-internal-blocking-0",
        "vertx-blocked-thread-checker"
      })
  void all_other_threads_have_to_end(String name) {
    assertThat(PermanentThreads.reasonToKeep(named(name))).isEmpty();
  }

  @Test
  void threads_of_the_jvm_are_recognized_by_their_group() {
    assertThat(PlatformThreads.all())
        .filteredOn(thread -> thread.getName().equals("Reference Handler"))
        .singleElement()
        .satisfies(thread -> assertThat(PermanentThreads.isTheJvms(thread)).isTrue());
    assertThat(PermanentThreads.isTheJvms(Thread.currentThread())).isFalse();
  }

  private static Thread named(String name) {
    return Thread.ofPlatform().name(name).unstarted(() -> {});
  }
}
