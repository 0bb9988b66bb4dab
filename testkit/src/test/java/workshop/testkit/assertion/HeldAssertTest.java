package workshop.testkit.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;

class HeldAssertTest {

  @TempDir Path directory;
  private Disk disk;
  private List<Call<byte[]>> calls = List.of();

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
    disk.seed("a.txt", "butter");
  }

  @AfterEach
  void close() {
    disk.openGates();
    calls.forEach(Call::returns);
    disk.close();
  }

  @Test
  void only_operations_held_together_count_as_simultaneous() {
    Gate gate = disk.hold(Op.READ);
    calls =
        Stream.of("first", "second")
            .map(what -> Call.start(what, () -> Files.readAllBytes(disk.path("a.txt"))))
            .toList();

    HeldAssert.assertThat(gate).holdsAtOnce(2);

    assertThatThrownBy(() -> HeldAssert.assertThat(gate).holdsAtOnce(3))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(
            "at most 2 reached the disk", "The operations ran one after another");
  }
}
