package workshop.runner.cli;

import workshop.runner.course.WorkshopException;

/**
 * The comparison is a program of its own, which must not share a JVM, its options and its class
 * path with the rest: the script starts it and never comes here.
 */
final class CompareCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) {
    throw new WorkshopException(
        "The comparison is started by the script.", "Type ./workshop compare in the root folder.");
  }
}
