package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Exercise;
import workshop.runner.worker.WorkerRequest;
import workshop.testkit.exercise.State;

class SuiteSupervisorTest {

  @Test
  void a_stop_that_overtakes_its_run_still_stops_it(@TempDir Path folder) throws Exception {
    FixtureCourse course = FixtureCourse.in(folder);
    course.solve("01-1", "while (true) {}");
    Exercise exercise = course.exercise("01-1");
    try (WorkFolders folders = new WorkFolders(course.checkout());
        ExerciseCompiler compiler =
            new ExerciseCompiler(course.checkout(), FixtureCourse.build(), folders);
        WorkerProcess worker = WorkerProcess.start(FixtureCourse.build(), folders)) {
      worker.awaitReady();
      var compiled = compiler.compile(Submission.ofDraft(exercise, course.read(exercise.file())));
      worker.send(WorkerRequest.stop(7));

      // Without the stop, these limits would let it run for a minute.
      ExerciseResult result =
          new SuiteSupervisor(worker, System.nanoTime())
              .run(compiled.request(WorkerRequest.Kind.JUDGE, 7, FixtureCourse.WIDE), test -> {});

      assertThat(result.state()).isEqualTo(State.TIMED_OUT);
      assertThat(((ExerciseResult.Aborted) result).report().observed()).contains("After 0 s");
    }
  }
}
