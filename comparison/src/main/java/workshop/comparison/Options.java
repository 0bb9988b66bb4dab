package workshop.comparison;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workshop.comparison.result.ComparisonException;
import workshop.comparison.result.Effort;
import workshop.comparison.result.Topic;

/**
 * The options of the command.
 *
 * @param only the topics to measure; all of them if empty
 * @param json a further file to write the results to
 * @param against the results of an earlier run, to compare with
 * @param from earlier results to make the report from, instead of measuring
 * @param publish whether the results become the published reference
 * @param out the folder of the report
 */
record Options(
    Effort effort,
    Set<Topic> only,
    Optional<Path> json,
    Optional<Path> against,
    Optional<Path> from,
    boolean publish,
    Path out,
    boolean help) {

  static final String USAGE =
      """
      ./workshop compare    measures every technique on this machine, in two to three minutes
        --full              measures thoroughly, in about half an hour
        --only NAME         measures only this topic; may be given several times
        --json FILE         writes the results to FILE as well
        --against FILE      also shows what changed since the results in FILE
        --from FILE         makes the report from the results in FILE, without measuring
        --publish           publishes the results: rewrites the page in docs/. Refused unless
                            the run was --full, complete and undisturbed. The measurement stops
                            when another program disturbs it
        --out DIR           writes the report to DIR instead of %s
        --help              shows this page
      Ctrl-C stops the measurement early and still writes a report on what was measured.
      Exit codes: 0 everything was measured, 1 something is missing, 2 wrong usage, or a file
      cannot be written.
      NAME is one of:
      """;

  /**
   * Parses the command line.
   *
   * @param here the folder that relative paths start from
   * @param out the folder of the report if none is given
   * @throws ComparisonException if the command does not understand an argument
   */
  static Options parse(List<String> typed, Set<Topic> known, Path here, Path out) {
    Effort effort = Effort.QUICK;
    Set<Topic> only = EnumSet.noneOf(Topic.class);
    Optional<Path> json = Optional.empty();
    Optional<Path> against = Optional.empty();
    Optional<Path> from = Optional.empty();
    boolean publish = false;
    boolean help = false;
    for (int i = 0; i < typed.size(); i++) {
      String option = typed.get(i);
      switch (option) {
        case "--full" -> effort = Effort.FULL;
        case "--try" -> effort = Effort.TRY; // for the tests of the command: not on the help page
        case "--only" -> only.add(topic(value(typed, ++i), known));
        case "--json" -> json = Optional.of(here.resolve(value(typed, ++i)));
        case "--against" -> against = Optional.of(here.resolve(value(typed, ++i)));
        case "--from" -> from = Optional.of(here.resolve(value(typed, ++i)));
        case "--publish" -> publish = true;
        case "--out" -> out = here.resolve(value(typed, ++i));
        case "--help", "-h" -> help = true;
        default ->
            throw new ComparisonException(
                "compare has no option \""
                    + option
                    + "\"; ./workshop compare --help lists all "
                    + "options.");
      }
    }
    return new Options(effort, only, json, against, from, publish, out, help);
  }

  private static String value(List<String> typed, int at) {
    if (at == typed.size()) {
      throw new ComparisonException(typed.getLast() + " needs a value after it.");
    }
    return typed.get(at);
  }

  private static Topic topic(String name, Set<Topic> known) {
    return known.stream()
        .filter(each -> each.id().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new ComparisonException(
                known.stream()
                    .map(Topic::id)
                    .collect(
                        joining(
                            ", ", "There is no topic \"" + name + "\"; the topics are ", "."))));
  }

  /** Checks now, and not after the measurement, whether the results can be written. */
  void checkWritable() throws IOException {
    Files.createDirectories(out);
    if (json.isPresent()) {
      Path folder = json.get().toAbsolutePath().getParent();
      if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
        throw new ComparisonException(
            "%s cannot be written: the folder %s is missing or read-only. Create it, or name another file."
                .formatted(json.get(), folder));
      }
    }
    if (publish && from.isEmpty() && effort != Effort.FULL) {
      throw new ComparisonException("--publish needs a thorough run: add --full, or --from FILE.");
    }
    if (publish && !only.isEmpty()) {
      throw new ComparisonException("--publish needs all topics: leave out --only.");
    }
  }

  boolean wants(Topic topic) {
    return only.isEmpty() || only.contains(topic);
  }
}
