package workshop.runner.watch;

import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.runner.judge.ExerciseResult;

/** An action that the {@link WatchLoop} carries out for the session. */
public sealed interface Effect {

  /** Store the new current exercise, and prepare to judge it. */
  record Open(Exercise exercise) implements Effect {}

  /** Judge: {@link Event.TestEnded}, then {@link Event.Done} or {@link Event.Failed} follow. */
  record Judge(int run, Exercise exercise, Draft draft) implements Effect {}

  /** End the current run and report where it was: {@link Event.Done} follows. */
  record Stop() implements Effect {}

  /** End the current run; its result is no longer of interest. */
  record Abandon() implements Effect {}

  /** Store a verdict. */
  record Remember(Exercise exercise, ExerciseResult result, Draft draft) implements Effect {}

  /** Store how many hints were shown. */
  record RememberHints(Exercise exercise, int shown) implements Effect {}

  /** Forget the verdict and the hints of an exercise that was reset. */
  record Forget(Exercise exercise) implements Effect {}

  record Quit() implements Effect {}
}
