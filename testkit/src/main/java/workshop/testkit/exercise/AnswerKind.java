package workshop.testkit.exercise;

/** What kind of mistake a {@link WrongAnswer} makes; for a table of what the suites cover. */
public enum AnswerKind {

  /** An input that it cannot handle: large, empty, no text, an odd name, the file itself. */
  INPUT,

  /** The wrong thread does the work, waits for it, or gets the result. */
  CALLER,

  /** It stops waiting too early. */
  IMPATIENCE,

  /** It takes a part, or nothing, for success. */
  PARTIAL_RESULT,

  /** It goes wrong at an operation that a suite can only see if it holds that one. */
  HELD_TOO_EARLY,

  /** It does not keep what the page promises, such as an error or the end of a future. */
  PROMISE,

  /** Two steps are in the wrong order, or in none. */
  ORDER,

  /** It leaves something open or running, or uses too much. */
  RESOURCE,

  /** What it reports is not enough to find the cause. */
  WORDS,

  /** None of these. */
  OTHER
}
