package workshop.testkit.exercise;

/** The kind of mistake of a {@link WrongAnswer}. */
public enum AnswerKind {

  /**
   * It cannot handle an input: one that is large, empty, not text, oddly named, or the target file
   * itself.
   */
  INPUT,

  /** The wrong thread does the work, waits for it, or gets the result. */
  CALLER,

  /** It stops waiting too early. */
  IMPATIENCE,

  /** It takes a partial result for the whole. */
  PARTIAL_RESULT,

  /** Its mistake shows only while a certain operation is held. */
  HELD_TOO_EARLY,

  /** It does not do what the page promises, such as report an error or complete a future. */
  PROMISE,

  /** Two steps run in the wrong order, or in no particular order. */
  ORDER,

  /** It leaves something open or running, or uses too much. */
  RESOURCE,

  /** Its error does not name the cause. */
  WORDS,

  /** None of these. */
  OTHER
}
