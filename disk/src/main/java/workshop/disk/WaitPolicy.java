package workshop.disk;

import java.time.Duration;

/**
 * How long a test waits for operations to arrive at a gate, and what its failure says. A test
 * framework that knows the program can give up earlier, and can add evidence.
 */
public interface WaitPolicy {

  /** Returns the longest wait. */
  default Duration limit() {
    return Duration.ofSeconds(10);
  }

  /** Returns whether nothing can arrive anymore. Called every few milliseconds during a wait. */
  default boolean isHopeless() {
    return false;
  }

  /**
   * Returns evidence for the failure, such as what the program's threads are doing; may be empty.
   */
  default String programState() {
    return "";
  }
}
