package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChildJvmTest {

  private static final Duration ENOUGH = Duration.ofSeconds(30);

  /** Says what it was told to, and stays until its parent lets go. */
  static final class Stays {
    public static void main(String[] arguments) throws IOException {
      System.out.println("not for the parent");
      ChildJvm.tellParent(arguments[0]);
      ChildJvm.awaitParent();
    }
  }

  /** Ends at once, badly. */
  static final class Fails {
    public static void main(String[] arguments) {
      throw new IllegalStateException("the soup is cold");
    }
  }

  @Test
  void the_parent_hears_what_is_meant_for_it() throws Exception {
    try (ChildJvm child = ChildJvm.start(List.of(), Stays.class, "hello")) {
      assertThat(child.line(ENOUGH)).isEqualTo("hello");
    }
  }

  @Test
  void a_child_whose_input_ends_ends() throws Exception {
    try (ChildJvm child = ChildJvm.start(List.of(), Stays.class, "hello")) {
      child.line(ENOUGH);
      child.end(ENOUGH);

      assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void a_closed_child_is_gone() throws Exception {
    ChildJvm child = ChildJvm.start(List.of(), Stays.class, "hello");
    child.line(ENOUGH);

    child.close();

    assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_child_that_fails_is_quoted() throws Exception {
    try (ChildJvm child = ChildJvm.start(List.of(), Fails.class)) {
      assertThatThrownBy(() -> child.line(ENOUGH))
          .hasMessageContaining("Fails has ended too early")
          .hasMessageContaining("the soup is cold");
    }
  }

  @Test
  void silence_is_not_waited_for_without_end() throws Exception {
    try (ChildJvm child = ChildJvm.start(List.of(), Stays.class, "hello")) {
      child.line(ENOUGH);

      assertThatThrownBy(() -> child.line(Duration.ofMillis(10)))
          .hasMessageContaining("Stays has said nothing")
          .hasMessageContaining("not for the parent");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /proc")
  void memory_is_what_the_system_says() throws IOException {
    OptionalDouble own = PeakMemory.mebibytes(ProcessHandle.current().pid());

    assertThat(own.orElseThrow()).isGreaterThan(10);
    assertThat(PeakMemory.mebibytes(Long.MAX_VALUE)).isEmpty();
  }
}
