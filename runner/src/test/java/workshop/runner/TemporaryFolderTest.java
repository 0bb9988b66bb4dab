package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse.CommandResult;

/** What the command does if the system's folder for temporary files is missing. */
@Execution(ExecutionMode.CONCURRENT)
class TemporaryFolderTest {

  private static final long TIMEOUT_SECONDS = 120;

  @TempDir Path folder;

  private FixtureCourse course;

  @BeforeEach
  void set_up() {
    course = FixtureCourse.in(folder.resolve("course"));
    course.solve("01-1");
  }

  @Test
  void a_missing_temporary_folder_is_named_with_a_remedy() throws Exception {
    Path gone = folder.resolve("gone");

    for (List<String> typed :
        List.of(List.of("run", "01-1"), List.of("watch", "--plain"), List.of("check"))) {
      assertNamed(run(gone, typed), gone + ", does not exist.");
    }
  }

  @Test
  void an_unwritable_temporary_folder_is_named_before_the_first_save() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assertThat(locked.toFile().setWritable(false)).isTrue();
    assumeFalse(Files.isWritable(locked), "root may write everywhere");

    assertNamed(run(locked, List.of("watch", "--plain")), locked + ", cannot be written to.");
  }

  @Test
  void commands_that_need_no_temporary_folder_run_without_one() throws Exception {
    assertThat(run(folder.resolve("gone"), List.of("list")).exitCode()).isZero();
  }

  private static void assertNamed(CommandResult result, String what) {
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("The folder for temporary files, " + what, "TMPDIR=")
        .doesNotContain("Exception", "\tat ");
  }

  private CommandResult run(Path temporary, List<String> typed) throws Exception {
    List<String> command = new ArrayList<>(FixtureMain.command(course, false));
    command.add(1, "-Djava.io.tmpdir=" + temporary);
    command.addAll(typed);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
          .as("%s ends within %d s", typed, TIMEOUT_SECONDS)
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new CommandResult(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
