package workshop.completable.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workshop.completable.ChildJvm;

/**
 * For 03-1 and 03-5. Since JDK 25 a stage without an executor always runs on the common pool, which
 * has one thread fewer than the machine has cores. With one or two cores, tasks that wait run one
 * after another. Up to JDK 24, such a small machine started a new thread for every task instead.
 * The same class file behaves differently there.
 */
class DefaultPoolTest {

  @Test
  void without_an_executor_a_stage_runs_on_the_common_pool() {
    assertThat(new CompletableFuture<>().defaultExecutor()).isSameAs(ForkJoinPool.commonPool());
  }

  @ParameterizedTest(name = "with {0} cores, {1} of 8 waiting tasks are under way at once")
  @CsvSource({"1, 1", "2, 1", "4, 3"})
  void waiting_tasks_share_one_thread_fewer_than_there_are_cores(int cores, int atOnce)
      throws Exception {
    ChildJvm.Result run =
        ChildJvm.with("-XX:ActiveProcessorCount=" + cores)
            .classesOf(DefaultPoolProgram.class)
            .run(DefaultPoolProgram.class);

    assertThat(run.output())
        .startsWith(atOnce + " at once, " + (8 - atOnce) + " in the queue")
        .contains("ForkJoinPool.commonPool-worker-1")
        .endsWith(atOnce + " threads in all" + System.lineSeparator());
  }
}
