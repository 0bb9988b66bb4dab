package workshop.runner.cli;

import java.io.IOException;

/** One command of {@code ./workshop}. */
interface Command {

  /** The exit code for success. */
  int PASSED = 0;

  /** The exit code for an exercise that is not solved or fails. */
  int FAILED = 1;

  /** The exit code for wrong usage or a broken environment. */
  int BROKEN = 2;

  /**
   * Runs the command.
   *
   * @param arguments the words and options after the command's name
   * @return the exit code
   */
  int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException;
}
