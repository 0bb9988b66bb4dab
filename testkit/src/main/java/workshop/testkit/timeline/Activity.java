package workshop.testkit.timeline;

/**
 * What a thread does. If two activities were recorded for the same moment, the one declared later
 * is drawn.
 */
public enum Activity {
  /** It is idle and can take a task. */
  FREE,
  /** It is in a call to the learner's method, where it runs or waits. */
  CALL,
  RUNNING,
  /** It waits in the learner's code, for a future or a lock. */
  WAITING,
  /** It is in a file operation and cannot do anything else. */
  FILE_OPERATION
}
