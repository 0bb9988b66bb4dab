package workshop.runner.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of an exercise: the front matter that declares it, the task, the hints, and the note for
 * after success. Only this page declares the exercise.
 *
 * @param file the name of the file to edit, without folders
 * @param suite the name of the suite's class, without its package
 * @param minutes how long it takes, for the schedule
 * @param task what to do, in Markdown
 * @param hints three or four, from a nudge to almost the answer
 * @param after why this way, and what the alternatives cost
 * @param waits what the suite has to wait for even if the answer is right, such as a deadline;
 *     empty if it does not wait
 * @param demo the class, without its package, that {@code ./workshop demo} runs; on at most one
 *     page of a module, and only if it is not {@code WriteThenRead}
 */
public record Page(
    String title,
    String file,
    String suite,
    int minutes,
    String task,
    List<String> hints,
    String after,
    Optional<String> waits,
    Optional<String> demo) {

  /** The smallest number of hints; an exercise with a large step has one more. */
  public static final int HINTS = 3;

  public Page {
    hints = List.copyOf(hints);
  }

  /**
   * Reads a page.
   *
   * @param name the page's path, for messages
   * @throws IllegalArgumentException in one sentence, if a required part is missing
   */
  public static Page parse(String name, String text) {
    List<String> lines = text.lines().toList();
    int end = endOfFrontMatter(name, lines);
    Map<String, String> front = frontMatter(name, lines.subList(1, end));
    Map<String, String> sections = sections(lines.subList(end + 1, lines.size()));
    List<String> hints = new ArrayList<>();
    for (int level = 1; level <= HINTS; level++) {
      hints.add(required(name, sections, "Hint " + level, "the section"));
    }
    for (int level = HINTS + 1; sections.containsKey("Hint " + level); level++) {
      hints.add(required(name, sections, "Hint " + level, "the section"));
    }
    return new Page(
        required(name, front, "title", "the line"),
        required(name, front, "file", "the line"),
        required(name, front, "suite", "the line"),
        minutes(name, required(name, front, "minutes", "the line")),
        required(name, sections, "", "the text of the task"),
        hints,
        required(name, sections, "After", "the section"),
        Optional.ofNullable(front.get("waits")),
        Optional.ofNullable(front.get("demo")));
  }

  private static int endOfFrontMatter(String name, List<String> lines) {
    if (!lines.isEmpty() && lines.getFirst().equals("---")) {
      int end = lines.subList(1, lines.size()).indexOf("---");
      if (end >= 0) {
        return end + 1;
      }
    }
    throw new IllegalArgumentException(
        name
            + " must start with front matter: lines such as \"title: …\" between two lines \"---\"");
  }

  private static Map<String, String> frontMatter(String name, List<String> lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        values.put(line.substring(0, colon).strip(), unquoted(line.substring(colon + 1).strip()));
      } else if (!line.isBlank()) {
        throw new IllegalArgumentException(
            name + " has a line in its front matter that is not \"key: value\": " + line);
      }
    }
    return values;
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** Splits the page at headings of the second level; text before the first belongs to "". */
  private static Map<String, String> sections(List<String> lines) {
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    StringBuilder open = new StringBuilder();
    sections.put("", open);
    boolean inCode = false;
    for (String line : lines) {
      inCode ^= line.startsWith("```");
      if (!inCode && line.startsWith("## ")) {
        open = new StringBuilder();
        sections.put(line.substring(3).strip(), open);
      } else {
        open.append(line).append('\n');
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((title, text) -> texts.put(title, text.toString().strip()));
    return texts;
  }

  private static String required(String name, Map<String, String> values, String key, String what) {
    String value = values.getOrDefault(key, "");
    if (value.isBlank()) {
      throw new IllegalArgumentException(
          name + " lacks " + what + (key.isEmpty() ? "" : " \"" + key + "\""));
    }
    return value;
  }

  private static int minutes(String name, String value) {
    try {
      int minutes = Integer.parseInt(value);
      if (minutes > 0) {
        return minutes;
      }
    } catch (NumberFormatException notANumber) {
      // The exception below reports the value.
    }
    throw new IllegalArgumentException(
        name + " must give \"minutes\" as a number above 0, not \"" + value + "\"");
  }
}
