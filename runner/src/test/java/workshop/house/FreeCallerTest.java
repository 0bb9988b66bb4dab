package workshop.house;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import workshop.runner.FixtureCourse;
import workshop.runner.course.CatalogReader;
import workshop.runner.course.Checkout;
import workshop.runner.course.Exercise;
import workshop.runner.judge.BatchJudge;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.judge.Submission;
import workshop.runner.worker.Limits;

/** The same program with four techniques: what share of its time is the caller free? */
class FreeCallerTest {

  @Test
  void blocking_leaves_the_caller_no_time_and_the_others_leave_it_most() throws Exception {
    Map<String, Double> free = freeShares();

    assertThat(free).containsOnlyKeys("01-5", "02-8", "03-7", "04-7");
    assertThat(free.remove("01-5")).as("blocking").isLessThan(0.1);
    assertThat(free.values()).as("pool, CompletableFuture, Vert.x").allMatch(share -> share > 0.5);
  }

  private static Map<String, Double> freeShares() throws IOException, InterruptedException {
    Checkout checkout = new Checkout(House.root());
    List<Submission> solutions = new ArrayList<>();
    for (Exercise exercise : CatalogReader.read(checkout).exercises()) {
      if (exercise.file().endsWith("/WriteThenRead.java")) {
        solutions.add(Submission.ofSolution(checkout, exercise));
      }
    }
    Map<Exercise, ExerciseResult> results = new ConcurrentHashMap<>();
    BatchJudge.judge(checkout, FixtureCourse.build(), Limits.USUAL, 4, solutions, results::put);
    return results.entrySet().stream()
        .collect(
            toMap(
                result -> result.getKey().id().toString(),
                result -> result.getValue().recorded().orElseThrow().timeline().callerFreeShare()));
  }
}
