package workshop.testkit.timeline;

/** What a thread does. If two were recorded for the same moment, the later constant is drawn. */
public enum Activity {
  /** It has nothing to do, and takes whatever comes next. */
  FREE,
  /** It is inside a call of the learner's method; whether it runs or waits there is not known. */
  CALL,
  /** It runs code. */
  RUNNING,
  /** It waits in the learner's code, for a future or a lock. */
  WAITING,
  /** It is inside an operation on a file, and cannot do anything else. */
  FILE_OPERATION
}
