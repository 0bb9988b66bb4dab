package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChildTest {

  private static final Duration ENOUGH = Duration.ofSeconds(30);

  /** Prints its arguments, and stays until its parent closes its input. */
  static final class Stays {
    public static void main(String[] arguments) throws IOException {
      System.err.println("not for the parent");
      Child.tellParent(arguments[0]);
      Child.awaitParent();
    }
  }

  /** Fails at once. */
  static final class Fails {
    public static void main(String[] arguments) {
      throw new IllegalStateException("the soup is cold");
    }
  }

  @Test
  void the_parent_receives_what_the_child_prints_for_it() throws Exception {
    try (Child child = Child.start(List.of(), Stays.class, "hello")) {
      assertThat(child.line(ENOUGH)).isEqualTo("hello");
    }
  }

  @Test
  void a_child_ends_when_its_input_ends() throws Exception {
    try (Child child = Child.start(List.of(), Stays.class, "hello")) {
      child.line(ENOUGH);
      child.end(ENOUGH);

      assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  @Test
  void closing_a_child_ends_its_process() throws Exception {
    Child child = Child.start(List.of(), Stays.class, "hello");
    child.line(ENOUGH);

    child.close();

    assertThat(ProcessHandle.of(child.pid()).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void a_child_that_fails_is_quoted() throws Exception {
    try (Child child = Child.start(List.of(), Fails.class)) {
      assertThatThrownBy(() -> child.line(ENOUGH))
          .hasMessageContaining("Fails has ended; it printed")
          .hasMessageContaining("the soup is cold");
    }
  }

  @Test
  void a_silent_child_is_given_up_after_the_timeout() throws Exception {
    try (Child child = Child.start(List.of(), Stays.class, "hello")) {
      child.line(ENOUGH);

      assertThatThrownBy(() -> child.line(Duration.ofMillis(10)))
          .hasMessageContaining("Stays has not answered");
    }
  }

  @Test
  void each_line_gets_an_answer() throws Exception {
    try (Child cat = Child.start("cat", List.of("cat"))) {
      assertThat(cat.ask("one", ENOUGH)).isEqualTo("one");
      assertThat(cat.ask("two", ENOUGH)).isEqualTo("two");
    }
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no /proc")
  void peak_memory_comes_from_the_operating_system() throws IOException {
    OptionalDouble own = PeakMemory.mebibytes(ProcessHandle.current().pid());

    assertThat(own.orElseThrow()).isGreaterThan(10);
    assertThat(PeakMemory.mebibytes(Long.MAX_VALUE)).isEmpty();
  }
}
