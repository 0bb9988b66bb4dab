package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Topic;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ProgramsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @Test
  void both_outputs_and_the_exit_code_are_returned() throws Exception {
    var output = Programs.run(LONG, List.of("sh", "-c", "echo out; echo err >&2; exit 3"));

    assertThat(output).isEqualTo(new Programs.Output(3, "out\n", "err\n"));
  }

  @Test
  void more_output_than_a_pipe_holds_does_not_stop_a_program() throws Exception {
    var output = Programs.run(LONG, List.of("sh", "-c", "head -c 1000000 /dev/zero >&2"));

    assertThat(output.err()).hasSize(1_000_000);
  }

  @Test
  void a_program_that_hangs_is_killed_with_its_children(@TempDir Path folder) throws Exception {
    Path child = folder.resolve("child");
    String script = "sleep 1000 & echo $! > child; wait";

    assertThatThrownBy(
            () -> Programs.run(Duration.ofSeconds(1), folder, List.of("sh", "-c", script)))
        .hasMessageContaining("has not ended after 1 s");

    // On a machine so slow that no child was started within a second, there is none to kill.
    if (Files.exists(child) && Files.size(child) > 0) {
      long pid = Long.parseLong(Files.readString(child).strip());
      ProcessHandle.of(pid).ifPresent(left -> left.onExit().orTimeout(10, TimeUnit.SECONDS).join());
      assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void an_interrupt_ends_the_wait_and_the_program() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> Programs.run(LONG, List.of("sleep", "1000")))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void only_a_missing_program_is_noted_as_a_remark() {
    Recorder recorder = new Recorder(_ -> {});

    assertThat(Programs.find("sh", recorder)).isPresent();
    assertThat(Programs.find("no-such-program", recorder)).isEmpty();
    assertThat(recorder.measured(Topic.ONE_FILE, Duration.ZERO, true).remarks())
        .containsExactly(new Remark(Remark.Kind.NOT_INSTALLED, "no-such-program", ""));
  }

  @Test
  void closing_a_work_folder_deletes_it() throws Exception {
    Path path;
    try (WorkFolder folder = WorkFolder.make("test")) {
      path = folder.path();
      Files.createDirectories(path.resolve("a/b"));
      Files.writeString(path.resolve("a/b/c"), "text");
    }

    assertThat(path).doesNotExist();
  }

  @Test
  void the_machine_is_described() {
    var machine = MachineFacts.of(WorkFolder.parent());

    assertThat(machine.processor()).isNotBlank();
    assertThat(machine.processors()).isPositive();
    assertThat(machine.memoryBytes()).isPositive();
    assertThat(machine.jdk()).contains(Runtime.version().feature() + "");
    assertThat(machine.fileSystem()).contains(" on ");
    assertThat(machine.versions().get("Vert.x")).startsWith("5.");
  }
}
