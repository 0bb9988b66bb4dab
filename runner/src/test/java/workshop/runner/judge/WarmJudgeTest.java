package workshop.runner.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static workshop.runner.judge.AdderJudge.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.LockFile;
import workshop.runner.course.WorkshopException;
import workshop.testkit.exercise.State;

/** Runs are judged, stopped and abandoned, and nothing is left of them. */
class WarmJudgeTest {

  private AdderJudge adder;

  @BeforeEach
  void set_up(@TempDir Path folder) throws IOException {
    adder = new AdderJudge(folder);
  }

  @AfterEach
  void clean_up() {
    adder.close();
  }

  @Test
  void the_given_text_is_judged_and_nothing_is_left_on_disk() {
    adder.course.write(adder.course.exercise("01-1").file(), "no Java at all");

    ExerciseResult outcome = adder.judge("return a + b;");

    assertThat(outcome.state()).as("%s", outcome).isEqualTo(State.PASSED);
    assertThat(outcome.tests()).hasSize(2);
    adder.judge.close();
    assertThat(adder.course.root().resolve(".workshop/run")).isEmptyDirectory();
  }

  @Test
  void a_run_that_is_stopped_says_where_it_was() throws InterruptedException {
    WarmJudge.Run run = adder.start(adder.course.endless());
    adder.course.awaitRunning();
    run.stop();

    ExerciseResult outcome = run.result().join();
    assertThat(outcome.state()).isEqualTo(State.TIMED_OUT);
    assertThat(message(outcome)).contains("was still running at Adder.java:7");
  }

  @Test
  void a_run_that_is_stopped_before_it_begins_ends_at_once() {
    WarmJudge.Run run = adder.start("while (true) {}");
    run.stop();

    assertThat(run.result().join().state()).isEqualTo(State.TIMED_OUT);
  }

  @Test
  void a_run_that_is_abandoned_ends_and_the_next_one_is_judged() throws InterruptedException {
    WarmJudge.Run run = adder.start(adder.course.endless());
    adder.course.awaitRunning();
    run.abandon();

    assertThat(adder.judge("return a + b;"))
        .extracting(ExerciseResult::state)
        .isEqualTo(State.PASSED);
    assertThat(run.result()).isCompleted();
  }

  @Test
  void closing_the_judge_during_a_warm_up_leaves_nothing_behind() throws Exception {
    adder.judge.prepare(adder.course.exercise("01-1"));
    adder.judge.prepare(adder.course.exercise("01-2"));
    while (workers() == 0) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    adder.judge.close();

    assertThat(temporaryFiles()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void closing_the_judge_during_a_run_leaves_nothing_behind() throws Exception {
    WarmJudge.Run run = adder.start(adder.course.endless());
    adder.course.awaitRunning();
    adder.judge.close();

    assertThat(run.result()).isCompleted();
    assertThat(temporaryFiles()).isEmpty();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static long workers() throws IOException {
    long count = 0;
    for (Path file : temporaryFiles()) {
      if (Files.isDirectory(file)) {
        try (Stream<Path> workers = Files.list(file)) {
          count += workers.count();
        }
      }
    }
    return count;
  }

  /** Returns the files of this JVM: the folders of its workers, and their locks. */
  private static List<Path> temporaryFiles() throws IOException {
    String ours = "workshop-worker-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(file -> file.getFileName().toString().startsWith(ours)).toList();
    }
  }

  @Test
  void what_a_killed_command_left_behind_is_deleted() throws IOException {
    Path left = adder.course.root().resolve(".workshop/run/999999999/1-01-1");
    Files.createDirectories(left);
    Files.writeString(left.resolve("Adder.class"), "x");
    Path temporary = Files.createTempDirectory("workshop-worker-999999999-");

    new WarmJudge(adder.course.checkout(), FixtureCourse.build(), AdderJudge.SHORT).close();

    assertThat(left.getParent()).doesNotExist();
    assertThat(temporary).doesNotExist();
  }

  @Test
  void a_folder_whose_lock_is_held_is_not_deleted() throws IOException {
    Path run = adder.course.root().resolve(".workshop/run");
    Path others = Files.createDirectory(run.resolve("999999999-abc"));
    try (LockFile lock = LockFile.tryLock(run.resolve("999999999-abc.lock"))) {
      assertThat(lock.status()).isEqualTo(LockFile.Status.HELD);

      new WorkFolders(adder.course.checkout()).close();

      assertThat(others).exists();
    }
    new WorkFolders(adder.course.checkout()).close();
    assertThat(others).doesNotExist();
  }

  @Test
  void a_text_that_crashes_the_compiler_counts_as_not_compiling() {
    ExerciseResult result = adder.judge("return a" + " + b".repeat(20_000) + ";");

    assertThat(result).isInstanceOf(ExerciseResult.Uncompiled.class);
    assertThat(((ExerciseResult.Uncompiled) result).problems().getFirst().message())
        .contains("The compiler ran out of stack");
    assertThat(adder.judge("return a + b;"))
        .extracting(ExerciseResult::state)
        .isEqualTo(State.PASSED);
  }

  @Test
  void a_deleted_build_is_repeated() throws Exception {
    Path jar = adder.course.root().resolve("testkit.jar");
    try (WarmJudge other = judge(withJar(jar, List.of("mkdir", jar.toString())))) {
      List<String> notices = new CopyOnWriteArrayList<>();

      ExerciseResult result = other.start(submission(), _ -> {}, notices::add).result().join();

      assertThat(result.state()).isEqualTo(State.PASSED);
      assertThat(notices).hasSize(2).first().asString().contains("mvn clean");
    }
  }

  @Test
  void a_deleted_build_that_cannot_be_repeated_is_one_error() throws Exception {
    Path jar = adder.course.root().resolve("testkit.jar");
    try (WarmJudge other = judge(withJar(jar, List.of("echo", "no Maven")))) {
      other.prepare(adder.course.exercise("01-1"));

      assertThat(failure(other).sentences())
          .contains("The build is gone", "no Maven", "start ./workshop again");
    }
  }

  private WarmJudge judge(BuildOutput build) throws IOException {
    return new WarmJudge(adder.course.checkout(), build, FixtureCourse.WIDE);
  }

  private Submission submission() {
    return Submission.ofDraft(adder.course.exercise("01-1"), adder.draft("return a + b;"));
  }

  private static BuildOutput withJar(Path jar, List<String> builder) {
    BuildOutput all = FixtureCourse.build();
    List<Path> suites = new ArrayList<>(all.suiteClassPath());
    suites.add(jar);
    return new BuildOutput(all.java(), suites, all.workerClassPath(), builder, List.of());
  }

  @Test
  void a_worker_that_cannot_start_is_reported_in_its_own_words() throws Exception {
    BuildOutput all = FixtureCourse.build();
    Path noClasses = adder.course.root();
    try (WarmJudge other =
        judge(
            new BuildOutput(
                all.java(), all.suiteClassPath(), List.of(noClasses), List.of(), List.of()))) {
      assertThat(failure(other)).hasMessageContaining("does not start");
    }
  }

  private WorkshopException failure(WarmJudge judge) {
    return (WorkshopException)
        judge.start(submission(), _ -> {}, _ -> {}).result().handle((_, failure) -> failure).join();
  }
}
