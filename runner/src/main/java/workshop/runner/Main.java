package workshop.runner;

import java.io.IOException;
import java.util.List;
import workshop.runner.cli.Commands;
import workshop.runner.cli.Environment;
import workshop.runner.cli.Workshop;
import workshop.runner.course.WorkshopException;

/** The {@code ./workshop} command: turns arguments into an exit code. */
public final class Main {

  private static final int BROKEN = 2;

  private Main() {}

  /** Runs one command and ends this JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Environment.ofThisProcess(), List.of(arguments)));
  }

  /** Runs one command. An error is printed as two sentences, never as a stack trace. */
  static int run(Environment environment, List<String> arguments) {
    try {
      return Commands.run(new Workshop(environment), arguments);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return say(
          environment, new WorkshopException("The command was interrupted.", "Run it again.", e));
    } catch (IOException | RuntimeException | Error e) {
      // Also the exit code for a bug, because exit code 1 would mean that an exercise is not
      // solved.
      return say(environment, WorkshopException.of(e));
    } finally {
      environment.out().flush();
    }
  }

  private static int say(Environment environment, WorkshopException trouble) {
    for (String sentence : List.of(trouble.what(), trouble.remedy())) {
      environment.complain(sentence);
    }
    return BROKEN;
  }
}
