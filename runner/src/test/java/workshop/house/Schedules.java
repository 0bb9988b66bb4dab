package workshop.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adds up the schedules of docs/instructor/schedules.md from the minutes of the exercise pages, and
 * writes the sums into the page.
 *
 * <pre>java runner/src/test/java/workshop/house/Schedules.java</pre>
 *
 * <p>A schedule is a table below a comment such as {@code <!-- schedule: at most 90 -->}. A row has
 * a time, a number of minutes and what is done. In a row that names exercises, the minutes are the
 * sum of theirs; in other rows they are what the page says.
 */
final class Schedules {

  static final Path PAGE = Path.of("docs/instructor/schedules.md");

  private static final Pattern MARK = Pattern.compile("<!-- schedule: at most (\\d+) -->");
  private static final Pattern ROW = Pattern.compile("\\| ([\\d:]+) \\| (\\d+) \\| (.+) \\|");
  private static final Pattern TOTAL = Pattern.compile("\\| ([\\d:]+) \\| \\| End \\|");
  private static final Pattern EXERCISE = Pattern.compile("\\*\\*(\\d\\d-\\d+)\\*\\*");

  private Schedules() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path page = root.resolve(PAGE);
    Files.writeString(page, summed(root, Files.readString(page)));
    System.out.println("The schedules in " + PAGE + " are added up.");
  }

  /**
   * Returns the page with the right minutes and times.
   *
   * @throws IllegalStateException if a schedule is longer than it may be
   */
  static String summed(Path root, String page) throws IOException {
    List<String> lines = new ArrayList<>();
    int atMost = 0;
    int now = 0;
    for (String line : page.lines().toList()) {
      Matcher mark = MARK.matcher(line);
      Matcher row = ROW.matcher(line);
      if (mark.matches()) {
        atMost = Integer.parseInt(mark.group(1));
        now = 0;
        lines.add(line);
      } else if (row.matches()) {
        int minutes = minutes(root, row.group(3), Integer.parseInt(row.group(2)));
        lines.add("| %s | %d | %s |".formatted(clock(now), minutes, row.group(3)));
        now += minutes;
      } else if (TOTAL.matcher(line).matches()) {
        if (now > atMost) {
          throw new IllegalStateException(
              "%s: a schedule takes %d minutes, and may take %d. Leave out an exercise."
                  .formatted(PAGE, now, atMost));
        }
        lines.add("| %s | | End |".formatted(clock(now)));
      } else {
        lines.add(line);
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static int minutes(Path root, String what, int otherwise) throws IOException {
    Matcher exercise = EXERCISE.matcher(what);
    int sum = 0;
    while (exercise.find()) {
      sum += minutes(root, exercise.group(1));
    }
    return sum == 0 ? otherwise : sum;
  }

  private static int minutes(Path root, String id) throws IOException {
    String module = id.substring(0, 2);
    try (var modules = Files.newDirectoryStream(root, module + "-*")) {
      for (Path folder : modules) {
        Path page = folder.resolve("exercises").resolve(id + ".md");
        if (Files.exists(page)) {
          Matcher minutes =
              Pattern.compile("(?m)^minutes: (\\d+)$").matcher(Files.readString(page));
          if (minutes.find()) {
            return Integer.parseInt(minutes.group(1));
          }
        }
      }
    }
    throw new IllegalStateException(PAGE + " names exercise " + id + ", which has no page");
  }

  private static String clock(int minutes) {
    return "%d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
