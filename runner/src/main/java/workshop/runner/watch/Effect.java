package workshop.runner.watch;

import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Source;

/** Something that the session wants done; what comes of it returns as an {@link Event}. */
public sealed interface Effect {

  /** Make an exercise the current one: remember it, read its file, get ready to judge it. */
  record Open(Exercise exercise) implements Effect {}

  /** Read the file again: {@link Event.Reread}. */
  record Reread(Exercise exercise) implements Effect {}

  /** Judge: {@link Event.TestEnded}, {@link Event.Done}, {@link Event.Failed}. */
  record Judge(int run, Exercise exercise, Draft draft) implements Effect {}

  /** End the run that is under way, and say where it was: {@link Event.Done}. */
  record Stop() implements Effect {}

  /** End the run that is under way; nobody is interested in it any more. */
  record Abandon() implements Effect {}

  /** Remember a verdict. */
  record Remember(Exercise exercise, Outcome outcome, Source source) implements Effect {}

  /** Remember how many hints were shown. */
  record RememberHints(Exercise exercise, int shown) implements Effect {}

  /** Put the starter back: {@link Event.WasReset}. */
  record Reset(Exercise exercise) implements Effect {}

  /** Read the file and its solution: {@link Event.Compared}. */
  record Compare(Exercise exercise) implements Effect {}

  record Quit() implements Effect {}
}
