package workshop.runner.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import workshop.runner.course.Nearest;
import workshop.runner.course.WorkshopException;

/**
 * What was typed after the name of a command. By hand, since a library for it would double the time
 * that a command takes to start.
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
   * @throws WorkshopException if anything was typed that the usage does not have
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
      throw arguments.wrong("\"" + arguments.words.get(usage.words()) + "\" is one word too many");
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

  /** Returns the trouble of somebody who typed something else than the command understands. */
  WorkshopException wrong(String what) {
    return new WorkshopException(
        what + (what.endsWith("?") ? "" : "."),
        "./workshop help " + command + " shows how it is used.");
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

  /** Returns the word that must be there. */
  String requiredWord(String what) {
    return word().orElseThrow(() -> wrong("./workshop " + command + " needs " + what));
  }
}
