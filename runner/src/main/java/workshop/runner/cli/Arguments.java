package workshop.runner.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.runner.course.Nearest;
import workshop.runner.course.WorkshopException;

/**
 * The words and options after the name of a command. They are parsed by hand, because a library
 * would add to the start-up time of every command.
 */
final class Arguments {

  private final String command;
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> options = new HashMap<>();

  private Arguments(String command) {
    this.command = command;
  }

  /**
   * Reads arguments.
   *
   * @throws WorkshopException if the usage does not allow what was typed
   */
  static Arguments parse(Usage usage, List<String> typed) {
    Arguments arguments = new Arguments(usage.name());
    List<String> known = usage.options();
    for (int i = 0; i < typed.size(); i++) {
      String word = typed.get(i);
      if (!word.startsWith("-")) {
        arguments.words.add(word);
        continue;
      }
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      if (known.contains(name + "=")) {
        boolean inOne = word.contains("=");
        if (!inOne && i + 1 == typed.size()) {
          throw arguments.wrong("Option " + name + " needs a value");
        }
        arguments.options.put(name, inOne ? word.substring(name.length() + 1) : typed.get(++i));
      } else if (known.contains(word)) {
        arguments.options.put(word, "");
      } else {
        throw arguments.unknownOption(word, known);
      }
    }
    if (arguments.words.size() > usage.words()) {
      throw arguments.wrong(
          "\"" + arguments.words.get(usage.words()) + "\" is one argument too" + " many");
    }
    return arguments;
  }

  private WorkshopException unknownOption(String word, List<String> known) {
    List<String> names = known.stream().map(name -> name.replace("=", "")).toList();
    String guess =
        Nearest.to(word, names, 1).stream()
            .findFirst()
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    return wrong("There is no option " + word + guess);
  }

  /** Returns the error for a command line that the command does not understand. */
  WorkshopException wrong(String what) {
    return new WorkshopException(
        what + (what.endsWith("?") ? "" : "."),
        "./workshop help " + command + " shows how to use it.");
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  Optional<String> value(String option) {
    return Optional.ofNullable(options.get(option));
  }

  Optional<String> word() {
    return words.stream().findFirst();
  }

  /** Returns the first word, which must not be missing. */
  String requiredWord(String what) {
    return word().orElseThrow(() -> wrong("./workshop " + command + " needs " + what));
  }
}
