package workshop.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Counts the answers that the build tries on each suite, by kind of mistake, and writes the table
 * into docs/answers.md.
 *
 * <pre>java runner/src/test/java/workshop/house/AnswerTable.java</pre>
 *
 * <p>The answers to an exercise are nested classes in a package named after its class, one file per
 * kind. For a kind without answers the package's Javadoc says why: {@code No CALLER mistakes: the
 * exercise has one caller.}
 */
final class AnswerTable {

  static final Path PAGE = Path.of("docs/answers.md");

  private static final String BEGIN = "<!-- table -->\n";
  private static final String END = "<!-- end of table -->";

  /** How the id of a warm-up ends, which has one answer: the given one. */
  private static final String WARM_UP = "-0";

  private static final Pattern FILE = Pattern.compile("(?m)^file: (\\w+)\\.java$");
  private static final Pattern KIND = Pattern.compile("@Mistakes\\(AnswerKind\\.(\\w+)\\)");
  private static final Pattern WRONG = Pattern.compile("@WrongAnswer\\(");
  private static final Pattern RIGHT = Pattern.compile("@RightAnswer\\b");
  private static final Pattern REASON =
      Pattern.compile("No (\\w+) mistakes:\\s+((?:[^.]|\\.(?!\\s))+\\.)");

  /** As in {@code AnswerKind}, with the words of the table's head. */
  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("INPUT", "input"),
          Map.entry("CALLER", "thread"),
          Map.entry("IMPATIENCE", "gives up"),
          Map.entry("PARTIAL_RESULT", "partial result"),
          Map.entry("HELD_TOO_EARLY", "late operation"),
          Map.entry("PROMISE", "promise"),
          Map.entry("ORDER", "order"),
          Map.entry("RESOURCE", "resource"),
          Map.entry("WORDS", "error message"),
          Map.entry("OTHER", "other"));

  private AnswerTable() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path page = root.resolve(PAGE);
    Files.writeString(page, withTable(root, Files.readString(page)));
    System.out.println("The table in " + PAGE + " counts the answers of today.");
  }

  /**
   * Returns the page with today's table.
   *
   * @throws IllegalStateException if an exercise has no answers, or a kind has neither an answer
   *     nor a reason
   */
  static String withTable(Path root, String page) throws IOException {
    List<String> lines = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    lines.add(row("exercise", Stream.concat(Stream.of("right"), words())));
    lines.add(row("---", Stream.generate(() -> "---:").limit(KINDS.size() + 1)));
    for (Path exercise : exercises(root)) {
      String id = exercise.getFileName().toString().replace(".md", "");
      Path answers = answers(root, exercise);
      if (Files.exists(answers.resolve("AnswersTest.java"))) {
        lines.add(row(id, counts(id, answers, reasons)));
      } else if (!id.endsWith(WARM_UP)) {
        throw new IllegalStateException(
            "%s has no answers, or nothing runs them: add %s/AnswersTest.java"
                .formatted(id, answers));
      }
    }
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    String table = String.join("\n", lines) + "\n\n" + String.join("\n", reasons) + "\n";
    return page.substring(0, begin) + "\n" + table + "\n" + page.substring(page.indexOf(END));
  }

  private static Stream<String> words() {
    return KINDS.stream().map(Map.Entry::getValue);
  }

  private static Stream<String> counts(String id, Path answers, List<String> reasons)
      throws IOException {
    Map<String, Long> wrong = new TreeMap<>();
    long right = 0;
    String about = "";
    for (Path file : list(answers)) {
      String source = Files.readString(file);
      Matcher kind = KIND.matcher(source);
      if (kind.find()) {
        wrong.merge(kind.group(1), WRONG.matcher(source).results().count(), Long::sum);
      } else if (file.endsWith("package-info.java")) {
        about = source.replaceAll("\n \\*/?", "");
      } else {
        right += RIGHT.matcher(source).results().count();
      }
    }
    Map<String, String> why = new TreeMap<>();
    for (MatchResult reason : REASON.matcher(about).results().toList()) {
      why.put(reason.group(1), reason.group(2).replaceAll("\\s+", " "));
    }
    List<String> cells = new ArrayList<>(List.of("" + right));
    for (Map.Entry<String, String> kind : KINDS) {
      Long count = wrong.get(kind.getKey());
      String reason = why.get(kind.getKey());
      if (count == null && reason == null && !kind.getKey().equals("OTHER")) {
        throw new IllegalStateException(
            "%s has no answer of kind %s: add one, or say why in %s/package-info.java"
                .formatted(id, kind.getKey(), answers));
      }
      if (count == null && reason != null) {
        reasons.add("- **%s, %s:** %s".formatted(id, kind.getValue(), reason));
      }
      cells.add(count == null ? "–" : "" + count);
    }
    return cells.stream();
  }

  private static String row(String first, Stream<String> cells) {
    return "| " + first + " | " + String.join(" | ", cells.toList()) + " |";
  }

  private static List<Path> exercises(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path module : list(root)) {
      Path pages = module.resolve("exercises");
      if (Files.isDirectory(pages)) {
        found.addAll(list(pages));
      }
    }
    return found;
  }

  private static Path answers(Path root, Path exercise) throws IOException {
    Matcher file = FILE.matcher(Files.readString(exercise));
    if (!file.find()) {
      throw new IllegalStateException(exercise + " names no file");
    }
    Path module = exercise.getParent().getParent().getFileName();
    Path packages = root.resolve("solutions").resolve(module).resolve("src/test/java/workshop");
    return list(packages).getFirst().resolve("answers/" + file.group(1).toLowerCase(Locale.ROOT));
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
