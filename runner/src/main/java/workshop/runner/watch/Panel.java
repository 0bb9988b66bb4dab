package workshop.runner.watch;

/** What the screen shows at the moment. */
public sealed interface Panel {

  /** The exercise: its task, the verdict, or the note for after success. */
  record Exercise() implements Panel {}

  /** The hints that were asked for so far. */
  record Hints() implements Panel {}

  /**
   * All exercises.
   *
   * @param filter what was typed to narrow them down
   * @param selected which of those left is selected, from 0
   */
  record Listing(String filter, int selected) implements Panel {

    /** Returns the list after a character was typed; a leading slash is ignored. */
    Listing typed(char letter) {
      return filter.isEmpty() && letter == '/' ? this : new Listing(filter + letter, 0);
    }

    Listing erased() {
      return filter.isEmpty() ? this : new Listing(filter.substring(0, filter.length() - 1), 0);
    }
  }

  /** The disk operations and other evidence of the first failure. */
  record Evidence() implements Panel {}

  /** Which thread did what in the last run. */
  record Timeline() implements Panel {}

  /** The solution, and how the learner's file differs. */
  record Comparison(String draft, String solution) implements Panel {}

  /** The question whether to reset. */
  record ResetQuestion() implements Panel {}

  record Help() implements Panel {}

  /** The page for a learner who has solved everything. */
  record Ending() implements Panel {}
}
