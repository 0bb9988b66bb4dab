package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.course.Exercise;
import workshop.runner.course.Progress;
import workshop.runner.course.ProgressFile;

/**
 * Killed at any instant, the command loses neither progress nor edits, and leaves no JVM behind.
 */
@Execution(ExecutionMode.CONCURRENT)
class KilledTest {

  /** More of them with {@code -Dkilled.saves=200}. */
  private static final int SAVES = Integer.getInteger("killed.saves", 4);

  private static final int SAVES_PER_LIFE = 2;
  private static final long SEED = Long.getLong("killed.seed", 42);
  private static final long TIMEOUT_SECONDS = 120;

  /** A watcher in a separate process, and the verdicts that it gave. */
  private static final class Watcher {

    final Process process;
    final BlockingQueue<JsonObject> said = new LinkedBlockingQueue<>();

    Watcher(FixtureCourse course) throws IOException {
      List<String> command =
          Stream.concat(FixtureMain.command(course, false).stream(), Stream.of("watch", "--json"))
              .toList();
      process = new ProcessBuilder(command).start();
      Thread listening = new Thread(this::listen, "listening");
      listening.setDaemon(true);
      listening.start();
    }

    private void listen() {
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.endsWith("}")) {
            said.add(JsonParser.parseString(line).getAsJsonObject());
          }
        }
      } catch (IOException killed) {
        // That is what this test does.
      }
    }

    void awaitsStart() throws InterruptedException {
      awaits("the start", json -> json.get("event").getAsString().equals("opened"));
    }

    JsonObject awaitsVerdictOn(String digest) throws InterruptedException {
      return awaits("a verdict on " + digest, json -> isVerdictOn(json, digest));
    }

    private JsonObject awaits(String what, Predicate<JsonObject> condition)
        throws InterruptedException {
      JsonObject next = said.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      while (next != null && !condition.test(next)) {
        next = said.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      }
      return next != null
          ? next
          : fail("%s: not within %d s; alive: %s", what, TIMEOUT_SECONDS, process.isAlive());
    }
  }

  private static boolean isVerdictOn(JsonObject json, String digest) {
    return json.has("digest") && json.get("digest").getAsString().equals(digest);
  }

  @Test
  void a_killed_command_loses_no_draft_and_leaves_nothing_behind(@TempDir Path folder)
      throws Exception {
    FixtureCourse course = FixtureCourse.in(folder);
    Exercise exercise = course.exercise("01-1");
    Random random = new Random(SEED);
    int saves = 0;
    while (saves < SAVES) {
      Watcher watcher = new Watcher(course);
      watcher.awaitsStart();
      String heard = "";
      String newest = "";
      for (int i = 0; i < SAVES_PER_LIFE; i++) {
        boolean right = random.nextBoolean();
        newest = right ? "passed" : "failed";
        course.solve("01-1", "return a " + (right ? "+" : "-") + " b; // " + saves++);
        if (i < SAVES_PER_LIFE - 1) {
          String digest = course.checkout().draft(exercise).digest();
          heard = watcher.awaitsVerdictOn(digest).get("state").getAsString();
          assertThat(heard).as("save %d, seed %d", saves, SEED).isEqualTo(newest);
        }
      }
      String text = course.read(exercise.file());
      // The watcher is killed during the last save: at any time from the first file event to the
      // start of the next worker.
      TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
      kill(watcher);

      assertThat(course.read(exercise.file())).isEqualTo(text);
      // A verdict that was shown must be stored. One that was not shown yet may be.
      String last = course.checkout().draft(exercise).digest();
      boolean said = watcher.said.stream().anyMatch(json -> isVerdictOn(json, last));
      List<String> possible = said ? List.of(newest) : List.of(heard, newest);
      Progress kept = new ProgressFile(course.checkout()).load();
      assertThat(kept.mark(exercise.id()).map(mark -> mark.state().id()))
          .as("progress after %d saves, seed %d", saves, SEED)
          .hasValueSatisfying(state -> assertThat(state).isIn(possible));
    }
    assertThat(course.run("run", "01-1").exitCode()).isLessThan(2);
  }

  @Test
  void a_process_that_the_learners_code_started_ends_as_well(@TempDir Path folder)
      throws Exception {
    FixtureCourse course = FixtureCourse.in(folder);
    Watcher watcher = new Watcher(course);
    watcher.awaitsStart();
    course.solve(
        "01-1",
        """
        try {
          new ProcessBuilder("sleep", "600").start();
        } catch (java.io.IOException e) {
          return 0;
        }
        """
            + course.endless());
    course.awaitRunning();

    assertThat(watcher.process.children().flatMap(ProcessHandle::children)).hasSize(1);
    kill(watcher);
  }

  /** Kills the watcher as {@code kill -9} does, and waits for the end of all JVMs it started. */
  private static void kill(Watcher watcher) throws InterruptedException {
    List<ProcessHandle> workers = watcher.process.descendants().toList();
    watcher.process.destroyForcibly();
    assertThat(watcher.process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
    FixtureCourse.await(
        "the end of " + workers, () -> workers.stream().noneMatch(ProcessHandle::isAlive));
  }
}
