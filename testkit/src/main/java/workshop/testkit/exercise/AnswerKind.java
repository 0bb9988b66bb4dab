package workshop.testkit.exercise;

/** The kind of mistake of a {@link WrongAnswer}. */
public enum AnswerKind {

  /** It cannot handle an input: large, empty, not text, an odd name, the file itself. */
  INPUT,

  /** The wrong thread does the work, waits for it, or gets the result. */
  CALLER,

  /** It stops waiting too early. */
  IMPATIENCE,

  /** It takes a part of the result for the whole. */
  PARTIAL_RESULT,

  /** Its mistake shows only while a certain operation is held. */
  HELD_TOO_EARLY,

  /** It does not do what the page promises, such as report an error or complete a future. */
  PROMISE,

  /** Two steps are in the wrong order, or in no order. */
  ORDER,

  /** It leaves something open or running, or uses too much. */
  RESOURCE,

  /** Its error does not say enough to find the cause. */
  WORDS,

  /** None of these. */
  OTHER
}
