package workshop.disk;

import java.time.Duration;

/**
 * How long a test waits for operations to arrive at a gate, and what its failure says. A test
 * framework that knows more about the program than this disk does can give up earlier, and can add
 * evidence.
 */
public interface WaitPolicy {

  /** Returns how long to wait at most. */
  default Duration limit() {
    return Duration.ofSeconds(10);
  }

  /**
   * Returns whether nothing can arrive anymore, so that the wait ends early. Asked every few
   * milliseconds, on the waiting thread.
   */
  default boolean isHopeless() {
    return false;
  }

  /** Returns evidence for the failure, such as where the program's threads are; may be empty. */
  default String programState() {
    return "";
  }
}
