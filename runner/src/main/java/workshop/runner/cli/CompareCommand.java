package workshop.runner.cli;

import workshop.runner.course.WorkshopException;

/**
 * Declares {@code compare} for help. The comparison is a separate program with its own JVM options
 * and class path: the script starts it and never gets here.
 */
final class CompareCommand implements Command {

  @Override
  public int run(Workshop workshop, Arguments arguments) {
    throw new WorkshopException(
        "Only the script can start the comparison.",
        "Type ./workshop compare in the workshop's folder.");
  }
}
