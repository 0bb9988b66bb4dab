package workshop.runner;

import java.io.IOException;
import java.util.List;
import workshop.runner.command.Commands;
import workshop.runner.command.Surroundings;
import workshop.runner.command.Workshop;
import workshop.runner.core.Trouble;
import workshop.runner.view.Line;

/** The {@code ./workshop} command: from arguments to an exit code. */
public final class Main {

  private static final int BROKEN = 2;

  private Main() {}

  /** Runs one command and ends this JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofThisProcess(), List.of(arguments)));
  }

  /**
   * Runs one command; trouble ends in two sentences on the error stream, never in a stack trace.
   */
  static int run(Surroundings surroundings, List<String> arguments) {
    try {
      return Commands.run(new Workshop(surroundings), arguments);
    } catch (Trouble e) {
      return say(surroundings, e);
    } catch (IOException e) {
      return say(surroundings, Trouble.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return say(surroundings, new Trouble("The command was interrupted.", "Run it again.", e));
    } finally {
      surroundings.out().flush();
    }
  }

  private static int say(Surroundings surroundings, Trouble trouble) {
    for (String sentence : List.of(trouble.what(), trouble.remedy())) {
      surroundings
          .fitted(Line.of(sentence))
          .forEach(line -> surroundings.err().println(line.text()));
    }
    return BROKEN;
  }
}
