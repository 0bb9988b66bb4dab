package workshop.runner.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a command is used: what it accepts, and what help says about it.
 *
 * @param name what the user types after {@code ./workshop}
 * @param summary what the command does, in a few words
 * @param parameters its words and options, in the order in which help shows them
 * @param does what the command does, in a few sentences of Markdown
 * @param passed the meaning of exit code 0
 * @param failed the meaning of exit code 1; empty if the command never exits with 1
 * @param example what follows {@code ./workshop} in an example
 */
public record Usage(
    String name,
    String summary,
    List<Parameter> parameters,
    String does,
    String passed,
    String failed,
    String example) {

  private static final String OPTION = "--";

  /**
   * A word or an option.
   *
   * @param form the way it is typed: {@code ID}, {@code [ID]} if it is optional, {@code --json}, or
   *     {@code --level N} if it has a value
   * @param does its purpose
   */
  public record Parameter(String form, String does) {

    boolean isOption() {
      return form.startsWith(OPTION);
    }
  }

  public Usage {
    parameters = List.copyOf(parameters);
  }

  /** Returns the usage of a command without parameters, whose name is its example. */
  public static Usage of(String name, String summary) {
    return new Usage(name, summary, List.of(), "", "the command succeeded", "", name);
  }

  /** Returns this usage with one more word or option. */
  public Usage takes(String form, String purpose) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(form, purpose));
    return new Usage(name, summary, more, does, passed, failed, example);
  }

  public Usage does(String sentences) {
    return new Usage(name, summary, parameters, sentences, passed, failed, example);
  }

  /** Returns this usage with the meaning of the exit codes 0 and 1. */
  public Usage ends(String zero, String one) {
    return new Usage(name, summary, parameters, does, zero, one, example);
  }

  public Usage example(String typed) {
    return new Usage(name, summary, parameters, does, passed, failed, typed);
  }

  /** Returns the whole command line: {@code ./workshop run [ID] [--json]}. */
  public String line() {
    Stream<String> forms =
        parameters.stream().map(p -> p.isOption() ? "[" + p.form() + "]" : p.form());
    return Stream.concat(Stream.of("./workshop", name), forms).collect(Collectors.joining(" "));
  }

  /** Returns the largest number of words that the command accepts. */
  public int words() {
    return Math.toIntExact(parameters.stream().filter(p -> !p.isOption()).count());
  }

  /** Returns the options of the command; one that has a value ends in {@code =}. */
  public List<String> options() {
    return parameters.stream()
        .filter(Parameter::isOption)
        .map(p -> p.form().replaceFirst(" .*", "="))
        .toList();
  }
}
