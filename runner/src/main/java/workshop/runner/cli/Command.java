package workshop.runner.cli;

import java.io.IOException;

/** One thing that the workshop command can do. */
interface Command {

  /** The exit code for success, or nothing to complain about. */
  int PASSED = 0;

  /** The exit code for an exercise that is not solved or fails. */
  int FAILED = 1;

  /** The exit code for wrong usage or a broken environment. */
  int BROKEN = 2;

  /**
   * Does it.
   *
   * @param arguments what was typed after the command's name
   * @return the exit code
   */
  int run(Workshop workshop, Arguments arguments) throws IOException, InterruptedException;
}
