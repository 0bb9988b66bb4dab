package workshop.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;

/** Every command on a page exists, has the options that the page shows, and is run by CI. */
class CommandsOnPagesTest {

  /** The commands that CI does not run, and why. */
  private static final Map<String, String> NOT_RUN_BY_CI =
      Map.of(
          "compare", "it measures for minutes; its own tests run it with a tiny plan",
          "reset", "it changes files; CommandsTest runs it on a copy",
          "goto", "it changes files; CommandsTest runs it on a copy",
          "solution", "it needs a solved exercise; CommandsTest has one",
          "timeline", "it needs a recorded run; its own tests have one",
          "watch", "it does not end; WholeSessionTest types its keys");

  private static final Pattern INLINE = Pattern.compile("`\\./workshop(?: ([^`]*))?`");
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  private static final Pattern IN_SHELL = Pattern.compile("(?m)^\\s*\\./workshop(?: ([^#|>;&]*))?");
  private static final Pattern OPTION = Pattern.compile("--[a-z]+");
  private static final Pattern WORD = Pattern.compile("[a-z]+");
  private static final Pattern MODULE = Pattern.compile("-pl (\\S+)");
  private static final Pattern TEST = Pattern.compile("-Dtest=(\\w+)");
  private static final Pattern PROGRAM = Pattern.compile("\\bjava (?:[^|]* )?(\\S+\\.java)");

  @Test
  void every_workshop_command_on_a_page_is_known_to_help(@TempDir Path folder) throws Exception {
    FixtureCourse course = FixtureCourse.in(folder);
    Map<String, Set<String>> options = new TreeMap<>();
    for (Path page : House.allPages()) {
      String text = House.read(page);
      List<String> typed = new ArrayList<>(House.all(INLINE, text));
      House.all(SHELL, text).forEach(block -> typed.addAll(House.all(IN_SHELL, block)));
      for (String line : typed) {
        addTo(options, line);
      }
    }
    assertThat(options).containsKeys("run", "hint", "check", "demo");

    String overview = course.run("help").out();
    for (Map.Entry<String, Set<String>> command : options.entrySet()) {
      assertThat(overview).as("./workshop %s", command.getKey()).contains(command.getKey());
      String page =
          command.getKey().equals("compare")
              ? House.read(Path.of("comparison/src/main/java/workshop/comparison/Options.java"))
              : course.run("help", command.getKey()).out();
      assertThat(command.getValue())
          .as("options of ./workshop %s", command.getKey())
          .allSatisfy(option -> assertThat(page).contains(option));
    }
  }

  @Test
  void every_workshop_command_is_run_by_ci_or_listed_with_a_reason() throws Exception {
    String script = House.read(Path.of(".ci/run"));
    Map<String, Set<String>> onPages = new TreeMap<>();
    for (Path page : House.allPages()) {
      House.all(INLINE, House.read(page)).forEach(line -> addTo(onPages, line));
    }
    assertThat(onPages).isNotEmpty();
    assertThat(onPages.keySet())
        .allSatisfy(name ->
            assertThat(NOT_RUN_BY_CI.containsKey(name) || script.contains("/workshop " + name))
                .as("`./workshop %s` is run in .ci/run, or listed here", name)
                .isTrue());
  }

  @Test
  void every_module_test_and_program_in_a_shell_block_exists() throws IOException {
    Set<String> tests = House.sourceNames();
    for (Path page : House.allPages()) {
      String shell = String.join("\n", House.all(SHELL, House.read(page)));
      assertThat(House.all(MODULE, shell))
          .as("modules in %s", page)
          .allSatisfy(module -> assertThat(House.root().resolve(module)).isDirectory());
      assertThat(House.all(TEST, shell)).as("tests in %s", page).isSubsetOf(tests);
      assertThat(House.all(PROGRAM, shell))
          .as("programs in %s", page)
          .allSatisfy(program -> assertThat(House.root().resolve(program)).isRegularFile());
    }
  }

  private static void addTo(Map<String, Set<String>> options, String line) {
    Matcher word = WORD.matcher(line == null ? "" : line);
    if (word.lookingAt()) {
      Set<String> known = options.computeIfAbsent(word.group(), name -> new TreeSet<>());
      OPTION.matcher(line).results().forEach(option -> known.add(option.group()));
    }
  }
}
